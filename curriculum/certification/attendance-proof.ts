/** One note of attendance: which day of the course, when that was held, and what was noted. */
type Note = { course_day_id: string; held_on: string; outcome: string };

export type ProofRefusal = 'certified' | 'proof-given' | 'not-present';

/** The days on which somebody was there, oldest first. Of several notes on a day the newest counts; they come newest first. */
export function attendedDays(notes: readonly Note[]): string[] {
  const newest = new Map<string, Note>();
  for (const note of notes) if (!newest.has(note.course_day_id)) newest.set(note.course_day_id, note);
  const attended = [...newest.values()].filter(({ outcome }) => outcome === 'attended');
  return [...new Set(attended.map(({ held_on }) => held_on))].sort();
}

/** Why no proof of attendance can be given: a certificate says more, one is enough, and nobody attends by name alone. */
export function refuseProof(given: {
  state: string;
  hasProof: boolean;
  days: readonly string[];
}): ProofRefusal | undefined {
  if (given.hasProof) return 'proof-given';
  if (given.state === 'certified') return 'certified';
  return given.days.length === 0 ? 'not-present' : undefined;
}

/** "D2026-00017": a series of its own, that no certificate's number is ever like. */
export function proofNumber(year: string, latest: string | undefined): string {
  return `D${year}-${String(Number(latest?.slice(6) ?? 0) + 1).padStart(5, '0')}`;
}

export const isProofNumber = (number: string): boolean => number.startsWith('D');
