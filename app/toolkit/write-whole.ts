import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Moves a file into place once it is complete, so that an interruption never leaves half a file. Its folder is made. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const aside = `${file}.${randomUUID()}`;
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  try {
    writeFileSync(aside, content, { flag: 'wx' });
    renameSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}
