import type { World } from '#app/platform/world.server.ts';
import type { KnownKey } from '#certificates/badge/credential-key.ts';
import type { Verification } from './verification.ts';
import { verifyCredential } from './verify-credential.server.ts';
import type { StatusGiven } from './verify-offline.server.ts';
import { verifyPaper } from './verify-paper.server.ts';

/** Checks whether this badge is what was issued and what it is worth now. */
export async function verifyBadgeFile(
  register: World | undefined,
  text: string,
  given: StatusGiven & { keys: readonly KnownKey[] },
): Promise<Verification> {
  const credential = await verifyCredential(register, text, given);
  if ('verdict' in credential || !register) return credential as Verification;
  const now = await verifyPaper(register, credential.code);
  return { ...now, certificate: { ...now.certificate, ...credential.shown } };
}
