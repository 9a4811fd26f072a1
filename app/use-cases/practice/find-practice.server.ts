import type { World } from '#app/platform/world.server.ts';
import { laterEditions } from '#app/use-cases/holds/editions/later-editions.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import type { Card } from '#curriculum/practice/card.ts';
import { type PracticeGoal, practiceQuestions, secondsOf } from '#curriculum/practice/practice-questions.ts';
import { type Practisable, type Queued, queueOf } from '#curriculum/practice/queue.ts';
import { strengthOf, weakestFirst } from '#curriculum/practice/strength.ts';
import { mondayOf } from '#curriculum/practice/weeks.ts';
import type { Question } from '#curriculum/quiz/question.ts';
import {
  findPracticeOf,
  listPracticeCards,
  listPracticeDays,
  type PracticeCard,
  type PracticeSetting,
  type PractisedCourse,
} from '#db/queries/practice.ts';
import type { Db } from '#db/schema.ts';
import { changedFacts } from './changed-facts.ts';

export type PractisedQuestion = Practisable & { edition: Edition; question: Question };
export type PractisedGoal = {
  key: string;
  goal: PracticeGoal;
  edition: Edition;
  enrolmentId: string;
  cards: Card[];
};
export type Practice = {
  today: string;
  setting: PracticeSetting | undefined;
  questions: PractisedQuestion[];
  /** The weakest first. */
  goals: PractisedGoal[];
  queue: Queued<PractisedQuestion>[];
  /** The days of the last weeks on which something was answered, and how much. */
  days: { day: string; rounds: number }[];
  doneToday: number;
  /** Facts that have changed since the certificate, by edition. */
  changes: { edition: Edition; from: Edition; facts: string[] }[];
};

/** So many weeks are shown. */
export const weeksShown = 5;

/** Everything about one person's practice, in three statements however many cards there are. */
export async function findPractice(world: World, db: Db, personId: string): Promise<Practice | undefined> {
  const own = await findPracticeOf(db, personId);
  if (!own) return undefined;
  const today = dayOf(world.now());
  const cards = new Map(
    (await listPracticeCards(db, personId)).map((card) => [keyOf(card.course, card.question), card]),
  );
  const days = await listPracticeDays(db, personId, addDays(mondayOf(today), (1 - weeksShown) * 7));
  const goals: PractisedGoal[] = [];
  const questions: PractisedQuestion[] = [];
  const changes: Practice['changes'] = [];
  for (const enrolment of latestOfEach(own.enrolments)) {
    const { edition, from, done } = practisedEdition(world, enrolment);
    const facts = changedFacts(from, edition);
    if (from && facts.size > 0) changes.push({ edition, from, facts: [...facts] });
    for (const goal of practiceQuestions(edition, done)) {
      const key = keyOf(enrolment.course, goal.id);
      const practised = { key, goal, edition, enrolmentId: enrolment.id, cards: [] as Card[] };
      goals.push(practised);
      for (const question of goal.questions) {
        const row = cards.get(keyOf(enrolment.course, question.id));
        const card = row && cardOfRow(row);
        if (card) practised.cards.push(card);
        const asked = row ? world.catalogue.find(enrolment.course, row.edition) : from;
        const changed = isChanged(question, changedFacts(from && asked, edition));
        questions.push({
          key: keyOf(enrolment.course, question.id),
          goal: key,
          card,
          changed,
          seconds: secondsOf(question),
          edition,
          question,
        });
      }
    }
  }
  const weakest = weakestFirst(goals);
  const weakGoals = weakest.filter((goal) => strengthOf(goal.cards) === 'slips').map(({ key }) => key);
  return {
    today,
    setting: own.setting,
    questions,
    goals: weakest,
    queue: queueOf(questions, { today, weakGoals }),
    days,
    doneToday: days.find(({ day }) => day === today)?.rounds ?? 0,
    changes,
  };
}

const keyOf = (course: string, id: string) => `${course}/${id}`;

const isChanged = ({ facts = [] }: Question, changed: ReadonlySet<string>) => facts.some((fact) => changed.has(fact));

/** One enrolment of each course: the one with a certificate or proof, or the running one, otherwise the newest. */
function latestOfEach(newestFirst: readonly PractisedCourse[]): PractisedCourse[] {
  const courses = new Map<string, PractisedCourse>();
  for (const each of newestFirst) {
    const known = courses.get(each.course);
    if (!known || (!counts(known) && counts(each))) courses.set(each.course, each);
  }
  return [...courses.values()];
}

const counts = ({ state }: PractisedCourse) => state === 'certified' || state === 'attended' || !isOver(state);

/** Whoever is certified practises the newest published edition; others the one they learn. */
function practisedEdition(
  world: World,
  { course, edition, state, done }: PractisedCourse,
): { edition: Edition; from: Edition | undefined; done: ReadonlySet<string> | 'all' } {
  const own = world.catalogue.find(course, edition);
  if (!own) throw new Error(`The files of ${course}/${edition} are not there.`);
  if (state !== 'certified') return { edition: own, from: undefined, done };
  return { edition: laterEditions(world, course, edition)[0] ?? own, from: own, done: 'all' };
}

const cardOfRow = (row: PracticeCard): Card => ({
  firstOn: row.first_on,
  lastOn: row.last_on,
  dueOn: row.due_on,
  stability: row.stability,
  difficulty: row.difficulty,
  asked: row.asked,
  missed: row.missed,
  last: row.last,
});
