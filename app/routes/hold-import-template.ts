import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvResponse } from '#app/platform/csv.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { listImportColumns } from '#app/use-cases/holds/seats/list-import-columns.server.ts';

/** An empty file with the columns of the import. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireViewer(context, request, 'import-people');
  const columns = await listImportColumns(world, viewer, params.holdId!);
  if (!columns) throw notFound();
  return csvResponse('vejledere.csv', { head: columns, rows: [] });
}
