import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Moves a file into place once it is complete, so that an interruption never leaves half a file. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    writeFileSync(aside, content, { flag: 'wx' });
    renameSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}
