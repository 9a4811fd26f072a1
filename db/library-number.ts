/** The number of the library on a certificate: "Herning Bibliotek, 765700" has 765700; a dash has none. */
export function libraryNumberOf(libraryAtIssue: string): string | null {
  const comma = libraryAtIssue.lastIndexOf(',');
  return comma < 0 ? null : libraryAtIssue.slice(comma + 1).trim();
}
