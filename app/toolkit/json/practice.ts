import type { PracticeView } from '#app/use-cases/practice/practice-view-of.ts';

/** What the verbs of practice print with `--json`. */
export const practiceJson = {
  'practice due': (
    day: string,
    { state, session, waiting, goals }: Pick<PracticeView, 'state' | 'session' | 'waiting' | 'goals'>,
  ) => ({
    day,
    state,
    waiting,
    session: { questions: session.questions, minutes: session.minutes },
    goals: goals.map((each) => ({
      goal: each.key,
      strength: each.strength,
      asked: each.asked,
      of: each.of,
      nextOn: each.nextOn,
    })),
  }),
  'practice remind': (written: number) => ({ written }),
};
