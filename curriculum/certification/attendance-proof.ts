/** One note of attendance: which day of the course, when that was held, and what was noted. */
type Note = { course_day_id: string; held_on: string; outcome: string };

export type ProofRefusal = 'certified' | 'proof-given' | 'not-present' | 'not-done';

/**
 * The days on which somebody attended, oldest first. The notes come newest first; if a day has several, the newest
 * counts.
 */
export function attendedDays(notes: readonly Note[]): string[] {
  const newest = new Map<string, Note>();
  for (const note of notes) if (!newest.has(note.course_day_id)) newest.set(note.course_day_id, note);
  const attended = [...newest.values()].filter(({ outcome }) => outcome === 'attended');
  return [...new Set(attended.map(({ held_on }) => held_on))].sort();
}

/**
 * Why no proof of attendance can be given: a certified adviser does not need one, each enrolment gets only one, and at
 * least one day must have been attended. Where the course certifies nobody the proof is its end, so everything else must be
 * done as well.
 */
export function refuseProof(given: {
  state: string;
  end: 'attended' | undefined;
  hasProof: boolean;
  days: readonly string[];
}): ProofRefusal | undefined {
  if (given.hasProof) return 'proof-given';
  if (given.state === 'certified') return 'certified';
  if (given.days.length === 0) return 'not-present';
  return given.end === 'attended' && given.state !== 'assessed' ? 'not-done' : undefined;
}

/** "D2026-00017": proofs are numbered separately, and the D keeps them apart from certificate numbers. */
export function proofNumber(year: string, latest: string | undefined): string {
  return `D${year}-${String(Number(latest?.slice(6) ?? 0) + 1).padStart(5, '0')}`;
}

export const isProofNumber = (number: string): boolean => number.startsWith('D');
