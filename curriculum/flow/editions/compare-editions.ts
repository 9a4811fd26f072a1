/** Orders editions by year and number: 2026.2 comes before 2026.10. */
export function compareEditions(a: string, b: string): number {
  const [year = 0, number = 0] = a.split('.').map(Number);
  const [otherYear = 0, otherNumber = 0] = b.split('.').map(Number);
  return year - otherYear || number - otherNumber;
}

/** The edition of a course that comes just before this one; undefined for the first. */
export function editionBefore<T extends { id: string; edition: string }>(
  { id, edition }: Pick<T, 'id' | 'edition'>,
  courses: readonly T[],
): T | undefined {
  return courses
    .filter((each) => each.id === id && compareEditions(each.edition, edition) < 0)
    .sort((a, b) => compareEditions(a.edition, b.edition))
    .at(-1);
}
