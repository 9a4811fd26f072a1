import type { World } from '#app/platform/world.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { breakOffAttempt as closeAttempt, findLatestAttempt } from '#db/queries/quiz.ts';
import { type DecisionOutcome, recordDecision } from './record-decision.server.ts';
import { withAdviser } from './with-adviser.server.ts';

/** Breaks off an attempt that a fault of ours has spoilt, with a reason. It does not count, and can be taken anew at once. */
export function breakOffAttempt(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; reason: string },
): Promise<DecisionOutcome> {
  return withAdviser(world, viewer, input.enrolmentId, async (trx, { record }): Promise<DecisionOutcome> => {
    const reason = parseReason(input.reason);
    if (!reason) return { ok: false, reason: 'reason-missing' };
    const attempt = await findLatestAttempt(trx, input.enrolmentId, input.step);
    if (!attempt) return { ok: false, reason: 'not-found' };
    const at = world.now();
    const done = await recordDecision(world, trx, viewer, record, {
      at,
      type: 'quiz-faulted',
      step: input.step,
      reason,
    });
    if (!done.ok) return done;
    await closeAttempt(trx, attempt.id, at);
    await writeLetter(world, trx, {
      personId: record.enrolment.person_id,
      key: `broken-off:${attempt.id}`,
      template: 'broken-off',
      words: (language) => ({
        step: record.edition.course.steps.find(({ id }) => id === input.step)!.title[language],
        reason,
        url: `${world.publicUrl}/enrolments/${input.enrolmentId}/steps/${input.step}`,
      }),
    });
    return done;
  });
}
