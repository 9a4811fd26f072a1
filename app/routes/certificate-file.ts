import type { LoaderFunctionArgs } from '@remix-run/node';
import { pdfResponse } from '#app/platform/file-response.server.ts';
import { notFound, requireSignedIn } from '#app/server/require-viewer.server.ts';
import { readCertificateFile } from '#app/use-cases/certificates/register/read-certificate-file.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireSignedIn(context, request);
  const file = await readCertificateFile(world, viewer, { number: params.number!, language: params.language! });
  if (!file) throw notFound();
  return pdfResponse(file);
}
