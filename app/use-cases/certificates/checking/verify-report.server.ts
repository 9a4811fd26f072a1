import type { World } from '#app/platform/world.server.ts';
import { findSnapshotByReport } from '#db/queries/report.ts';
import { findSnapshotRow } from '#db/queries/snapshot.ts';
import { storedReport } from './stored-report.server.ts';
import type { CheckedReport, Reason, Verification } from './verification.ts';

type Found = Pick<CheckedReport, 'code' | 'signedAt' | 'signedBy' | 'stampedAt' | 'signers'>;

/**
 * What a file is worth that says it is a report: the register knows the bytes it stored and no others, and says whether the
 * figures are still the ones that were frozen. A report is never a valid certificate.
 */
export async function verifyReport(
  register: World | undefined,
  found: Found,
  digest: string,
  unchecked: readonly Reason[],
): Promise<Verification> {
  if (!register)
    return {
      verdict: 'unchecked',
      reasons: ['report-only', ...unchecked, 'no-register'],
      certificate: null,
      report: found,
    };
  const known = await findSnapshotByReport(register.db, digest);
  if (known?.code !== found.code) {
    const isOurs = known || (await findSnapshotRow(register.db, { code: found.code }));
    const reason: Reason = isOurs ? 'other-bytes-than-issued' : 'not-in-register';
    return { verdict: 'not-genuine', reasons: [reason], certificate: null };
  }
  const stored = await storedReport(register, known.code);
  const report = { ...stored, ...found };
  const changed: Reason[] = stored.isAsStored ? [] : ['snapshot-altered'];
  if (unchecked.length > 0)
    return { verdict: 'unchecked', reasons: [...unchecked, 'report-only', ...changed], certificate: null, report };
  return { verdict: 'not-valid-now', reasons: ['report-only', ...changed], certificate: null, report };
}
