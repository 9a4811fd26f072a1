import type { World } from '#app/platform/world.server.ts';
import { editionOf } from '#app/use-cases/learning/quiz/edition-of.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { type Certainty, certaintyIn, certaintyOf } from '#curriculum/quiz/certainty.ts';
import { type Feedback, feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import { answerTo, kindOf, type Question } from '#curriculum/quiz/question.ts';
import { type QuestionView, questionView } from '#curriculum/quiz/question-view.ts';
import { countedIn, neededToPass } from '#curriculum/quiz/score-answer.ts';
import { findLatestAttempt, listCountingResponses, listItems } from '#db/queries/quiz.ts';

export type AttemptView = {
  id: string;
  number: number;
  startedAt: string;
  dueAt: string | null;
  /** `given` is the saved answer as a form sends it; empty when there is none. */
  items: { slot: number; question: QuestionView; given: string[]; certainty: string; case?: CaseView }[];
  /** What the quiz does with certainty, if it asks for it. */
  certainty?: 'asked' | 'scored';
};
export type CaseView = { title: string; text: string };
export type ResultView = {
  right: number;
  of: number;
  needed: number;
  passed: boolean;
  handedInAt: string;
  /** When the time ran out, if that ended the attempt. */
  ranOutAt: string | null;
  items: {
    slot: number;
    text: string;
    feedback: Feedback;
    certainty?: Certainty;
    /** Where a lesson tells it, and what the question rests on. */
    place?: { to: string; title: { da: string; en: string } };
    sources: string[];
  }[];
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
  const edition = await editionOf(world, record.enrolment, attempt);
  const questions = questionsOf({ edition }, items);
  const saved = new Map(
    (await listCountingResponses(world.db, attempt.id)).map(({ slot, value }) => [slot, JSON.parse(value) as unknown]),
  );
  if (attempt.handed_in_at === null) {
    const certainty = certaintyIn(edition.course, step);
    const views = items.map(({ slot, bank, option_order }, at) => {
      const question = questions[at]!;
      const order: string[] = JSON.parse(option_order);
      const answer = answerTo(question, saved.get(slot));
      const given = answer ? kindOf(question).toForm(question, order, answer) : [];
      const told = edition.cases.get(bank)?.find(({ id }) => id === question.case);
      return {
        slot,
        question: questionView(question, order),
        given,
        certainty: certaintyOf(saved.get(slot)) ?? '',
        ...(told && { case: { title: told.title, text: told.text } }),
      };
    });
    return {
      attempt: {
        id: attempt.id,
        number: attempt.number,
        startedAt: attempt.started_at,
        dueAt: attempt.deadline_at,
        items: views,
        ...(certainty && { certainty }),
      },
      result: null,
    };
  }
  const result: ResultView = {
    right: attempt.questions_right ?? 0,
    of: countedIn(questions),
    needed: neededToPass(countedIn(questions), passMark),
    passed: (attempt.score ?? 0) >= passMark,
    handedInAt: attempt.handed_in_at,
    ranOutAt: attempt.deadline_at && attempt.handed_in_at >= attempt.deadline_at ? attempt.deadline_at : null,
    items: items.map(({ slot }, at) => {
      const question = questions[at]!;
      const certainty = certaintyOf(saved.get(slot));
      const place = placeOf(record.enrolment.id, edition, question);
      return {
        slot,
        text: question.text,
        feedback: feedbackOf(question, saved.get(slot)),
        ...(certainty && { certainty }),
        ...(place && { place }),
        sources: (question.facts ?? []).flatMap((id) => edition.facts.get(id)?.source ?? []),
      };
    }),
  };
  return { attempt: null, result };
}

/** The address and title of the place in a lesson that tells what a question asks. */
function placeOf(enrolmentId: string, { course, readings }: Edition, { lesson }: Question) {
  const [id = '', section] = lesson?.split('#') ?? [];
  const step = course.steps.find((each) => each.id === id);
  if (!step) return undefined;
  const heading = readings.get(id)?.sections.find((each) => each.id === section)?.title;
  const to = `/enrolments/${enrolmentId}/steps/${id}${heading === undefined ? '' : `#${section}`}`;
  return { to, title: heading === undefined ? step.title : { da: heading, en: heading } };
}
