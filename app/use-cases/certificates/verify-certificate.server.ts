import type { FlawReason } from '#certificates/flaw.ts';
import { verifyFile } from '#certificates/verify-file.ts';
import { isValid } from '#curriculum/certification/certificate-status.ts';
import { findCertificate, findCertificateByFile } from '#db/queries/certificate.ts';
import type { Distrusted } from '../../platform/distrusted.server.ts';
import { sha256, type World } from '../../platform/world.server.ts';
import { type CheckedCertificate, checkCertificate } from './check-certificate.server.ts';

type RegisterReason = 'not-in-register' | 'another-code-in-register' | 'other-bytes-than-issued';
type Unchecked = 'signer-distrusted' | 'no-root' | 'no-register' | 'no-signature';
type Reason = FlawReason | RegisterReason | Unchecked | CheckedCertificate['status'] | 'not-a-code' | 'unknown-code';
type Shown = Partial<Omit<CheckedCertificate, 'number'>> & {
  number?: string;
  signedAt?: string;
  signedBy?: string;
  /** The certificates it was signed under by their SHA-256, the signer's own first. */
  chain?: string[];
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

/**
 * Is this file what was issued, and what is it worth now? First the file by itself against the roots, then, where there
 * is a register to ask, its bytes and status there. What could not be held against anything is never called valid.
 */
export async function verifyCertificateFile(
  register: World | undefined,
  input: { bytes: Uint8Array; roots: readonly Uint8Array[]; distrusted?: readonly Distrusted[] },
): Promise<Verification> {
  return heldAgainstDistrust(await verifyIssued(register, input), input.distrusted ?? []);
}

/**
 * Whoever has a stolen key signs with any date. So of a key that is not trusted from a day on, only what the register
 * issued before that day still counts; what the register does not know is not genuine anyway.
 */
export function heldAgainstDistrust(found: Verification, distrusted: readonly Distrusted[]): Verification {
  const { verdict, reasons, certificate } = found;
  const given = distrusted.filter(({ sha256 }) => certificate?.chain?.includes(sha256));
  if (given.length === 0 || verdict === 'not-genuine') return found;
  const issuedOn = certificate?.issuedOn;
  if (issuedOn && given.every(({ from }) => issuedOn < from)) return found;
  return { verdict: 'unchecked', reasons: ['signer-distrusted', ...reasons], certificate };
}

async function verifyIssued(
  register: World | undefined,
  input: { bytes: Uint8Array; roots: readonly Uint8Array[] },
): Promise<Verification> {
  const found = await verifyFile(input.bytes, input.roots);
  if (found.state === 'flawed') return { verdict: 'not-genuine', reasons: [found.reason], certificate: null };
  if (found.state === 'unsigned') return verifyUnsigned(register, sha256(input.bytes));
  const { number, signedAt, signedBy, chain } = found;
  const shown = { number, signedAt, signedBy, chain };
  const unchecked: Unchecked[] = found.trusted ? [] : ['no-root'];
  if (!register) return { verdict: 'unchecked', reasons: [...unchecked, 'no-register'], certificate: shown };
  const row = await findCertificate(register.db, { number });
  const refuse = (reason: RegisterReason): Verification => ({
    verdict: 'not-genuine',
    reasons: [reason],
    certificate: shown,
  });
  if (!row) return refuse('not-in-register');
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
