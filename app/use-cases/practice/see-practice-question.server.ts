import type { World } from '#app/platform/world.server.ts';
import { type WhereToRead, whereToRead } from '#app/use-cases/learning/where-to-read.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Fact } from '#curriculum/content/fact.ts';
import { wordsIn } from '#curriculum/content/translations/told-in.ts';
import { cardOf } from '#curriculum/practice/card.ts';
import type { Why } from '#curriculum/practice/queue.ts';
import { type Feedback, feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { answerTo, kindOf } from '#curriculum/quiz/question.ts';
import { type QuestionView, questionView } from '#curriculum/quiz/question-view.ts';
import { withoutKey } from '#curriculum/quiz/without-key.ts';
import { listPracticeAnswers, listRound } from '#db/queries/practice.ts';
import { findPractice, type PractisedQuestion } from './find-practice.server.ts';
import { orderIn } from './order-in.ts';
import { roundsOf } from './rounds-of.ts';

type Words = { da: string; en: string };
type Asked = {
  course: string;
  question: string;
  goal: Words;
  language: Language;
  view: QuestionView;
};
export type PracticeQuestionView =
  | { is: 'off' }
  | { is: 'empty'; doneToday: number }
  | ({
      is: 'asked';
      round: string;
      operationId: string;
      why: Why | 'chosen';
      second: boolean;
      doneToday: number;
    } & Asked)
  | ({
      is: 'answered';
      round: string;
      given: string[];
      /** Without the right answer while a second try is open and the adviser has not asked to see it. */
      feedback: Feedback;
      mayTryAgain: boolean;
      hint: string | null;
      comesOn: string | null;
      toRead: WhereToRead;
      facts: Pick<Fact, 'id' | 'da' | 'en' | 'source'>[];
      doneToday: number;
    } & Asked);

/**
 * The question to practise now, or an answered one with its feedback. With a goal it comes from there, also when nothing of
 * it is due: whoever wants to practise more may. A round that was begun keeps its question (`key`) and the order of its parts.
 */
export async function seePracticeQuestion(
  world: World,
  viewer: Viewer,
  input: { round?: string; key?: string; goal?: string; again?: boolean; show?: boolean; language?: Language },
): Promise<PracticeQuestionView | undefined> {
  const { personId } = viewer;
  if (!may(viewer, 'practise', { personId })) return undefined;
  const practice = await findPractice(world, world.db, personId);
  if (!practice?.setting || practice.setting.stopped_at !== null) return { is: 'off' };
  const { doneToday, today } = practice;
  const language = input.language ?? 'da';
  const goalTitle = ({ goal }: PractisedQuestion) => practice.goals.find(({ key }) => key === goal)!.goal.title;
  const tries = input.round ? await listRound(world.db, personId, input.round) : [];
  const latest = tries.at(-1);
  if (latest) {
    const each = practice.questions.find(({ key }) => key === `${latest.course}/${latest.question}`);
    if (!each) return undefined;
    const { question, edition } = each;
    const shown = { ...asked(each, latest.round, language), goal: goalTitle(each), round: latest.round, doneToday };
    const mayTryAgain = tries.length === 1 && latest.share < 1;
    if (mayTryAgain && input.again)
      return { is: 'asked', why: 'missed', second: true, operationId: world.newId(), ...shown };
    const answers = await listPracticeAnswers(world.db, { personId, ...latest });
    const answer = answerTo(question, JSON.parse(latest.value));
    const told = wordsIn(edition, question, language);
    const feedback = feedbackOf(question, JSON.parse(latest.value), told);
    return {
      is: 'answered',
      ...shown,
      given: answer ? kindOf(question).toForm(question, orderIn(latest.round, question), answer) : [],
      feedback: mayTryAgain && !input.show ? withoutKey(feedback) : feedback,
      mayTryAgain: mayTryAgain && !input.show,
      hint: told.words.hint ?? null,
      comesOn: cardOf(roundsOf(answers))?.dueOn ?? null,
      toRead: whereToRead(practice.goals.find(({ key }) => key === each.goal)!.enrolmentId, edition, question),
      facts: (mayTryAgain && !input.show ? [] : (question.facts ?? [])).flatMap((id) => {
        const fact = edition.facts.get(id);
        return fact ? [{ id, da: fact.da, en: fact.en, source: fact.source }] : [];
      }),
    };
  }
  const begun = input.round && practice.questions.find(({ key }) => key === input.key);
  if (input.round && !begun) return undefined;
  const wanted = (each: PractisedQuestion) =>
    begun ? each.key === begun.key : !input.goal || each.goal === input.goal;
  const queued = practice.queue.find(wanted);
  const next = begun || queued || (input.goal ? leastKnown(practice.questions, input.goal, today) : undefined);
  if (!next) return { is: 'empty', doneToday };
  const round = input.round || world.newId();
  return {
    is: 'asked',
    round,
    operationId: round,
    second: false,
    why: queued?.why ?? 'chosen',
    doneToday,
    ...asked(next, round, language),
    goal: goalTitle(next),
  };
}

function asked({ edition, question }: PractisedQuestion, round: string, language: Language): Omit<Asked, 'goal'> {
  const told = wordsIn(edition, question, language);
  return {
    language: told.language,
    course: edition.course.id,
    question: question.id,
    view: questionView(told.words, orderIn(round, question)),
  };
}

/** Of a goal: what was not asked today, new questions first, then what fades soonest. */
function leastKnown(
  questions: readonly PractisedQuestion[],
  goal: string,
  today: string,
): PractisedQuestion | undefined {
  const open = questions.filter((each) => each.goal === goal && each.card?.lastOn !== today);
  return open.sort((a, b) => (a.card?.dueOn ?? '').localeCompare(b.card?.dueOn ?? ''))[0];
}
