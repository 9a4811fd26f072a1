import type { World } from '#app/platform/world.server.ts';
import { takeSnapshot } from '#app/use-cases/readiness/snapshots/take-snapshot.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { ReportData } from '#certificates/report/report-data.ts';
import { makeReport } from './make-report.server.ts';

type Outcome =
  | Awaited<ReturnType<typeof makeReport>>
  | Extract<Awaited<ReturnType<typeof takeSnapshot>>, { ok: false }>;

/** Freezes a day for the whole country and prints its report. The same form sent twice freezes and prints once. */
export async function orderReport(
  world: World,
  viewer: Viewer | null,
  { asOf, operationId, map }: { asOf: string; operationId?: string; map: ReportData['map'] },
): Promise<Outcome> {
  const taken = await takeSnapshot(world, viewer, {
    ...{ asOf, scope: { kind: 'country' } },
    ...(operationId && { operationId }),
  });
  return taken.ok ? makeReport(world, viewer, { snapshotId: taken.id, map }) : taken;
}
