import { listDistrusted } from '#app/platform/distrusted.server.ts';
import { sha256, type World } from '#app/platform/world.server.ts';
import { listKnownKeys } from '#app/use-cases/certificates/keys/list-known-keys.server.ts';
import { overReadingLimit } from '#app/use-cases/sign-in/over-reading-limit.ts';
import type { CheckedAttendance, CheckedCertificate } from './check-certificate.server.ts';
import { credentialIn } from './credential-in.ts';
import type { Brought } from './file-checks-of.ts';
import { findTrust } from './find-trust.server.ts';
import type { Verification } from './verification.ts';
import { verifyBadgeFile } from './verify-badge-file.server.ts';
import { verifyExamined } from './verify-examined.server.ts';

const filesAnHour = 60;

/** What the register says about the file, if it is one that was issued. */
type Known = ({ certificate: CheckedCertificate } | { attendance: CheckedAttendance }) & { code: string };
type Outcome =
  | { ok: true; is: Brought; verification: Verification; known?: Known; fault?: unknown }
  | { ok: false; reason: 'too-many'; seconds: number };

/**
 * Checks whether this file is an issued certificate or its badge, and what it is worth now. Anybody may ask; the file is checked and
 * discarded. If the register cannot be reached, the file itself is still checked, but never called valid.
 */
export async function checkFile(
  world: World,
  { bytes, client }: { bytes: Uint8Array; client: string },
): Promise<Outcome> {
  const digest = sha256(bytes);
  const badge = credentialIn(bytes);
  const is = badge === undefined ? 'paper' : 'badge';
  const distrusted = listDistrusted(world.env);
  try {
    const seconds = overReadingLimit(world, `file-from:${client}`, filesAnHour);
    if (seconds !== undefined) return { ok: false, reason: 'too-many', seconds };
    const keys = await listKnownKeys(world.db);
    const examined = async () => world.examiner.examine(bytes, keys, await findTrust(world.db, digest));
    const verification =
      badge === undefined
        ? await verifyExamined(world, await examined(), digest, { distrusted })
        : await verifyBadgeFile(world, badge, { keys });
    const known = knownOf(verification);
    return { ok: true, is, verification, ...(known && { known }) };
  } catch (fault) {
    if (badge !== undefined)
      return {
        ok: true,
        is,
        verification: { verdict: 'unchecked', reasons: ['no-register'], certificate: null },
        fault,
      };
    const found = await world.examiner.examine(bytes, []);
    return { ok: true, is, verification: await verifyExamined(undefined, found, digest, { distrusted }), fault };
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
