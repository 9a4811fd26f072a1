import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { certificateOf, fingerprintOf, type SigningKey } from '#certificates/signing/signing-key.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import type { Environment } from './env.server.ts';

/** A certificate, identified by its SHA-256, that is not trusted from a day on because its key may be stolen. */
export type Distrusted = { sha256: string; from: string };

const List = z.array(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), from: z.string().refine(isDay) }));

export const distrustedFile = ({ dataDir }: Pick<Environment, 'dataDir'>): string =>
  path.join(dataDir, 'keys', 'distrusted.json');

/** Empty if there is no file. An unreadable file throws, because ignoring it would mean trusting a stolen key. */
export function listDistrusted(env: Pick<Environment, 'dataDir'>): Distrusted[] {
  const file = distrustedFile(env);
  if (!existsSync(file)) return [];
  try {
    return List.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Error(`${file} is no list of { "sha256", "from" }: 64 small hexadecimal digits and a day.`);
  }
}

/** The first entry in the list about a key's certificate or a certificate above it. */
export function distrustOf(
  { certificates }: Pick<SigningKey, 'certificates'>,
  list: readonly Distrusted[],
): Distrusted | undefined {
  const own = certificates.map((der) => fingerprintOf(certificateOf(der)));
  return list.find(({ sha256 }) => own.includes(sha256));
}
