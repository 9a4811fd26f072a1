import type { PrintedData } from '#certificates/certificate-data.ts';

/**
 * Å as one letter, whoever typed it; spaces as one, and no letters that nobody sees. A ready-made ﬁ becomes f and i:
 * drawn once, fontkit would remember it and spell every later "certificeret" with it.
 */
export function cleaned<Data extends PrintedData>(given: Data): Data {
  const clean = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[\ufb00-\ufb4f]/g, (sign) => sign.normalize('NFKC'))
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    ...given,
    name: clean(given.name),
    issuer: clean(given.issuer),
    course: clean(given.course),
    library: clean(given.library),
    evidence: given.evidence.map(clean),
  };
}
