/** Some mail programs cut off addresses that are longer than this. */
const longest = 1_900;

/**
 * A link that opens the reader's own mail program with everybody as blind copies, so that they do not see each other.
 * Undefined when there is nobody to write to or the link would be too long.
 */
export function mailTo(addresses: readonly (string | null)[], subject: string): string | undefined {
  const known = addresses.filter((address) => address !== null);
  const to = known.map(encodeURIComponent).join(',');
  const link = `mailto:?bcc=${to}&subject=${encodeURIComponent(subject)}`;
  return known.length > 0 && link.length <= longest ? link : undefined;
}
