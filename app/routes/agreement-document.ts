import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { readAgreementDocument } from '#app/use-cases/partners/read-agreement-document.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireViewer(context, request, 'see-partners');
  const file = await readAgreementDocument(world, viewer, params.agreementId!);
  if (!file) throw notFound();
  return fileResponse(file);
}
