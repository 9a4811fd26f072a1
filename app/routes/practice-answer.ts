import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { sentAnswer } from '#app/components/quiz/sent-answer.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireFormViewer } from '#app/server/require-viewer.server.ts';
import { savePracticeAnswer } from '#app/use-cases/practice/save-practice-answer.server.ts';

export function loader() {
  return redirect('/practice');
}

/** Receives an answer that a page kept and sends by itself; the same operation twice changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'practise');
  const form = await readForm(request);
  const certainty = form.text('certainty');
  const outcome = await savePracticeAnswer(world, viewer, {
    course: form.text('course'),
    question: form.text('question'),
    round: form.text('round'),
    operationId: form.text('operation'),
    answer: sentAnswer(form.fields()).answer,
    certainty: /^[1-4]$/.test(certainty) ? Number(certainty) : null,
  });
  if (outcome.ok) return Response.json({ round: outcome.round, right: outcome.right });
  if (outcome.reason === 'not-an-answer')
    return Response.json(
      { error: translator({ language }, 'adviser')(`question.issue.${outcome.issue}`) },
      { status: 400 },
    );
  const error = translator({ language }, 'practice')(`refused.${outcome.reason}`);
  return Response.json({ error }, { status: outcome.reason === 'not-found' ? 404 : 409 });
}
