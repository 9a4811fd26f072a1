import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer } from '#app/server/require-viewer.server.ts';
import { saveDraft } from '#app/use-cases/learning/practical/save-draft.server.ts';

export function loader() {
  return redirect('/my-certificate');
}

/** Receives the text of a practical, which the page sends by itself while somebody writes. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'learn');
  const form = await readForm(request);
  const outcome = await saveDraft(world, viewer, {
    enrolmentId: params.enrolmentId!,
    step: params.step!,
    text: form.text('text'),
  });
  if (outcome.ok) return Response.json({ savedAt: outcome.savedAt });
  if (outcome.reason === 'not-found') throw notFound();
  const t = translator({ language }, 'adviser');
  return outcome.reason === 'text-too-long'
    ? Response.json({ error: t('practical.text-too-long') }, { status: 400 })
    : Response.json({ error: t('practical.not-open') }, { status: 409 });
}
