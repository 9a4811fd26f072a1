import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts a key file in place, readable only by us. It never overwrites: if two processes do it at the same time, the
 * first one wins and the other gets false.
 */
export function createKeyFile(file: string, pem: string): boolean {
  const aside = `${file}.${randomUUID()}`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(aside, pem, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(aside);
  }
}

/** Moves an old key to `keys/retired`, under the time it was moved. */
export function retireKeyFile(file: string, at: string): void {
  const retired = path.join(path.dirname(file), 'retired');
  mkdirSync(retired, { recursive: true, mode: 0o700 });
  renameSync(file, path.join(retired, `${path.basename(file, '.pem')}-${at.replace(/\D/g, '')}.pem`));
}
