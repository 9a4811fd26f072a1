import { largestFile } from '#certificates/checking/verify-file.ts';

/** The badge in a file that is itself a badge, as JSON or as a JWT; undefined for any other file. */
export function credentialIn(bytes: Uint8Array): string | undefined {
  if (bytes.length > largestFile) return undefined;
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  return /^\{/.test(text) || /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text) ? text : undefined;
}
