import { readFileSync } from 'node:fs';
import { certificatesIn } from '#certificates/signing/signing-key.ts';
import type { Environment } from './env.server.ts';

/** The roots of the timestamp authorities; none if the settings name no file. */
export function listTimeRoots({ tsaRootFile }: Pick<Environment, 'tsaRootFile'>): Uint8Array[] {
  return tsaRootFile ? certificatesIn(readFileSync(tsaRootFile)) : [];
}

/** A file without roots stops the start: every timestamp would be refused. */
export function timeRootFault(env: Pick<Environment, 'tsaRootFile'>): string | undefined {
  try {
    listTimeRoots(env);
    return undefined;
  } catch {
    return `TSA_ROOT_FILE: ${env.tsaRootFile} is no file with certificates.`;
  }
}
