import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { readTry } from '#curriculum/content/exercises/read-try.ts';
import { progressIn } from '#curriculum/flow/progress.ts';
import type { AnswerIssue } from '#curriculum/quiz/parse-answer.ts';
import { insertFormDone, putTry } from '#db/queries/exercise-try.ts';
import { orderOf } from './order-of.ts';

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'not-an-answer'; issue: AnswerIssue };

/**
 * Keeps one try at an exercise of a lesson that the adviser may read. It is never counted for a result. The same form with
 * the same answer sent twice is one try.
 */
export async function tryExercise(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; exercise: string; sent: readonly string[]; operationId?: string },
): Promise<Outcome> {
  const record = await findRecord(world, world.db, input.enrolmentId);
  if (!record || !may(viewer, 'learn', { personId: record.enrolment.person_id }))
    return { ok: false, reason: 'not-found' };
  const exercise = record.edition.readings.get(input.step)?.exercises.find(({ id }) => id === input.exercise);
  const { steps } = progressIn(record.edition.course, record.snapshot);
  const isOpen = steps.some(({ id, state }) => id === input.step && state !== 'closed');
  if (!exercise || exercise.is === 'dialogue' || !isOpen) return { ok: false, reason: 'not-found' };
  const order = exercise.is === 'check' ? orderOf(input.enrolmentId, exercise.question) : [];
  const read = readTry(exercise, order, input.sent);
  if (!read.ok) return { ok: false, reason: 'not-an-answer', issue: read.issue };
  const at = world.now();
  const operation = operationOf(viewer, input);
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const isFirst = !operation || (await insertFormDone(trx, { operation, enrolment_id: input.enrolmentId, at }));
    if (isFirst)
      await putTry(trx, {
        enrolment_id: input.enrolmentId,
        step: input.step,
        exercise: exercise.id,
        answer: JSON.stringify(read.answer),
        at,
      });
    return { ok: true };
  });
}
