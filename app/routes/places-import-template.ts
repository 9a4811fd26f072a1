import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvResponse } from '#app/platform/csv.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { listPlaceColumns } from '#app/use-cases/places/import/list-place-columns.ts';

/** An empty file with the columns of one import. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request, 'manage-places');
  const kind = new URL(request.url).searchParams.get('kind') ?? 'biblioteker';
  const columns = listPlaceColumns(viewer, kind);
  if (!columns) throw notFound();
  return csvResponse(`${kind}.csv`, { head: columns, rows: [] });
}
