import type { LoaderFunctionArgs } from '@remix-run/node';
import { asOfFrom } from '#app/platform/as-of.server.ts';
import { csvResponse } from '#app/platform/csv.server.ts';
import { monthIn } from '#app/platform/month-in.ts';
import { translator } from '#app/platform/translator.server.ts';
import { questionTable } from '#app/server/question-table.server.ts';
import { forbidden, notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import { questions } from '#app/use-cases/readiness/questions/answers.ts';
import { earlierDay } from '#app/use-cases/readiness/questions/earlier-day.ts';
import { withinRegion } from '#app/use-cases/readiness/questions/within-region.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';

/** The table of a question, row by row as its page shows it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const t = translator({ language }, 'agency');
  const question = questions.find((each) => each === params.question);
  if (!question) throw notFound();
  const url = new URL(request.url);
  const day = asOfFrom(world, url);
  if (!day.ok) return new Response(t('date.no-such-day'), { status: 400 });
  const month = monthIn(url);
  const since = earlierDay(url.searchParams.get('since'), day.asOf);
  const now = await readinessOn(world, viewer, day.asOf, day.knownOn);
  if (!now) throw forbidden();
  const before = question === 'compare' ? await readinessOn(world, viewer, since, day.knownOn) : undefined;
  const within = { region: (url.searchParams.get('region') ?? '').slice(0, 60), day: day.asOf };
  const answer = async () =>
    answerQuestion(world, question, {
      now: await withinRegion(world, now, within),
      before: before && (await withinRegion(world, before, within)),
      month,
    });
  const { head, rows } = questionTable(world, language, await answer());
  return csvResponse(`${question}-${day.asOf}.csv`, {
    head: [t('csv.code'), ...head],
    rows: rows.map(({ code, cells }) => [code ?? '', ...cells]),
    notes: { head: t('csv.note'), texts: world.demo ? [t('csv.demo')] : [] },
  });
}
