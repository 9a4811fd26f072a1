import type { Environment } from '#app/platform/env.server.ts';
import { questionTable } from '#app/server/question-table.server.ts';
import { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import type { Question } from '#app/use-cases/readiness/questions/answers.ts';
import { withinRegion } from '#app/use-cases/readiness/questions/within-region.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness shortage --as-of DAY` and the other questions that have a table; a comparison needs `--since`. */
export async function questionVerb(question: Question, { options }: Input, env: Environment): Promise<Answer> {
  const { 'as-of': asked, 'known-on': knownOn, since, month, region = '' } = options;
  const refused = noSuchDay(asked, since, knownOn);
  if (refused) return refused;
  if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    return wrongUsage(`"${month}" is not a month: write 2027-03.`);
  if (question === 'compare' && since === undefined) return wrongUsage('Name the earlier day with --since.');
  return inWorld(env, async (world) => {
    const asOf = asked ?? dayOf(world.now());
    if (since !== undefined && since >= asOf) return { exit: 1, error: `${since} is not before ${asOf}.` };
    const now = await readinessOfTheCountry(world, asOf, { knownOn });
    const before = since === undefined ? undefined : await readinessOfTheCountry(world, since, { knownOn });
    const within = { region, day: asOf };
    const answer = await answerQuestion(world, question, {
      now: await withinRegion(world, now, within),
      before: before && (await withinRegion(world, before, within)),
      month,
    });
    const { title, rows } = questionTable(world, 'en', answer);
    const lines = [title, ...rows.map(({ cells }) => cells.join(' · '))];
    return {
      exit: 0,
      text: lines.join('\n'),
      json: json['readiness shortage|expiring|knowledge|invitations|compare'](answer),
    };
  });
}
