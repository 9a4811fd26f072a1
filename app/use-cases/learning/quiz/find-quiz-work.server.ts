import type { World } from '#app/platform/world.server.ts';
import { editionOf } from '#app/use-cases/learning/quiz/edition-of.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { type Feedback, feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import { answerTo, kindOf } from '#curriculum/quiz/question.ts';
import { type QuestionView, questionView } from '#curriculum/quiz/question-view.ts';
import { neededToPass } from '#curriculum/quiz/score-answer.ts';
import { findLatestAttempt, listCountingResponses, listItems } from '#db/queries/quiz.ts';

export type AttemptView = {
  id: string;
  number: number;
  startedAt: string;
  dueAt: string | null;
  /** `given` is the saved answer as a form sends it; empty when there is none. */
  items: { slot: number; question: QuestionView; given: string[] }[];
};
export type ResultView = {
  right: number;
  of: number;
  needed: number;
  passed: boolean;
  handedInAt: string;
  /** When the time ran out, if that ended the attempt. */
  ranOutAt: string | null;
  items: { slot: number; text: string; feedback: Feedback }[];
};

/** The running attempt, or the result of the last one; never both. One that was broken off has no result. */
export async function findQuizWork(
  world: World,
  record: LearningRecord,
  { id: step, passMark }: { id: string; passMark: number },
): Promise<{ attempt: AttemptView | null; result: ResultView | null }> {
  const attempt = await findLatestAttempt(world.db, record.enrolment.id, step);
  if (!attempt || (attempt.handed_in_at && attempt.score === null)) return { attempt: null, result: null };
  const items = await listItems(world.db, attempt.id);
  const questions = questionsOf({ edition: await editionOf(world, record.enrolment, attempt) }, items);
  const saved = new Map(
    (await listCountingResponses(world.db, attempt.id)).map(({ slot, value }) => [slot, JSON.parse(value) as unknown]),
  );
  if (attempt.handed_in_at === null) {
    const views = items.map(({ slot, option_order }, at) => {
      const question = questions[at]!;
      const order: string[] = JSON.parse(option_order);
      const answer = answerTo(question, saved.get(slot));
      const given = answer ? kindOf(question).toForm(question, order, answer) : [];
      return { slot, question: questionView(question, order), given };
    });
    return {
      attempt: {
        id: attempt.id,
        number: attempt.number,
        startedAt: attempt.started_at,
        dueAt: attempt.deadline_at,
        items: views,
      },
      result: null,
    };
  }
  const result: ResultView = {
    right: attempt.questions_right ?? 0,
    of: items.length,
    needed: neededToPass(items.length, passMark),
    passed: (attempt.score ?? 0) >= passMark,
    handedInAt: attempt.handed_in_at,
    ranOutAt: attempt.deadline_at && attempt.handed_in_at >= attempt.deadline_at ? attempt.deadline_at : null,
    items: items.map(({ slot }, at) => ({
      slot,
      text: questions[at]!.text,
      feedback: feedbackOf(questions[at]!, saved.get(slot)),
    })),
  };
  return { attempt: null, result };
}
