import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { addressOf } from '#app/components/quiz/question-address.ts';
import { sentAnswer } from '#app/components/quiz/sent-answer.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { questionPage, reviewPage, stepAddress } from '#app/server/quiz-pages.server.ts';
import { notFound, requireFormViewer, slotOf } from '#app/server/require-viewer.server.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';

export function loader() {
  return redirect('/my-certificate');
}

/** Receives an answer that the page sends by itself while somebody is still at the question, and gives it the next one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const asking = await requireFormViewer(context, request, 'learn');
  const { world, viewer, language } = asking;
  const t = translator({ language }, 'adviser');
  const form = await readForm(request);
  const outcome = await saveAnswer(world, viewer, {
    attemptId: form.text('attempt'),
    slot: slotOf(params.slot),
    operationId: form.text('operation'),
    answer: sentAnswer(form.fields()).answer,
    certainty: form.text('certainty'),
  });
  if (outcome.ok) {
    const place = { enrolmentId: params.enrolmentId!, step: params.step! };
    const next = form.text('next');
    const page =
      next === 'review' ? await reviewPage(asking, place) : await questionPage(asking, { ...place, slot: next });
    const brought = page && { to: addressOf(stepAddress(place), next), page };
    return Response.json({ savedAt: outcome.savedAt, dueAt: outcome.dueAt, brought });
  }
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'handed-in':
      return Response.json({ error: t('question.handed-in'), over: true }, { status: 409 });
    case 'too-late':
      return Response.json({ error: t('question.too-late'), over: outcome.over }, { status: 409 });
    case 'not-an-answer':
      return Response.json({ error: t(`question.issue.${outcome.issue}`) }, { status: 400 });
  }
}
