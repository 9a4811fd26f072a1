import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findReportDocument } from '#db/queries/report.ts';
import { findSnapshotRow } from '#db/queries/snapshot.ts';

/** The stored bytes of a report; it is never printed again. */
export async function readReportFile(
  world: World,
  viewer: Viewer | null,
  { snapshotId, language }: { snapshotId: string; language: string },
): Promise<{ bytes: Uint8Array; sha256: string; called: string } | undefined> {
  if (viewer && !may(viewer, 'keep-snapshots')) return undefined;
  if (language !== 'da' && language !== 'en') return undefined;
  const [file, snapshot] = await Promise.all([
    findReportDocument(world.db, snapshotId, language),
    findSnapshotRow(world.db, { id: snapshotId }),
  ]);
  if (!file || !snapshot) return undefined;
  const called = `${language === 'da' ? 'rapport' : 'report'}-${snapshot.asOf}-${language}.pdf`;
  return { bytes: file.bytes, sha256: file.sha256, called };
}
