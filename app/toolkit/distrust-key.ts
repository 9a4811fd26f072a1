import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { distrustedFile, listDistrusted } from '#app/platform/distrusted.server.ts';
import type { Environment } from '#app/platform/env.server.ts';
import { certificateOf, certificatesIn, fingerprintOf } from '#certificates/signing/signing-key.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { json } from './json.ts';
import { writeWhole } from './write-whole.ts';

/**
 * `certificates keys distrust SHA256|FILE --from DAY`: only what was issued before that day still counts under this
 * certificate.
 */
export async function distrustVerb({ args: [, what], options: { from } }: Input, env: Environment): Promise<Answer> {
  if (!what || !from || !isDay(from)) return wrongUsage('Which certificate, and from which day?');
  const sha256 = fingerprintIn(what);
  if (!sha256) return wrongUsage(`${what} is neither a SHA-256 nor a file with a certificate.`);
  const list = listDistrusted(env);
  const known = list.find((each) => each.sha256 === sha256);
  // The day can be moved earlier but never later, so that a key is not trusted longer than was said before.
  if (known && known.from <= from)
    return refuse(`${sha256} is not trusted from ${known.from} on already; the day can only be made earlier.`);
  const next = [...list.filter((each) => each !== known), { sha256, from }];
  const file = distrustedFile(env);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeWhole(file, `${JSON.stringify(next, null, 2)}\n`);
  return { exit: 0, text: `${sha256} is not trusted from ${from} on.`, json: json['certificates keys distrust'](next) };
}

const refuse = (error: string): Answer => ({ exit: 1, error, json: json.refused(error) });

function fingerprintIn(what: string): string | undefined {
  const said = what.replaceAll(':', '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(said)) return said;
  if (!existsSync(what)) return undefined;
  try {
    return fingerprintOf(certificateOf(certificatesIn(readFileSync(what))[0]!));
  } catch {
    return undefined;
  }
}
