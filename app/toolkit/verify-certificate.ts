import { existsSync, readFileSync, statSync } from 'node:fs';
import { certificatesIn } from '#certificates/signing-key.ts';
import { largestFile } from '#certificates/verify-file.ts';
import { listOwnRoots } from '../platform/certificate-key.server.ts';
import { listDistrusted } from '../platform/distrusted.server.ts';
import type { Environment } from '../platform/env.server.ts';
import { openWorld } from '../platform/open-world.server.ts';
import {
  type Verification,
  verifyCertificateFile,
  verifyCode,
} from '../use-cases/certificates/verify-certificate.server.ts';
import { type Answer, type Input, wrongUsage } from './words.ts';

/** `certificates verify FILE|CODE`: a file by its signature and the register, a code by the register alone. */
export async function verifyVerb({ args: [what], options }: Input, env: Environment): Promise<Answer> {
  if (!what) return wrongUsage('Which file or code?');
  if (!existsSync(what)) {
    if (/\.pdf$|\//i.test(what)) return wrongUsage(`There is no file ${what}.`);
    if ('offline' in options || 'root' in options) return wrongUsage('--offline and --root are for files.');
    return inWorld(env, async (world) => said(await verifyCode(world, what)));
  }
  if (!statSync(what).isFile()) return wrongUsage(`${what} is not a file.`);
  if (statSync(what).size > largestFile)
    return said({ verdict: 'not-genuine', reasons: ['too-large'], certificate: null });
  const roots = options.root === undefined ? await listOwnRoots(env) : rootsIn(options.root);
  if (!roots) return wrongUsage('--root names no file with a certificate.');
  const input = { bytes: new Uint8Array(readFileSync(what)), roots, distrusted: listDistrusted(env) };
  if ('offline' in options) return said(await verifyCertificateFile(undefined, input));
  return inWorld(env, async (world) => {
    const tables = await world.db.introspection.getTables();
    const register = tables.some(({ name }) => name === 'certificate') ? world : undefined;
    return said(await verifyCertificateFile(register, input));
  });
}

async function inWorld(env: Environment, work: (world: Awaited<ReturnType<typeof openWorld>>) => Promise<Answer>) {
  const world = await openWorld(env, { migrate: false });
  return work(world).finally(() => world.close());
}

function rootsIn(file: string): Uint8Array[] | undefined {
  try {
    return certificatesIn(readFileSync(file));
  } catch {
    return undefined;
  }
}

function said({ verdict, reasons, certificate }: Verification): Answer {
  const of = certificate?.number ?? 'this certificate';
  const until = certificate?.lastValidDay ? `, through ${certificate.lastValidDay}` : '';
  const text = `${of}: ${[verdict, ...reasons].join(', ')}${until}`;
  const json = { verdict, reasons, certificate };
  return verdict === 'valid' ? { exit: 0, text, json } : { exit: 1, error: text, json };
}
