import { emptyRange } from '#certificates/file/signature-place.ts';
import { cmsOf } from './cms.ts';
import type { SigningKey } from './signing-key.ts';
import type { Stamp } from './timestamp.ts';

/**
 * Fills in the empty signature, which covers everything except its own place. PAdES baseline B-B; with a timestamp B-T.
 * If the authority does not answer it stays B-B, because the reserved place just keeps its zeros.
 */
export async function signFile(file: Uint8Array, key: SigningKey, stamp?: Stamp): Promise<Uint8Array> {
  const pdf = Buffer.from(file);
  const range = only(pdf, emptyRange);
  const contents = only(pdf, pdf.toString('latin1').match(/<0{1024,}>/)?.[0] ?? '<>');
  const room = contents.end - contents.start - 2;
  const real = `/ByteRange [0 ${contents.start} ${contents.end} ${pdf.length - contents.end}`;
  pdf.write(`${real.padEnd(emptyRange.length - 1)}]`, range.start, 'latin1');
  const signed = Buffer.concat([pdf.subarray(0, contents.start), pdf.subarray(contents.end)]);
  const hex = (await cmsOf(signed, key, stamp)).toString('hex');
  if (hex.length > room) throw new Error('the signature needs more room than was left for it');
  pdf.write(hex, contents.start + 1, 'latin1');
  return new Uint8Array(pdf);
}

function only(pdf: Buffer, wanted: string): { start: number; end: number } {
  const start = pdf.indexOf(wanted, 0, 'latin1');
  if (start < 0 || pdf.indexOf(wanted, start + 1, 'latin1') >= 0)
    throw new Error('the place for the signature was not found once');
  return { start, end: start + wanted.length };
}
