import { findAttempt, listOverdueAttempts } from '#db/queries/quiz.ts';
import type { World } from '../../platform/world.server.ts';
import { issueWhenAssessed } from '../certificates/issue-certificate.server.ts';
import { lockRecord } from '../learning-record.server.ts';
import { scoreAttempt } from './score-attempt.server.ts';

/** Sends the events that only time brings: an attempt whose time has run out is scored with what was saved. */
export async function sweepDeadlines(world: World): Promise<number> {
  let swept = 0;
  for (const { id, enrolment_id } of await listOverdueAttempts(world.db, world.now())) {
    const scored = await world.db.transaction().execute(async (trx) => {
      const record = await lockRecord(world, trx, enrolment_id);
      const attempt = await findAttempt(trx, id);
      if (!record || !attempt || attempt.handed_in_at) return false;
      return (await scoreAttempt(world, trx, record, attempt, 'quiz-timed-out', null)).ok;
    });
    if (scored) swept += 1;
    await issueWhenAssessed(world, enrolment_id);
  }
  return swept;
}
