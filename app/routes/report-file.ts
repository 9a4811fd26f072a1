import type { LoaderFunctionArgs } from '@remix-run/node';
import { pdfResponse } from '#app/platform/file-response.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { readReportFile } from '#app/use-cases/readiness/report/read-report-file.server.ts';

/** The stored PDF of a report. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireViewer(context, request, 'keep-snapshots');
  const file = await readReportFile(world, viewer, { snapshotId: params.snapshotId!, language: params.language! });
  if (!file) throw notFound();
  return pdfResponse(file);
}
