import { groupedBy } from '#curriculum/grouped-by.ts';
import type { Question, QuestionOf } from '#curriculum/quiz/question.ts';

type Single = QuestionOf<'single'>;
/** How many questions a rule of thumb answers right, and how many a blind choice would. */
export type Guessed = { right: number; chance: number };
type Count = { name: string; questions: number };

export type BankMeasures = {
  questions: number;
  kinds: Count[];
  goals: Count[];
  levels: Count[];
  uses: Count[];
  /** Of the questions with one right option out of several, as the file writes them. */
  single: { questions: number; longest: Guessed; first: Guessed };
};

/** What there is to know about the questions of an edition without judging them. Goals and levels with none are counted too. */
export function measureBank(
  questions: readonly Question[],
  { goals, levels }: { goals: readonly string[]; levels: readonly string[] },
): BankMeasures {
  const singles = questions.filter((question): question is Single => question.kind === 'single');
  const chance = singles.reduce((sum, { options }) => sum + 1 / options.length, 0);
  const rightBy = (choice: (single: Single) => number) => ({
    right: singles.reduce((sum, single) => sum + choice(single), 0),
    chance,
  });
  return {
    questions: questions.length,
    kinds: counted(questions, ({ kind }) => kind),
    goals: counted(questions, ({ goal }) => goal, goals),
    levels: counted(questions, ({ level }) => level, levels),
    uses: counted(questions, ({ use }) => use ?? 'both', ['practice', 'test', 'both']),
    single: {
      questions: singles.length,
      longest: rightBy(longestIsRight),
      first: rightBy(({ options }) => (options[0]!.correct ? 1 : 0)),
    },
  };
}

/** Is the longest option right? Where several are equally long, the share that a choice between them would get. */
function longestIsRight({ options }: Single): number {
  const most = Math.max(...options.map(({ text }) => text.length));
  const longest = options.filter(({ text }) => text.length === most);
  return longest.filter(({ correct }) => correct).length / longest.length;
}

function counted(
  questions: readonly Question[],
  nameOf: (question: Question) => string | undefined,
  names: readonly string[] = [],
): Count[] {
  const groups = groupedBy(questions, nameOf);
  const others = [...groups.keys()].filter((name): name is string => name !== undefined && !names.includes(name));
  return [...names, ...others.sort()].map((name) => ({ name, questions: groups.get(name)?.length ?? 0 }));
}
