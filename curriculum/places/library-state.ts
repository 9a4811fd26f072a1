export const libraryStates = ['open', 'closes', 'opens', 'closed'] as const;
export type LibraryState = (typeof libraryStates)[number];

/** Whether a library is open on a day, and whether that is known to change. */
export function libraryState(library: { openedOn: string; closedOn: string | null }, day: string): LibraryState {
  if (library.openedOn > day) return 'opens';
  if (library.closedOn === null) return 'open';
  return library.closedOn > day ? 'closes' : 'closed';
}
