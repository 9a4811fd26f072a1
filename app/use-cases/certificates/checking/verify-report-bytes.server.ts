import type { World } from '#app/platform/world.server.ts';
import { findSnapshotByReport } from '#db/queries/report.ts';
import { storedReport } from './stored-report.server.ts';
import type { Reason, Verification } from './verification.ts';

/** A file that nothing in it proves the origin of, but whose bytes the register stored as a report. */
export async function verifyReportBytes(
  register: World | undefined,
  reason: 'no-signature' | 'former-root',
  digest: string,
): Promise<Verification | undefined> {
  const known = register && (await findSnapshotByReport(register.db, digest));
  if (!register || !known) return undefined;
  const report = await storedReport(register, known.code);
  const changed: Reason[] = report.isAsStored ? [] : ['snapshot-altered'];
  return { verdict: 'unchecked', reasons: [reason, 'report-only', ...changed], certificate: null, report };
}
