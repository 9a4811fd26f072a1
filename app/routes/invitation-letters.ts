import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { printInvitations } from '#app/use-cases/rollout/invitations/print-invitations.server.ts';

/** The letters of the invitations on paper that can still be answered, as one PDF, or one of them: `?invitation=ID`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'record-rollout');
  const invitationId = new URL(request.url).searchParams.get('invitation') ?? undefined;
  const outcome = await printInvitations(world, viewer, { language, invitationId });
  if (!outcome.ok) {
    switch (outcome.reason) {
      case 'forbidden':
        throw forbidden();
      case 'nobody':
        throw notFound();
      case 'not-printed': {
        const t = translator({ language }, 'rollout');
        throw new Response(t('letters.not-printed'), { status: 409, headers: { 'Content-Type': 'text/plain' } });
      }
    }
  }
  const name = `${translator({ language }, 'rollout')('letters.file')}-${world.now().slice(0, 10)}.pdf`;
  return fileResponse({ bytes: outcome.bytes, type: 'application/pdf', name });
}
