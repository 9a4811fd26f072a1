import type { PrintedData } from '#certificates/certificate-data.ts';

/**
 * Normalizes text: Å becomes one code point, white space one space, invisible characters go. The ligature ﬁ becomes f
 * and i, because fontkit caches it once drawn and then uses it in every later "certificeret".
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb4f]/g, (sign) => sign.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The data of a paper with every text that somebody wrote made plain. */
export function cleanTexts<Data extends PrintedData>(given: Data): Data {
  const clean = cleanText;
  return {
    ...given,
    name: clean(given.name),
    issuer: clean(given.issuer),
    course: clean(given.course),
    library: clean(given.library),
    evidence: given.evidence.map(clean),
  };
}
