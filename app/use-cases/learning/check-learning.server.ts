import type { World } from '#app/platform/world.server.ts';
import { certaintyIn } from '#curriculum/quiz/certainty.ts';
import { scoreAttempt as scoreAnswers } from '#curriculum/quiz/score-answer.ts';
import { type EnrolmentRow, listAllEnrolments, listEvents } from '#db/queries/enrolment.ts';
import { listCountingResponses, listItemScores, listItems, listScoredAttempts } from '#db/queries/quiz.ts';
import { editionOf } from './quiz/edition-of.server.ts';
import { questionsOf } from './quiz/questions-of.ts';
import { replayedProjection } from './replayed-projection.server.ts';

type ScoredAttempt = Awaited<ReturnType<typeof listScoredAttempts>>[number];

/**
 * Returns what contradicts the events and answers: rows used for lists that differ from the replayed events, and scores
 * that differ from what the answers are worth or from what the flow was told.
 */
export async function checkLearning(world: World): Promise<string[]> {
  const problems: string[] = [];
  for (const enrolment of await listAllEnrolments(world.db)) {
    problems.push(...(await orItsFault(`enrolment ${enrolment.id}`, () => inProjection(world, enrolment))));
    for (const attempt of await listScoredAttempts(world.db, enrolment.id))
      problems.push(...(await orItsFault(`attempt ${attempt.id}`, () => inScores(world, enrolment, attempt))));
  }
  return problems;
}

/** A record that cannot be checked is a problem of its own and hides no others. */
async function orItsFault(record: string, look: () => Promise<string[]>): Promise<string[]> {
  try {
    return await look();
  } catch (error) {
    return [`${record} cannot be checked: ${error instanceof Error ? error.message : error}`];
  }
}

async function inProjection(world: World, enrolment: EnrolmentRow): Promise<string[]> {
  const { differs } = await replayedProjection(world, enrolment);
  return differs ? [`enrolment ${enrolment.id} is listed otherwise than its events say: db rebuild mends it`] : [];
}

async function inScores(world: World, enrolment: EnrolmentRow, attempt: ScoredAttempt): Promise<string[]> {
  const edition = await editionOf(world, enrolment, attempt);
  const items = await listItems(world.db, attempt.id);
  const answers = new Map(
    (await listCountingResponses(world.db, attempt.id)).map(({ slot, value }) => [slot, JSON.parse(value)]),
  );
  const result = scoreAnswers(
    questionsOf({ edition }, items),
    items.map(({ slot }) => answers.get(slot)),
    certaintyIn(edition.course, attempt.step),
  );
  const noted = new Map((await listItemScores(world.db, attempt.id)).map(({ slot, score }) => [slot, score]));
  const told = (await listEvents(world.db, enrolment.id))
    .filter(({ type, at }) => (type === 'quiz-scored' || type === 'quiz-timed-out') && at === attempt.handed_in_at)
    .map(({ payload }) => JSON.parse(payload) as { step: string; score: number })
    .find(({ step }) => step === attempt.step);
  return [
    ...(attempt.score === result.score && attempt.questions_right === result.right
      ? []
      : [`attempt ${attempt.id} has the score ${attempt.score}, but its answers are worth ${result.score}`]),
    ...(told?.score === attempt.score
      ? []
      : [`attempt ${attempt.id} has the score ${attempt.score}, but its event says ${told?.score ?? 'nothing'}`]),
    ...items.flatMap(({ slot }, place) =>
      noted.get(slot) === result.perQuestion[place]
        ? []
        : [
            `attempt ${attempt.id}, question ${slot}: ${noted.get(slot)} is noted, the answer is worth ${result.perQuestion[place]}`,
          ],
    ),
  ];
}
