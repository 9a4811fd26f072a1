import type { KnownKey } from '#certificates/credential-key.ts';
import type { FlawReason } from '#certificates/flaw.ts';
import { type BadgeFindings, verifyFile } from '#certificates/verify-file.ts';
import { isValid } from '#curriculum/certification/certificate-status.ts';
import { findCertificate, findCertificateByFile } from '#db/queries/certificate.ts';
import { sha256, type World } from '../../platform/world.server.ts';
import { type CheckedCertificate, checkCertificate } from './check-certificate.server.ts';
import { listKnownKeys } from './credential-keys.server.ts';
import { agrees, credentialIn, verifyCredential } from './verify-credential.server.ts';
import { type StatusGiven, type StatusReason, verifyOffline } from './verify-offline.server.ts';

type RegisterReason =
  | 'not-in-register'
  | 'another-code-in-register'
  | 'other-bytes-than-issued'
  | 'credential-differs-from-register';
type Unchecked = 'no-root' | 'no-register' | 'no-signature' | 'no-credential' | StatusReason;
export type Reason =
  | FlawReason
  | RegisterReason
  | Unchecked
  | CheckedCertificate['status']
  | 'not-a-code'
  | 'unknown-code';
export type Shown = Partial<Omit<CheckedCertificate, 'number'>> & {
  number?: string;
  signedAt?: string;
  signedBy?: string;
  /** Whether a badge is in it, and what came of that. */
  badge?: BadgeFindings['state'];
  /** The date of the status lists, where they were asked instead of the register. */
  asOf?: string;
};

export type Verification = {
  verdict: 'valid' | 'not-valid-now' | 'not-genuine' | 'unchecked';
  reasons: Reason[];
  certificate: Shown | null;
};

/** What the register says of a code now. */
export async function verifyCode(world: World, code: string): Promise<Verification> {
  const outcome = await checkCertificate(world, { code });
  if (!outcome.ok) {
    if (outcome.reason === 'too-many') throw new Error('a question without an address is not counted');
    return { verdict: 'not-genuine', reasons: [outcome.reason], certificate: null };
  }
  const { certificate } = outcome;
  const valid = isValid(certificate.status);
  return { verdict: valid ? 'valid' : 'not-valid-now', reasons: valid ? [] : [certificate.status], certificate };
}

type Given = StatusGiven & { bytes: Uint8Array; roots: readonly Uint8Array[]; keys?: readonly KnownKey[] };

/**
 * Is this file what was issued, and what is it worth now? First the file by itself against the roots, then, where there
 * is a register to ask, its bytes and status there. What could not be held against anything is never called valid.
 */
export async function verifyCertificateFile(register: World | undefined, input: Given): Promise<Verification> {
  const keys = register ? await listKnownKeys(register.db) : (input.keys ?? []);
  const text = credentialIn(input.bytes);
  if (text !== undefined) {
    const credential = await verifyCredential(register, text, { ...input, keys });
    if ('verdict' in credential || !register) return credential as Verification;
    const now = await verifyCode(register, credential.code);
    return { ...now, certificate: { ...now.certificate, ...credential.shown } };
  }
  const found = await verifyFile(input.bytes, input.roots, keys);
  if (found.state === 'flawed') return { verdict: 'not-genuine', reasons: [found.reason], certificate: null };
  if (found.state === 'unsigned') return verifyUnsigned(register, sha256(input.bytes));
  const { number, signedAt, signedBy, badge } = found;
  const shown = { number, signedAt, signedBy, badge: badge.state };
  const unchecked: Unchecked[] = found.trusted ? [] : ['no-root'];
  if (!register) return verifyOffline(badge, unchecked, shown, { ...input, keys });
  const row = await findCertificate(register.db, { number });
  const refuse = (reason: RegisterReason): Verification => ({
    verdict: 'not-genuine',
    reasons: [reason],
    certificate: shown,
  });
  if (!row) return refuse('not-in-register');
  // Every key of ours is in the register.
  if (badge.state === 'unchecked' && badge.reason === 'credential-key-unknown')
    return { verdict: 'not-genuine', reasons: [badge.reason], certificate: shown };
  if (badge.state === 'proved' && !agrees(register, badge.facts, row))
    return refuse('credential-differs-from-register');
  if (row.verify_code !== found.code) return refuse('another-code-in-register');
  const issued = await findCertificateByFile(register.db, sha256(input.bytes));
  if (issued?.number !== number) return refuse('other-bytes-than-issued');
  const now = await verifyCode(register, found.code);
  const certificate = { ...now.certificate, ...shown };
  if (unchecked.length === 0) return { ...now, certificate };
  return { verdict: 'unchecked', reasons: [...unchecked, ...now.reasons], certificate };
}

/** Issued before there was a key: only the register knows the bytes, and nothing in the file proves where it is from. */
async function verifyUnsigned(register: World | undefined, digest: string): Promise<Verification> {
  if (!register) return { verdict: 'unchecked', reasons: ['no-signature', 'no-register'], certificate: null };
  const row = await findCertificateByFile(register.db, digest);
  if (!row) return { verdict: 'not-genuine', reasons: ['no-signature', 'not-in-register'], certificate: null };
  const now = await verifyCode(register, row.verify_code);
  return { verdict: 'unchecked', reasons: ['no-signature', ...now.reasons], certificate: now.certificate };
}
