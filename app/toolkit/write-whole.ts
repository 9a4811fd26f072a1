import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/** Puts a file in its place when it is whole: what was cut off leaves no half of it. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    writeFileSync(aside, content, { flag: 'wx' });
    renameSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}
