import { must } from './flaw.ts';

/** The bytes that the signature covers, and the signature itself (CMS, DER, padded with zeros to fill its place). */
type SignedParts = { signed: Buffer; cms: Buffer };

/**
 * Finds the only signature of a file with one revision and checks that it covers everything except itself: ISO 32000-1,
 * 12.8.1. PDF readers call a signature valid even if something was appended later, so we check the form as well as the
 * digest. Undefined if the file is not signed.
 */
export function signedPartsOf(file: Buffer): SignedParts | undefined {
  const text = file.toString('latin1');
  must(/^%PDF-1\.\d[\r\n]/.test(text), 'not-a-pdf');
  must(/%%EOF\s*$/.test(text.slice(-16)), 'not-a-pdf');
  const often = (word: string) => text.split(word).length - 1;
  must(often('%%EOF') === 1 && often('startxref') === 1, 'more-than-one-revision');
  if (!text.includes('/ByteRange')) return undefined;
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)];
  must(ranges.length === 1 && often('/ByteRange') === 1, 'not-one-signature');
  must(!/\/(Prev|XRefStm)\b/.test(crossReferencesIn(text)), 'more-than-one-revision');
  const [start, before, after, rest] = ranges[0]!.slice(1).map(Number) as [number, number, number, number];
  must(start === 0 && before < after && after + rest === file.length, 'signature-does-not-cover-the-file');
  const gap = text.slice(before, after);
  must(/^<(?:[0-9a-f]{2})+>$/i.test(gap), 'signature-does-not-cover-the-file');
  must(/\/Contents\s*$/.test(text.slice(Math.max(0, before - 12), before)), 'signature-does-not-cover-the-file');
  const signed = Buffer.concat([file.subarray(0, before), file.subarray(after)]);
  return { signed, cms: Buffer.from(gap.slice(1, -1), 'hex') };
}

/** The cross-reference table with its trailer, or the dictionary of a compressed one: ISO 32000-1, 7.5.4 to 7.5.8. */
function crossReferencesIn(text: string): string {
  const at = Number(text.match(/startxref\s+(\d+)\s+%%EOF\s*$/)?.[1]);
  const [head = ''] = text.slice(at).split(/\bstream\b/);
  must(/^(xref\s|\d+ \d+ obj\b[\s\S]*\/Type\s*\/XRef\b)/.test(head), 'not-a-pdf');
  return head;
}
