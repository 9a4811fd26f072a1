import type { World } from '#app/platform/world.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { formatInstant } from '#app/words/format.ts';
import { type AttemptRow, updateDeadline } from '#db/queries/quiz.ts';
import type { Db } from '#db/schema.ts';

/**
 * Gives the attempts that run on this enrolment the person's new time, counted from their start, and tells the adviser
 * when each ends now. An attempt never gets less than it has. The record is locked by the caller.
 */
export async function extendAttempts(
  world: World,
  trx: Db,
  viewer: Viewer,
  given: { record: LearningRecord; running: readonly AttemptRow[]; factor: number },
): Promise<void> {
  let { record } = given;
  const { enrolment, edition } = record;
  for (const attempt of given.running.filter(({ enrolment_id }) => enrolment_id === enrolment.id)) {
    const step = edition.course.steps.find(({ id }) => id === attempt.step);
    if (step?.kind !== 'quiz' || !step.timeLimit) continue;
    const dueAt = new Date(Date.parse(attempt.started_at) + step.timeLimit * given.factor).toISOString();
    if (dueAt <= attempt.deadline_at!) continue;
    const fact = { at: world.now(), type: 'time-extended' as const, step: step.id, dueAt };
    const recorded = await recordFact(world, trx, record, fact, viewer.personId);
    if (!recorded.ok) continue;
    record = recorded.record;
    await updateDeadline(trx, attempt.id, dueAt);
    await writeLetter(world, trx, {
      personId: enrolment.person_id,
      key: `time-extended:${attempt.id}:${dueAt}`,
      template: 'time-extended',
      words: (language) => ({
        step: step.title[language],
        until: formatInstant(language, dueAt),
        url: `${world.publicUrl}/enrolments/${enrolment.id}/steps/${step.id}`,
      }),
    });
  }
}
