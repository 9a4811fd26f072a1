import { inflateRawSync } from 'node:zlib';
import { Flaw, must } from './flaw.ts';

// Some twenty times what a certificate unpacks to.
const largestUnpacked = 8_000_000;
// Two bytes before the packed data name the method: RFC 1950.
const header = 2;

/**
 * Refuses a file whose streams unpack to more than any certificate does, before a reader of PDFs unpacks them without a
 * limit. Streams may be packed once, by Flate, or not at all.
 */
export function limitUnpacking(file: Buffer): void {
  const text = file.toString('latin1');
  must(!/\/Filter(?!\s*\/(FlateDecode|Adobe\.PPKLite)\b)|\/DecodeParms\b/.test(text), 'packed-otherwise');
  let left = largestUnpacked;
  for (const { index } of text.matchAll(/(?<!end)stream/g)) {
    const object = text.slice(text.lastIndexOf('obj', index), index);
    // A letter written as a number could hide the name of a filter.
    must(!/#(4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])/i.test(object), 'packed-otherwise');
    const start = index + 'stream'.length;
    // A reader skips up to three bytes of line end.
    for (const skip of [0, 1, 2, 3]) left -= unpackedLength(file.subarray(start + skip), left);
  }
}

/** How much the bytes unpack to; nothing if they are not packed. */
function unpackedLength(bytes: Buffer, left: number): number {
  if (bytes.length <= header || (bytes[0]! & 0x0f) !== 8 || bytes.readUInt16BE(0) % 31 !== 0) return 0;
  try {
    return inflateRawSync(bytes.subarray(header), { maxOutputLength: Math.max(1, left) }).length;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new Flaw('unpacks-too-far');
    return 0;
  }
}
