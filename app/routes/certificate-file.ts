import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireSignedIn } from '#app/server/require-viewer.server.ts';
import { readCertificateFile } from '#app/use-cases/certificates/register/read-certificate-file.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireSignedIn(context, request);
  const file = await readCertificateFile(world, viewer, { number: params.number!, language: params.language! });
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
