import type { World } from '#app/platform/world.server.ts';
import { editionOf } from '#app/use-cases/learning/quiz/edition-of.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import { type WhereToRead, whereToRead } from '#app/use-cases/learning/where-to-read.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { headingsIn, wordsIn } from '#curriculum/content/translations/told-in.ts';
import { type Certainty, certaintyOf } from '#curriculum/quiz/certainty.ts';
import { type Feedback, feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { countedIn, neededToPass, scoreAnswer } from '#curriculum/quiz/score-answer.ts';
import { type GoalResult, goalResults, type PlaceToRead, placesToRead } from '#curriculum/quiz/what-to-repeat.ts';
import { withReasonsOnly } from '#curriculum/quiz/without-key.ts';
import { countLateAnswers, findLatestAttempt, listCountingResponses, listItems } from '#db/queries/quiz.ts';
import { type AttemptView, runningAttempt } from './running-attempt.server.ts';

export type ResultView = {
  right: number;
  of: number;
  needed: number;
  passed: boolean;
  handedInAt: string;
  /** When the time ran out, if that ended the attempt. */
  ranOutAt: string | null;
  /** How many questions got an answer after that; it is kept and does not count. */
  late: number;
  items: {
    slot: number;
    language: Language;
    text: string;
    feedback: Feedback;
    certainty?: Certainty;
    toRead: WhereToRead;
  }[];
  repeated: number;
  /** The right answers are kept back until the test is passed. */
  hidesKey: boolean;
  /** What went wrong in a failed attempt; empty where the edition does not say what its questions are about. */
  goals: { id: string; title: Words; earned: number; of: number }[];
  places: { step: string; section?: string; title: Words; wrong: number }[];
};
type Words = { da: string; en: string };

/** The running attempt, or the result of the last one; never both. One that was broken off has no result. */
export async function findQuizWork(
  world: World,
  record: LearningRecord,
  { id: step, passMark }: { id: string; passMark: number },
  language: Language,
): Promise<{ attempt: AttemptView | null; result: ResultView | null }> {
  const attempt = await findLatestAttempt(world.db, record.enrolment.id, step);
  if (!attempt || (attempt.handed_in_at && attempt.score === null)) return { attempt: null, result: null };
  const edition = await editionOf(world, record.enrolment, attempt);
  if (attempt.handed_in_at === null)
    return { attempt: await runningAttempt(world, edition, attempt, language), result: null };
  const items = await listItems(world.db, attempt.id);
  const questions = questionsOf({ edition }, items);
  const saved = new Map(
    (await listCountingResponses(world.db, attempt.id)).map(({ slot, value }) => [slot, JSON.parse(value) as unknown]),
  );
  const passed = (attempt.score ?? 0) >= passMark;
  // Editions without goals go on telling the key, as they did when somebody began on them.
  const hidesKey = !passed && edition.course.goals !== undefined;
  const shares = questions.map((question, at) => scoreAnswer(question, saved.get(items[at]!.slot)));
  const result: ResultView = {
    right: attempt.questions_right ?? 0,
    of: countedIn(questions),
    needed: neededToPass(countedIn(questions), passMark),
    passed,
    handedInAt: attempt.handed_in_at,
    ranOutAt: attempt.deadline_at && attempt.handed_in_at >= attempt.deadline_at ? attempt.deadline_at : null,
    late: attempt.deadline_at === null ? 0 : await countLateAnswers(world.db, attempt.id),
    items: items.map(({ slot }, at) => {
      const question = questions[at]!;
      const certainty = certaintyOf(saved.get(slot));
      const told = wordsIn(edition, question, language);
      return {
        slot,
        language: told.language,
        text: told.words.text,
        feedback: (hidesKey ? withReasonsOnly : same)(feedbackOf(question, saved.get(slot), told)),
        ...(certainty && { certainty }),
        toRead: whereToRead(record.enrolment.id, edition, question),
      };
    }),
    repeated: attempt.repeated,
    hidesKey,
    goals: passed ? [] : goalsIn(edition, goalResults(questions, shares)),
    places: passed ? [] : placesIn(edition, placesToRead(questions, shares, edition.course.goals ?? [])),
  };
  return { attempt: null, result };
}

const same = (feedback: Feedback): Feedback => feedback;

function goalsIn({ course }: Edition, results: readonly GoalResult[]): ResultView['goals'] {
  return results.flatMap(({ goal, earned, of }) => {
    const title = course.goals?.find(({ id }) => id === goal)?.title;
    return title ? [{ id: goal, title, earned, of }] : [];
  });
}

function placesIn(edition: Edition, places: readonly PlaceToRead[]): ResultView['places'] {
  return places.flatMap((place) => {
    const step = edition.course.steps.find(({ id }) => id === place.step);
    if (!step) return [];
    const section = place.section ? headingsIn(edition, step.id, place.section) : undefined;
    const title = (language: Language) =>
      section ? `${step.title[language]}: ${section[language]}` : step.title[language];
    return [{ ...place, title: { da: title('da'), en: title('en') } }];
  });
}
