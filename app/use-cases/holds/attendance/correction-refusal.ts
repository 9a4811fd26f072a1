import type { Attendance } from '#curriculum/flow/flow-event.ts';

type Note = { isLatest: boolean; outcome: Attendance; state: string; proofGiven: boolean };
/** Why a note of attendance cannot be corrected: something later depends on it. */
export function correctionRefusal({ isLatest, outcome, state, proofGiven }: Note) {
  if (!isLatest) return 'noted-since';
  if (state === 'certified') return 'certificate-issued';
  return outcome === 'attended' && proofGiven ? 'proof-given' : undefined;
}
