import { sha256, type World } from '#app/platform/world.server.ts';
import { listKnownKeys } from '#app/use-cases/certificates/keys/list-known-keys.server.ts';
import { verifyFile } from '#certificates/checking/verify-file.ts';
import { credentialIn } from './credential-in.ts';
import type { Verification } from './verification.ts';
import { verifyCode } from './verify-code.server.ts';
import { verifyCredential } from './verify-credential.server.ts';
import { type GivenTrust, verifyExamined } from './verify-examined.server.ts';

type FileToVerify = GivenTrust & { bytes: Uint8Array; roots: readonly Uint8Array[] };

/** Checks whether this file, or a badge on its own, is what was issued and what it is worth now. */
export async function verifyCertificateFile(register: World | undefined, input: FileToVerify): Promise<Verification> {
  const keys = register ? await listKnownKeys(register.db) : (input.keys ?? []);
  const text = credentialIn(input.bytes);
  if (text !== undefined) {
    const credential = await verifyCredential(register, text, { ...input, keys });
    if ('verdict' in credential || !register) return credential as Verification;
    const now = await verifyCode(register, credential.code);
    return { ...now, certificate: { ...now.certificate, ...credential.shown } };
  }
  const found = await verifyFile(input.bytes, input.roots, keys);
  return verifyExamined(register, found, sha256(input.bytes), { ...input, keys });
}
