import type { World } from '#app/platform/world.server.ts';
import { catchCannotPrint } from '#app/use-cases/certificates/issuing/cannot-print.ts';
import { printBoth } from '#app/use-cases/certificates/issuing/print-both.server.ts';
import { storeFile } from '#app/use-cases/certificates/issuing/store-file.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findSnapshot } from '#app/use-cases/readiness/snapshots/find-snapshot.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { ReportData } from '#certificates/report/report-data.ts';
import { findReportDocument, insertReportDocument } from '#db/queries/report.ts';
import { reportDataOf } from './report-data-of.server.ts';

type Outcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'altered' | 'key-not-in-force' }
  | { ok: false; reason: 'letters-missing' | 'no-room'; because: string };

/**
 * Prints the report of a snapshot, in both languages, and stores the bytes; what was printed once is not printed again. The
 * map is given as plain outlines. Without a viewer it is the command line.
 */
export async function makeReport(
  world: World,
  viewer: Viewer | null,
  { snapshotId, map }: { snapshotId: string; map: ReportData['map'] },
): Promise<Outcome> {
  if (viewer && !may(viewer, 'keep-snapshots')) return { ok: false, reason: 'forbidden' };
  const found = await findSnapshot(world, viewer, { id: snapshotId });
  if (!found.ok) return { ok: false, reason: found.reason };
  const { id } = found.snapshot;
  if (await findReportDocument(world.db, id, 'da')) return { ok: true, id };
  const printed = await catchCannotPrint(printBoth(world, await reportDataOf(world, found.snapshot, map)));
  if ('ok' in printed) {
    if (printed.reason === 'letters-missing') return { ...printed, because: printed.letters.join(' ') };
    return printed.reason === 'no-room' ? { ...printed, because: printed.flaw } : printed;
  }
  await world.db.transaction().execute(async (trx) => {
    const at = world.now();
    for (const language of ['da', 'en'] as const) {
      const sha256 = await storeFile(trx, printed[language], at);
      // Of two who print at once, the first one's bytes are the report.
      const isFirst = await insertReportDocument(trx, { snapshot_id: id, language, sha256, recorded_at: at });
      if (!isFirst) return;
      await writeAudit(world, trx, {
        actor: viewer?.personId || null,
        action: 'report-printed',
        subject: `${id}/${language}`,
        detail: sha256,
      });
    }
  });
  return { ok: true, id };
}
