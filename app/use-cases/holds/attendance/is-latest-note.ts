type Row = {
  id: string;
  held_on: string;
  starts_at: string;
  corrects: string | null;
  counted_at: string | null;
};

/**
 * Is this the latest note of its step? Of the notes that count in the course, it is the one that counted last; one that
 * does not count yet is the latest until it is corrected.
 */
export function isLatestNote(note: Row, ofStep: readonly Row[]): boolean {
  if (note.counted_at === null) return !ofStep.some(({ corrects }) => corrects === note.id);
  // Notes that waited for the step to open count together, in the order of the sessions.
  const orderOf = ({ counted_at, held_on, starts_at, id }: Row) => [counted_at, held_on, starts_at, id].join(' ');
  return ofStep.every((other) => other.counted_at === null || orderOf(other) <= orderOf(note));
}
