/**
 * The municipality that runs a library, as its number says: 7, the last three figures of the municipality, two for the
 * branch. Where the library stands is another question. Undefined if that is no such number.
 */
export function operatorOf(number: string): string | undefined {
  const [, operator] = /^7(\d{3})\d{2}$/.exec(number) ?? [];
  return operator && `0${operator}`;
}
