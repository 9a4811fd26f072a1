import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireSignedIn } from '#app/server/require-viewer.server.ts';
import { readSubmissionFile } from '#app/use-cases/learning/practical/read-submission-file.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireSignedIn(context, request);
  const file = await readSubmissionFile(world, viewer, { submissionId: params.submissionId!, sha256: params.sha256! });
  if (!file) throw notFound();
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': file.type,
      // Always downloaded and never opened as a page of our site, whatever the file contains.
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': 'sandbox',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
