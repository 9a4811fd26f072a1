import { plainText } from '#curriculum/plain-text.ts';

export type PersonName = { givenName: string; familyName: string };
export type NameRefusal = 'no-name' | 'name-too-long' | 'not-a-name';

const mostLetters = 100;

/**
 * Reads a name as it is kept: composed letters, single spaces, nothing unseen. One name is enough, so a part without a
 * letter, such as a dash, counts as left out.
 */
export function parseName(given: PersonName): ({ ok: true } & PersonName) | { ok: false; reason: NameRefusal } {
  const [givenName, familyName] = [partOf(given.givenName), partOf(given.familyName)];
  if (givenName === '' && familyName === '') return { ok: false, reason: 'no-name' };
  if ([givenName, familyName].some((part) => part.length > mostLetters)) return { ok: false, reason: 'name-too-long' };
  if (noNameHas.test(`${givenName}${familyName}`)) return { ok: false, reason: 'not-a-name' };
  return { ok: true, givenName, familyName };
}

function partOf(written: string): string {
  const part = plainText(written).normalize('NFC').replace(/\s+/gu, ' ').trim();
  return /\p{L}|\uFFFD/u.test(part) ? part : '';
}

/** Signs that show that a text was read in the wrong encoding, and signs of sums, money and pictures. */
const noNameHas = /[\uFFFD\p{Sm}\p{Sc}\p{So}\p{Co}\p{Cn}¿¡†‡§¶«»‹›‰•…„‚@\\]/u;
