import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { readOutreachFile } from '#app/use-cases/partners/read-outreach-file.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireViewer(context, request, 'see-partners');
  const file = await readOutreachFile(world, viewer, params.outreachId!);
  if (!file) throw notFound();
  return fileResponse(file);
}
