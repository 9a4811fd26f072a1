import type { World } from '#app/platform/world.server.ts';
import type { RecordOutcome } from '#app/use-cases/record/append-fact.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { certaintyIn } from '#curriculum/quiz/certainty.ts';
import { scoreAttempt as scoreAnswers } from '#curriculum/quiz/score-answer.ts';
import { type AttemptRow, appendItemScores, closeAttempt, listCountingResponses, listItems } from '#db/queries/quiz.ts';
import type { Db } from '#db/schema.ts';
import { questionsOf } from './questions-of.ts';

/** Scores the answers saved in time, closes the attempt and records the result in the flow. */
export async function scoreAttempt(
  world: World,
  trx: Db,
  record: LearningRecord,
  attempt: AttemptRow,
  how: 'quiz-scored' | 'quiz-timed-out',
  actor: string | null,
): Promise<RecordOutcome> {
  const at = world.now();
  const items = await listItems(trx, attempt.id);
  const saved = new Map(
    (await listCountingResponses(trx, attempt.id)).map(({ slot, value }) => [slot, JSON.parse(value)]),
  );
  const result = scoreAnswers(
    questionsOf(record, items),
    items.map(({ slot }) => saved.get(slot)),
    certaintyIn(record.edition.course, attempt.step),
  );
  const fact: FlowEvent = { at, type: how, step: attempt.step, score: result.score };
  const recorded = await recordFact(world, trx, record, fact, actor);
  if (!recorded.ok) return recorded;
  await closeAttempt(trx, attempt.id, { handedInAt: at, right: result.right, score: result.score });
  await appendItemScores(
    trx,
    items.map(({ slot }, place) => ({
      attempt_id: attempt.id,
      slot,
      score: result.perQuestion[place]!,
      recorded_at: at,
    })),
  );
  return recorded;
}
