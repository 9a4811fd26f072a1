import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Puts a key in place for nobody else to read, once: when two processes ask at the same time, the first to put its file
 * there has made it. False when one was there.
 */
export function placeKey(file: string, pem: string): boolean {
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

/** A key of before goes to `keys/retired`, under the time it went there. */
export function putAside(file: string, at: string): void {
  const retired = path.join(path.dirname(file), 'retired');
  mkdirSync(retired, { recursive: true, mode: 0o700 });
  renameSync(file, path.join(retired, `${path.basename(file, '.pem')}-${at.replace(/\D/g, '')}.pem`));
}
