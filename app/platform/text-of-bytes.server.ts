import chardet from 'chardet';
import iconv from 'iconv-lite';

/** Text from a file whose encoding nobody named: UTF-8 when it can be, UTF-16 when it looks so, else Windows-1252. */
export function textOfBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    const guess = chardet.detect(bytes);
    // Other guesses are worse than none: a few Danish names are too little to tell Windows-1250 from Windows-1252.
    const encoding = guess && /^utf-16/i.test(guess) && iconv.encodingExists(guess) ? guess : 'windows-1252';
    return iconv.decode(Buffer.from(bytes), encoding);
  }
}
