import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'macintosh' | 'cp850' | 'twice-utf-8';

/**
 * The text of a file and the encoding it was read in: UTF-8, also where it was encoded twice, UTF-16, or the one of
 * Windows, Mac and DOS in which the words look most like words. Undefined if they do in none.
 */
export function textOfBytes(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: iconv.decode(Buffer.from(bytes), utf16), encoding: 'utf-16' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const once = text.split('\n').map(encodedOnce).join('\n');
    return { text: once, encoding: once === text ? 'utf-8' : 'twice-utf-8' };
  } catch {
    const readings = oldEncodings.map((encoding) => ({ text: iconv.decode(Buffer.from(bytes), encoding), encoding }));
    const likely = readings.map((reading) => ({ reading, likeness: likenessOf(reading.text) }));
    const [best] = likely.sort((a, b) => b.likeness - a.likeness);
    return best && best.likeness >= 0 ? best.reading : undefined;
  }
}

// The first wins where two are as likely.
const oldEncodings = ['windows-1252', 'macintosh', 'cp850'] as const;

/** By the mark at its beginning, or by a zero in every other of the first bytes. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const zeros = (odd: number) => [0, 2].every((at) => bytes[at + odd] === 0 && bytes[at + 1 - odd] !== 0);
  return zeros(1) ? 'utf-16le' : zeros(0) ? 'utf-16be' : undefined;
}

/** The decoder of the platform, unlike iconv, knows a sign for every byte. */
const windowsBytes = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map((sign, byte) => [
    sign,
    byte,
  ]),
);

/** A line whose letters were taken for Windows letters and encoded again ("SÃ¸ren"), as it was before that. */
function encodedOnce(line: string): string {
  const bytes = [...line].map((sign) => windowsBytes.get(sign));
  if (bytes.every((byte) => byte !== undefined && byte < 0x80) || bytes.includes(undefined)) return line;
  try {
    return encodedOnce(new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[])));
  } catch {
    return line;
  }
}

/**
 * How much a text looks like Danish names: words in one case or with one capital in front speak for it, capitals within
 * a word and signs that are no letters against it.
 */
function likenessOf(text: string): number {
  let likeness = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const isWord = /^([\p{Lu}a-zæøå]\p{Ll}*|\p{Lu}+)$/u.test(word);
    for (const letter of word.match(/[^a-z]/giu) ?? []) likeness += isWord ? (expected.has(letter) ? 3 : 1) : -2;
  }
  const signs = [...text].filter((sign) => sign > '~' && !/[\p{L}\p{M}’‘“”–—\u00a0]/u.test(sign));
  return likeness - 4 * signs.length;
}

const expected = new Set('æøåÆØÅéÉ');
