import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { fileResponse } from '#app/platform/file-response.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { printInvitations } from '#app/use-cases/rollout/invitations/print-invitations.server.ts';

/**
 * The letters of the invitations on paper that can still be answered, as one PDF: all, those of a wave (`?wave=ID`) or one
 * (`?invitation=ID`). Where some cannot be drawn the page of invitations names them and offers the others (`&without=ID`).
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'record-rollout');
  const asked = new URL(request.url).searchParams;
  const waveId = asked.get('wave') ?? undefined;
  const outcome = await printInvitations(world, viewer, {
    ...{ language, waveId, without: asked.getAll('without') },
    invitationId: asked.get('invitation') ?? undefined,
  });
  if (!outcome.ok) {
    switch (outcome.reason) {
      case 'forbidden':
        throw forbidden();
      case 'nobody':
        throw notFound();
      case 'not-drawn': {
        const undrawn = [...asked.getAll('without'), ...outcome.undrawn].map((id) => ['undrawn', id]);
        const words = new URLSearchParams([...undrawn, ...(waveId ? [['wave', waveId]] : [])] as [string, string][]);
        throw redirect(`/rollout/invitations?${words}`);
      }
    }
  }
  const name = `${translator({ language }, 'rollout')('letters.file')}-${world.now().slice(0, 10)}.pdf`;
  return fileResponse({ bytes: outcome.bytes, type: 'application/pdf', name });
}
