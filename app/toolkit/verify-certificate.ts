import { existsSync, readFileSync, statSync } from 'node:fs';
import { listOwnRoots, listOwnSigners } from '#app/platform/certificate-key.server.ts';
import { findCredentialKey, findDevelopmentCredentialKey } from '#app/platform/credential-key.server.ts';
import { listDistrusted } from '#app/platform/distrusted.server.ts';
import type { Environment } from '#app/platform/env.server.ts';
import { listTimeRoots } from '#app/platform/time-roots.server.ts';
import { publicUrlOf } from '#app/platform/world.server.ts';
import type { Verification } from '#app/use-cases/certificates/checking/verification.ts';
import { verifyCertificateFile } from '#app/use-cases/certificates/checking/verify-certificate-file.server.ts';
import { verifyCode } from '#app/use-cases/certificates/checking/verify-code.server.ts';
import { type KnownKey, publicKeysOf } from '#certificates/badge/credential-key.ts';
import { didOf, keysOfDocument } from '#certificates/badge/did-document.ts';
import { largestFile } from '#certificates/checking/verify-file.ts';
import { signersIn } from '#certificates/signing/signer-list.ts';
import { certificatesIn } from '#certificates/signing/signing-key.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { hasRegister, inWorld } from './in-world.ts';
import { json } from './json.ts';

/**
 * `certificates verify FILE|CODE`: checks a file by its signature and the register, or a code by the register alone.
 */
export async function verifyVerb({ args: [what], options }: Input, env: Environment): Promise<Answer> {
  if (!what) return wrongUsage('Which file or code?');
  const offline = 'offline' in options;
  if (!offline && ['status-list', 'did', 'signers'].some((name) => name in options))
    return wrongUsage('--status-list, --did and --signers are for --offline: else the register knows.');
  if (!existsSync(what)) {
    if (/\.pdf$|\//i.test(what)) return wrongUsage(`There is no file ${what}.`);
    if (offline || 'root' in options) return wrongUsage('--offline and --root are for files.');
    return inWorld(env, async (world) => said(await verifyCode(world, what)));
  }
  if (!statSync(what).isFile()) return wrongUsage(`${what} is not a file.`);
  if (statSync(what).size > largestFile)
    return said({ verdict: 'not-genuine', reasons: ['too-large'], certificate: null });
  const listed = options.signers === undefined ? undefined : signersOf(options.signers);
  if (listed === null) return wrongUsage('--signers names no list of signers.');
  const own = options.root === undefined ? await listOwnRoots(env) : rootsIn(options.root);
  if (!own) return wrongUsage('--root names no file with a certificate.');
  // The list brings the roots above its signers, for somebody who has nothing else.
  const roots = options.root === undefined && listed ? [...own, ...listed.roots] : own;
  const distrusted = [...listDistrusted(env), ...(listed?.distrusted ?? [])];
  const signers = listed
    ? { known: listed.known, complete: true }
    : { known: await listOwnSigners(env), complete: false };
  const bytes = new Uint8Array(readFileSync(what));
  const input = { bytes, roots, signers, distrusted, timeRoots: listTimeRoots(env) };
  if (offline) {
    const keys = options.did === undefined ? await ownKeys(env) : await keysIn(options.did);
    if (!keys) return wrongUsage('--did names no file with a DID document.');
    const statusLists = options['status-list'] === undefined ? undefined : listsIn(options['status-list']);
    if (statusLists === null) return wrongUsage('--status-list names no file with status lists.');
    return said(await verifyCertificateFile(undefined, { ...input, keys, ...(statusLists && { statusLists }) }));
  }
  return inWorld(env, async (world) => {
    const register = (await hasRegister(world)) ? world : undefined;
    return said(await verifyCertificateFile(register, input));
  });
}

/** The key this instance proves badges with, as far as it is known without the register. */
async function ownKeys(env: Environment): Promise<KnownKey[]> {
  const key = env.credentialKeyFile ? await findCredentialKey(env) : findDevelopmentCredentialKey(env);
  return key && !(env.forReal && key.kind === 'development') ? publicKeysOf(key, didOf(publicUrlOf(env))) : [];
}

async function keysIn(file: string): Promise<KnownKey[] | undefined> {
  try {
    return await keysOfDocument(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Reads the file that `status-list --out` wrote, or a single list as it is published at its address. */
function listsIn(file: string): string[] | null {
  try {
    const json = JSON.parse(readFileSync(file, 'utf8'));
    return (Array.isArray(json.lists) ? json.lists : [json]).map((list: unknown) => JSON.stringify(list));
  } catch {
    return null;
  }
}

function rootsIn(file: string): Uint8Array[] | undefined {
  try {
    return certificatesIn(readFileSync(file));
  } catch {
    return undefined;
  }
}

function signersOf(file: string): ReturnType<typeof signersIn> | null {
  try {
    return signersIn(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function said(verification: Verification): Answer {
  const { verdict, reasons, certificate, report } = verification;
  const of = report
    ? [reportText(report)]
    : [certificate?.number ?? 'this certificate', certificate?.name].filter(Boolean).join(', ');
  const until = certificate?.lastValidDay ? `, through ${certificate.lastValidDay}` : '';
  const asOf = certificate?.asOf ? `, as of the list's date ${certificate.asOf}` : '';
  const by = certificate?.signedBy ? `; signed by ${certificate.signedBy} at ${certificate.signedAt}` : '';
  const text = `${of}: ${[verdict, ...reasons].join(', ')}${until}${asOf}${by}`;
  const printed = json['certificates verify'](verification);
  return verdict === 'valid' ? { exit: 0, text, json: printed } : { exit: 1, error: text, json: printed };
}

/** A report is no certificate: its day, its checksum, and whether the figures are those that are stored. */
function reportText({ asOf, sha256, isAsStored }: NonNullable<Verification['report']>): string {
  const stored =
    isAsStored === undefined ? '' : isAsStored ? ', the figures are as stored' : ', the stored figures were altered';
  return `a report, not a certificate${asOf ? `, as of ${asOf}, checksum ${sha256}` : ''}${stored}`;
}
