import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { readEvidenceDocument } from '#app/use-cases/readiness/evidence/read-evidence-document.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireViewer(context, request, 'see-readiness');
  const file = await readEvidenceDocument(world, viewer, params.evidenceId!);
  if (!file) throw notFound();
  return fileResponse(file);
}
