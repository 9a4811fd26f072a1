import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { notFound, requireSignedIn } from '#app/server/require-viewer.server.ts';
import { readSubmissionFile } from '#app/use-cases/learning/practical/read-submission-file.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer } = requireSignedIn(context, request);
  const file = await readSubmissionFile(world, viewer, { submissionId: params.submissionId!, sha256: params.sha256! });
  if (!file) throw notFound();
  return fileResponse(file);
}
