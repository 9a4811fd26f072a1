import { listDistrusted } from '#app/platform/distrusted.server.ts';
import { sha256, type World } from '#app/platform/world.server.ts';
import { listKnownKeys } from '#app/use-cases/certificates/keys/list-known-keys.server.ts';
import { overReadingLimit } from '#app/use-cases/sign-in/over-reading-limit.ts';
import type { CheckedAttendance, CheckedCertificate } from './check-certificate.server.ts';
import type { Verification } from './verification.ts';
import { verifyExamined } from './verify-examined.server.ts';

const filesAnHour = 60;

/** What the register says about the file, if it is one that was issued. */
type Known = ({ certificate: CheckedCertificate } | { attendance: CheckedAttendance }) & { code: string };
type Outcome =
  | { ok: true; verification: Verification; known?: Known; fault?: unknown }
  | { ok: false; reason: 'too-many'; seconds: number };

/**
 * Checks whether this file is the issued certificate and what it is worth now. Anybody may ask; the file is checked and
 * discarded. If the register cannot be reached, the file itself is still checked, but never called valid.
 */
export async function checkFile(
  world: World,
  { bytes, client }: { bytes: Uint8Array; client: string },
): Promise<Outcome> {
  const digest = sha256(bytes);
  const distrusted = listDistrusted(world.env);
  try {
    const seconds = overReadingLimit(world, `file-from:${client}`, filesAnHour);
    if (seconds !== undefined) return { ok: false, reason: 'too-many', seconds };
    const found = await world.examiner.examine(bytes, await listKnownKeys(world.db));
    const verification = await verifyExamined(world, found, digest, { distrusted });
    const known = knownOf(verification);
    return { ok: true, verification, ...(known && { known }) };
  } catch (fault) {
    const found = await world.examiner.examine(bytes, []);
    return { ok: true, verification: await verifyExamined(undefined, found, digest, { distrusted }), fault };
  }
}

function knownOf({ certificate }: Verification): Known | undefined {
  // Only the register knows the status.
  const isAttendance = certificate?.kind === 'attendance';
  if (!certificate?.code || !(certificate.status || isAttendance)) return undefined;
  const {
    code,
    signedAt: _at,
    signedBy: _by,
    stampedAt: _stamp,
    badge: _badge,
    signers: _signers,
    ...facts
  } = certificate;
  return isAttendance
    ? { attendance: facts as CheckedAttendance, code }
    : { certificate: facts as CheckedCertificate, code };
}
