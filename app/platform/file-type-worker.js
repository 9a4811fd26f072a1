import { fileTypeFromBuffer } from 'file-type';

/** Runs in a thread of its own, because some types are known only by unpacking a part of the file. */
export default async function typeOf(bytes) {
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime ?? null;
}
