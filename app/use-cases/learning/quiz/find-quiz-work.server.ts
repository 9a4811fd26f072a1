import type { World } from '#app/platform/world.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { type Feedback, feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import type { Answer } from '#curriculum/quiz/question.ts';
import { type QuestionView, questionView } from '#curriculum/quiz/question-view.ts';
import { findLatestAttempt, listCountingResponses, listItems } from '#db/queries/quiz.ts';

export type AttemptView = {
  id: string;
  number: number;
  startedAt: string;
  dueAt: string | null;
  items: { slot: number; question: QuestionView; answer: Answer | null }[];
};
export type ResultView = {
  right: number;
  of: number;
  needed: number;
  passed: boolean;
  handedInAt: string;
  items: { slot: number; text: string; feedback: Feedback }[];
};

/** The running attempt, or the result of the last one; never both. */
export async function findQuizWork(
  world: World,
  record: LearningRecord,
  step: string,
  needed: number,
): Promise<{ attempt: AttemptView | null; result: ResultView | null }> {
  const attempt = await findLatestAttempt(world.db, record.enrolment.id, step);
  if (!attempt) return { attempt: null, result: null };
  const items = await listItems(world.db, attempt.id);
  const questions = questionsOf(record, items);
  const saved = new Map(
    (await listCountingResponses(world.db, attempt.id)).map(({ slot, value }) => [slot, JSON.parse(value) as Answer]),
  );
  if (attempt.handed_in_at === null) {
    const views = items.map(({ slot, option_order }, at) => ({
      slot,
      question: questionView(questions[at]!, JSON.parse(option_order)),
      answer: saved.get(slot) ?? null,
    }));
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
  const right = attempt.questions_right ?? 0;
  const result: ResultView = {
    right,
    of: items.length,
    needed,
    passed: right >= needed,
    handedInAt: attempt.handed_in_at,
    items: items.map(({ slot }, at) => ({
      slot,
      text: questions[at]!.text,
      feedback: feedbackOf(questions[at]!, saved.get(slot)),
    })),
  };
  return { attempt: null, result };
}
