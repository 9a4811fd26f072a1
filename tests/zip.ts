import { createDeflateRaw } from 'node:zlib';

/** A zip file of one entry, packed as it is told: enough for what a reader looks at first. */
export function zipOf(name: string, packed: Uint8Array, unpackedSize: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(unpackedSize, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), packed]);
}

/** Spaces, packed: a megabyte becomes a kilobyte. */
export async function packedSpaces(megabytes: number): Promise<Buffer> {
  const deflate = createDeflateRaw();
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((end) => deflate.once('end', end));
  const megabyte = Buffer.alloc(1024 * 1024, ' ');
  for (let each = 0; each < megabytes; each++)
    await new Promise<void>((written) => deflate.write(megabyte, () => written()));
  deflate.end();
  await ended;
  return Buffer.concat(chunks);
}
