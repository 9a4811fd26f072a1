import type { World } from '#app/platform/world.server.ts';
import { withOwnRecord } from '#app/use-cases/learning/with-own-record.server.ts';
import { type OwnOutcome, withoutRecord } from '#app/use-cases/learning/without-record.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findAttempt } from '#db/queries/quiz.ts';
import { scoreAttempt } from './score-attempt.server.ts';

type Outcome = OwnOutcome | { ok: false; reason: 'handed-in' | 'time-left' };

/**
 * Hands in an attempt: the answers saved in time are scored. After the deadline the attempt counts as expired. A page
 * that sees its time run out hands in `whenOver`: if the attempt got more time meanwhile, it goes on.
 */
export function handInQuiz(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; attemptId: string; whenOver?: boolean },
): Promise<Outcome> {
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<Outcome> => {
    const attempt = await findAttempt(trx, input.attemptId);
    if (!attempt || attempt.enrolment_id !== record.enrolment.id) return { ok: false, reason: 'not-found' };
    if (attempt.handed_in_at) return { ok: false, reason: 'handed-in' };
    const late = attempt.deadline_at !== null && world.now() >= attempt.deadline_at;
    if (input.whenOver && !late) return { ok: false, reason: 'time-left' };
    return withoutRecord(
      await scoreAttempt(world, trx, record, attempt, late ? 'quiz-timed-out' : 'quiz-scored', viewer.personId),
    );
  });
}
