import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { readReportFile } from '#app/use-cases/readiness/report/read-report-file.server.ts';

/** The stored PDF of a report. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireViewer(context, request, 'keep-snapshots');
  const file = await readReportFile(world, viewer, { snapshotId: params.snapshotId!, language: params.language! });
  if (!file) throw notFound();
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${file.called}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
