import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { countParts } from '#app/use-cases/readiness/monday/count-parts.ts';
import type { Part } from '#app/use-cases/readiness/monday/part-of.ts';
import { findSnapshot } from '#app/use-cases/readiness/snapshots/find-snapshot.server.ts';
import { listSnapshots } from '#app/use-cases/readiness/snapshots/list-snapshots.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { ReportRow } from '#certificates/report/report-data.ts';
import { listReported } from '#db/queries/report.ts';
import { reportRows } from './report-rows.ts';

type Head = { id: string; asOf: string; takenAt: string; sha256: string };
export type ReportsView = {
  /** The report that is asked for, or the latest of the day; null if there is none. */
  shown:
    | (Head & {
        code: string;
        policyVersion: string;
        counts: Record<Part, number>;
        of: number;
        missing: number;
        rows: Omit<ReportRow, 'chance'>[];
      })
    | null;
  /** The one that is shown was altered in the database. */
  altered: boolean;
  earlier: Head[];
};

/** The reports that were made, the latest first, and the one that is asked for: by its snapshot, else the latest of a day. */
export async function seeReports(
  world: World,
  viewer: Viewer,
  asked: { asOf: string; language: 'da' | 'en'; snapshotId?: string | undefined },
): Promise<ReportsView | undefined> {
  if (!may(viewer, 'keep-snapshots')) return undefined;
  const heads = (await listSnapshots(world, viewer)) ?? [];
  const reported = await listReported(
    world.db,
    heads.map(({ id }) => id),
  );
  const reports = heads.filter(({ id }) => reported.has(id));
  const wanted = reports.find(({ id, asOf }) => (asked.snapshotId ? id === asked.snapshotId : asOf === asked.asOf));
  const found = wanted && (await findSnapshot(world, viewer, { id: wanted.id }));
  const earlier = reports.map(({ id, asOf, takenAt, sha256 }) => ({ id, asOf, takenAt, sha256 }));
  if (!found?.ok) return { shown: null, altered: found !== undefined, earlier };
  const { id, code, asOf, takenAt, sha256, policyVersion, rows, rules } = found.snapshot;
  return {
    shown: {
      ...{ id, code, asOf, takenAt, sha256, policyVersion, counts: countParts(rows) },
      of: rows.reduce((sum, { municipalities }) => sum + municipalities.length, 0),
      missing: rows.reduce((sum, { staffing }) => sum + (staffing.missing ?? 0), 0),
      rows: reportRows(rows, { policy: rules.policy, language: asked.language, chances: new Map() }).map(
        ({ chance: _, ...row }) => row,
      ),
    },
    altered: false,
    earlier,
  };
}
