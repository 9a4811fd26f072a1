import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvResponse } from '#app/platform/csv.server.ts';
import { reportTable } from '#app/server/report-table.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { findSnapshot } from '#app/use-cases/readiness/snapshots/find-snapshot.server.ts';

/** The table of a report, from the figures that were frozen. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'keep-snapshots');
  const found = await findSnapshot(world, viewer, { id: params.snapshotId! });
  if (!found.ok) throw notFound();
  const { name, ...table } = reportTable(world, language, found.snapshot);
  return csvResponse(name, table);
}
