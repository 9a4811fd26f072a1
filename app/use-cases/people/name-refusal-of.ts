export type NameRefusal = 'no-name' | 'name-too-long';

const mostLetters = 100;

/** Checks that both names are given and that neither is too long. */
export function nameRefusalOf(given: { givenName: string; familyName: string }): NameRefusal | undefined {
  const names = [given.givenName.trim(), given.familyName.trim()];
  if (names.includes('')) return 'no-name';
  return names.some((name) => name.length > mostLetters) ? 'name-too-long' : undefined;
}
