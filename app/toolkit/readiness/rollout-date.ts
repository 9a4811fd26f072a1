import type { Environment } from '#app/platform/env.server.ts';
import { rolloutDateOn } from '#app/use-cases/readiness/monday/rollout-date-on.server.ts';
import { type RolloutDateIssue, setRolloutDate } from '#app/use-cases/readiness/monday/set-rollout-date.server.ts';
import { issueKey } from '#app/words/issue-key.ts';
import { dayOf, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { listRolloutDates } from '#db/queries/rollout-date.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';
import { noSuchDay } from './no-such-day.ts';

/** `readiness rollout-date --as-of DAY` shows the day of the rollout as it was set then; `--set DAY` sets another. */
export async function rolloutDateVerb({ options }: Input, env: Environment): Promise<Answer> {
  const { 'as-of': asked, set, target = '', note = '' } = options;
  const refused = noSuchDay(asked, set);
  if (refused) return refused;
  if (set === undefined && (options.target !== undefined || options.note !== undefined))
    return wrongUsage('Name the day with --set.');
  if (set !== undefined && asked !== undefined) return wrongUsage('A day is set from now on: leave out --as-of.');
  return inWorld(env, async (world) => {
    const outcome = set === undefined ? undefined : await setRolloutDate(world, null, { day: set, target, note });
    if (outcome && !outcome.ok)
      return {
        exit: 1,
        error:
          outcome.reason === 'forbidden'
            ? 'You may not do that.'
            : outcome.issues.map((issue) => said[issueKey(issue)]).join(' '),
      };
    const asOf = asked ?? dayOf(world.now());
    const found = await rolloutDateOn(world.db, asOf);
    const history = (await listRolloutDates(world.db)).filter(({ setAt }) => setAt <= endOfDay(asOf));
    const targeted = found?.target ? `, ${found.target} municipalities` : '';
    return {
      exit: 0,
      text: found ? `${found.day}${targeted}` : 'No day is set. Set one with --set 2027-10-01.',
      json: json['readiness rollout-date'](asOf, found, history),
    };
  });
}

const said: Record<ReturnType<typeof issueKey<RolloutDateIssue>>, string> = {
  'day.missing': 'Name the day with --set 2027-10-01.',
  'day.not-a-day': 'Write the day as 2027-10-01.',
  'day.not-ahead': 'The day must come after today.',
  'day.too-far': 'The day is more than 5 years ahead.',
  'target.not-a-target': '--target takes a whole number of municipalities, from 1 to all of them.',
  'note.too-long': 'The note has at most 500 characters.',
};
