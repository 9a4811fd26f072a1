import { sha256, type World } from '#app/platform/world.server.ts';
import { listKnownKeys } from '#app/use-cases/certificates/keys/list-known-keys.server.ts';
import { type Trust, verifyFile } from '#certificates/checking/verify-file.ts';
import { credentialIn } from './credential-in.ts';
import { findTrust } from './find-trust.server.ts';
import type { Verification } from './verification.ts';
import { verifyBadgeFile } from './verify-badge-file.server.ts';
import { type GivenTrust, verifyExamined } from './verify-examined.server.ts';

type FileToVerify = GivenTrust &
  Pick<Trust, 'signers' | 'timeRoots'> & { bytes: Uint8Array; roots: readonly Uint8Array[] };

/** Checks whether this file, or a badge on its own, is what was issued and what it is worth now. */
export async function verifyCertificateFile(register: World | undefined, input: FileToVerify): Promise<Verification> {
  const keys = register ? await listKnownKeys(register.db) : (input.keys ?? []);
  const text = credentialIn(input.bytes);
  if (text !== undefined) return verifyBadgeFile(register, text, { ...input, keys });
  const digest = sha256(input.bytes);
  const trust = { ...input, ...(register && (await findTrust(register.db, digest))) };
  const found = await verifyFile(input.bytes, input.roots, keys, trust);
  return verifyExamined(register, found, digest, { ...input, keys });
}
