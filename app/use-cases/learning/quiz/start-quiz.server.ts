import type { World } from '#app/platform/world.server.ts';
import { withOwnRecord } from '#app/use-cases/learning/with-own-record.server.ts';
import type { OwnRefused } from '#app/use-cases/learning/without-record.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { drawQuestions, repeatedIn } from '#curriculum/quiz/draw-questions.ts';
import { findOwnTime } from '#db/queries/exception.ts';
import { countSeenQuestions, findLatestAttempt, insertAttempt } from '#db/queries/quiz.ts';

type Outcome = { ok: true; attemptId: string } | OwnRefused;

/**
 * Draws the questions with a new seed and fixes them and their order. The time starts on the server. An unfinished
 * attempt continues.
 */
export function startQuiz(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string },
): Promise<Outcome> {
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<Outcome> => {
    const at = world.now();
    const latest = await findLatestAttempt(trx, input.enrolmentId, input.step);
    if (latest?.handed_in_at === null) return { ok: true, attemptId: latest.id };
    const step = record.edition.course.steps.find(({ id }) => id === input.step);
    if (step?.kind !== 'quiz') return { ok: false, reason: 'not-found' };
    const factor = await findOwnTime(trx, viewer.personId, dayOf(at));
    const dueAt = step.timeLimit && new Date(Date.parse(at) + step.timeLimit * factor).toISOString();
    const started = await recordFact(
      world,
      trx,
      record,
      { at, type: 'quiz-started', step: step.id, ...(dueAt && { dueAt }) },
      viewer.personId,
    );
    if (!started.ok) return started;
    const attemptId = world.newId();
    const seed = world.newSecret(16);
    // Editions without goals draw as they did when they were published.
    const avoidsSeen = record.edition.course.goals !== undefined;
    const seen = avoidsSeen ? await countSeenQuestions(trx, input.enrolmentId, step.id) : new Map<string, number>();
    const items = drawQuestions(step.blueprint, record.edition.banks, seed, seen);
    await insertAttempt(
      trx,
      {
        id: attemptId,
        enrolment_id: input.enrolmentId,
        step: step.id,
        number: (latest?.number ?? 0) + 1,
        seed,
        started_at: at,
        deadline_at: dueAt || null,
        handed_in_at: null,
        questions_right: null,
        score: null,
        repeated: repeatedIn(items, seen),
        recorded_at: at,
      },
      items.map((item) => ({
        attempt_id: attemptId,
        slot: item.slot,
        bank: item.bank,
        question: item.question,
        option_order: JSON.stringify(item.optionOrder),
      })),
    );
    return { ok: true, attemptId };
  });
}
