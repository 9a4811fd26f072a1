import type { World } from '#app/platform/world.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { caseIn, wordsIn } from '#curriculum/content/translations/told-in.ts';
import { certaintyIn, certaintyOf } from '#curriculum/quiz/certainty.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { answerTo, kindOf } from '#curriculum/quiz/question.ts';
import { type QuestionView, questionView } from '#curriculum/quiz/question-view.ts';
import { type AttemptRow, listCountingResponses, listFlaggedItems } from '#db/queries/quiz.ts';
import { questionsOf } from './questions-of.ts';

export type AttemptView = {
  id: string;
  number: number;
  startedAt: string;
  dueAt: string | null;
  /** `given` is the saved answer as a form sends it; empty when there is none. */
  items: {
    slot: number;
    /** The language of the question and of its case. */
    language: Language;
    question: QuestionView;
    given: string[];
    certainty: string;
    flagged: boolean;
    case?: CaseView;
  }[];
  /** What the quiz does with certainty, if it asks for it. */
  certainty?: 'asked' | 'scored';
  /** How many of the questions were asked in an earlier attempt, because there were no others. */
  repeated: number;
};
export type CaseView = { title: string; text: string };

/** An attempt under way, as its adviser may see it: without keys. Two statements. */
export async function runningAttempt(
  world: World,
  edition: Edition,
  attempt: Pick<AttemptRow, 'id' | 'step' | 'number' | 'started_at' | 'deadline_at' | 'repeated'>,
  language: Language,
): Promise<AttemptView> {
  const items = await listFlaggedItems(world.db, attempt.id);
  const saved = new Map(
    (await listCountingResponses(world.db, attempt.id)).map(({ slot, value }) => [slot, JSON.parse(value) as unknown]),
  );
  const questions = questionsOf({ edition }, items);
  const certainty = certaintyIn(edition.course, attempt.step);
  return {
    id: attempt.id,
    number: attempt.number,
    startedAt: attempt.started_at,
    dueAt: attempt.deadline_at,
    items: items.map(({ slot, bank, option_order, flagged }, at) => {
      const question = questions[at]!;
      const order: string[] = JSON.parse(option_order);
      const answer = answerTo(question, saved.get(slot));
      const told = wordsIn(edition, question, language);
      const about = caseIn(edition, bank, told);
      return {
        slot,
        language: told.language,
        question: questionView(told.words, order),
        given: answer ? kindOf(question).toForm(question, order, answer) : [],
        flagged,
        certainty: certaintyOf(saved.get(slot)) ?? '',
        ...(about && { case: { title: about.title, text: about.text } }),
      };
    }),
    ...(certainty && { certainty }),
    repeated: attempt.repeated,
  };
}
