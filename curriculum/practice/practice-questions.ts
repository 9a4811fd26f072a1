import type { Edition } from '#curriculum/content/parse-edition.ts';
import type { StepOf } from '#curriculum/flow/course.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';

/** A goal of the course, or the module of a question whose edition names no goals. */
export type PracticeGoal = {
  id: string;
  title: { da: string; en: string };
  questions: Question[];
  /** The step that opens questions of this goal, while none of them is open. */
  opensWith?: string;
};

const severalParts = new Set(['ordering', 'matching', 'categorise', 'cloze']);

/** How long a question takes, with reading its answer: our estimate, until there are answers to measure. */
export const secondsOf = ({ kind }: Pick<Question, 'kind'>): number => (severalParts.has(kind) ? 75 : 50);

/**
 * What somebody may practise, by goal, when these steps are done. Practice shows the key: a question that a test may ask is
 * practised once every test that may ask it is passed, one for practice only once its lesson is read.
 */
export function practiceQuestions(edition: Edition, done: ReadonlySet<string> | 'all'): PracticeGoal[] {
  const goals = new Map<string, PracticeGoal>();
  for (const [bank, questions] of edition.banks) {
    for (const question of questions) {
      if (kindOf(question).unscored) continue;
      const goal = goalOf(edition, bank, question);
      const known = goals.get(goal.id) ?? { ...goal, questions: [] };
      goals.set(goal.id, known);
      const waitsFor = done === 'all' ? undefined : stepBefore(edition, bank, question).find((step) => !done.has(step));
      if (waitsFor === undefined) known.questions.push(question);
      else known.opensWith ??= waitsFor;
    }
  }
  return inOrderOf(edition, [...goals.values()]).map(({ opensWith, ...goal }) =>
    goal.questions.length === 0 && opensWith !== undefined ? { ...goal, opensWith } : goal,
  );
}

function stepBefore(edition: Edition, bank: string, question: Question): string[] {
  if (question.use === 'practice') {
    const lesson =
      goalsOf(edition.course).find(({ id }) => id === question.goal)?.step ?? question.lesson?.split('#')[0];
    return lesson === undefined ? [] : [lesson];
  }
  return testsOf(edition, bank).map(({ id }) => id);
}

const testsOf = ({ course }: Edition, bank: string): StepOf<'quiz'>[] =>
  course.steps
    .filter((step) => step.kind === 'quiz')
    .filter(({ blueprint }) => blueprint.some((line) => line.bank === bank));

function goalOf(edition: Edition, bank: string, { goal: named }: Question): Omit<PracticeGoal, 'questions'> {
  const goal = goalsOf(edition.course).find(({ id }) => id === named);
  if (goal) return { id: goal.id, title: goal.title };
  const module = edition.course.steps.find(({ id }) => id === bank) ?? testsOf(edition, bank)[0];
  return { id: bank, title: module?.title ?? { da: bank, en: bank } };
}

const goalsOf = (course: Edition['course']) => course.goals ?? [];

/** Goals as the course file lists them, modules in the order of its steps. */
function inOrderOf({ course }: Edition, goals: PracticeGoal[]): PracticeGoal[] {
  const order = [...goalsOf(course), ...course.steps].map(({ id }) => id);
  const place = ({ id }: PracticeGoal) => (order.includes(id) ? order.indexOf(id) : order.length);
  return goals.sort((a, b) => place(a) - place(b));
}
