import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { eachByItself } from '#app/use-cases/record/each-by-itself.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { can } from '#curriculum/flow/can.ts';
import { later } from '#curriculum/flow/duration.ts';
import { machineOf } from '#curriculum/flow/progress.ts';
import { deadlinesOver } from '#curriculum/quiz/in-time.ts';
import { listOverdueEnrolments } from '#db/queries/enrolment.ts';
import { findAttempt, listOverdueAttempts } from '#db/queries/quiz.ts';
import { scoreAttempt } from './quiz/score-attempt.server.ts';

/** Records the events that passing time causes, first for attempts and then for courses. Returns how many happened. */
export async function sweepDeadlines(world: World): Promise<number> {
  return (await sweepAttempts(world)) + (await sweepEnrolments(world));
}

/** Scores attempts whose time has run out, with the answers saved so far. */
async function sweepAttempts(world: World): Promise<number> {
  let swept = 0;
  const overdue = await listOverdueAttempts(world.db, deadlinesOver(world.now()));
  await eachByItself(
    world,
    'attempt',
    overdue,
    ({ id }) => id,
    async ({ id, enrolment_id }) => {
      const scored = await world.db.transaction().execute(async (trx) => {
        const record = await lockRecord(world, trx, enrolment_id);
        const attempt = await findAttempt(trx, id);
        if (!record || !attempt || attempt.handed_in_at) return false;
        return (await scoreAttempt(world, trx, record, attempt, 'quiz-timed-out', null)).ok;
      });
      if (scored) swept += 1;
      await issueWhenAssessed(world, enrolment_id);
    },
  );
  return swept;
}

/** Ends courses whose deadline has passed, and closes failed ones if nobody appeals in time. */
async function sweepEnrolments(world: World): Promise<number> {
  let swept = 0;
  const overdue = await listOverdueEnrolments(world.db, dayOf(world.now()));
  await eachByItself(
    world,
    'deadline',
    overdue,
    ({ id }) => id,
    async ({ id, state }) => {
      const fact = { at: world.now(), type: endOf(state) };
      const seen = (await findRecord(world, world.db, id))!;
      // After a dismissed appeal, the leader has the length of the appeal window again to grant one more attempt.
      if (state === 'failed' && fact.at <= later(seen.snapshot.context.at, seen.edition.course.appealWindow)) return;
      // Checked without a lock first, because a failed course is looked at every minute for two weeks.
      if (can(machineOf(seen.edition.course), seen.snapshot, fact)) return;
      const ended = await world.db.transaction().execute(async (trx) => {
        const record = (await lockRecord(world, trx, id))!;
        const recorded = await recordFact(world, trx, record, fact, null);
        if (!recorded.ok) return false;
        const { enrolment } = recorded.record;
        await writeLetter(world, trx, {
          personId: enrolment.person_id,
          key: `ended:${enrolment.id}`,
          template: `ended.${letterOf[fact.type]}`,
          words: (language) => ({ course: record.edition.course.title[language], url: `${world.publicUrl}/courses` }),
        });
        return true;
      });
      if (ended) swept += 1;
    },
  );
  return swept;
}

/** The letter about each end. */
const letterOf = {
  declined: 'declined',
  'hold-closed': 'declined',
  'no-show': 'lapsed',
  'deadline-passed': 'lapsed',
  'failure-closed': 'closed-failed',
} as const;

function endOf(state: string): 'declined' | 'hold-closed' | 'no-show' | 'deadline-passed' | 'failure-closed' {
  switch (state) {
    case 'requested':
      return 'declined';
    case 'waitlisted':
      return 'hold-closed';
    case 'enrolled':
      return 'no-show';
    case 'failed':
      return 'failure-closed';
    default:
      return 'deadline-passed';
  }
}
