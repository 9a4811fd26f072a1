import chardet from 'chardet';
import iconv from 'iconv-lite';

/** Decodes a file of unknown encoding: UTF-8 if valid, UTF-16 if it looks like it, otherwise Windows-1252. */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    const guess = chardet.detect(bytes);
    // Other guesses are unreliable: a few Danish names are not enough to tell Windows-1250 from Windows-1252.
    const encoding = guess && /^utf-16/i.test(guess) && iconv.encodingExists(guess) ? guess : 'windows-1252';
    return iconv.decode(Buffer.from(bytes), encoding);
  }
}
