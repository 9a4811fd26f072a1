import type { StepOf } from '#curriculum/flow/course.ts';
import { later } from '#curriculum/flow/duration.ts';
import type { StepEvent } from '#curriculum/flow/flow-event.ts';
import { exhaustedAndAppeal, hasAttempts } from './appeal.ts';
import { type Need, type StepContext, stepChart, within } from './chart.ts';

type Scored = Extract<StepEvent, { score: number }>;
type Extended = Extract<StepEvent, { type: 'time-extended' }>;
type Started = Extract<StepEvent, { type: 'quiz-started' }>;

export function quizChart(step: StepOf<'quiz'>, stepContext: StepContext) {
  const { factsOf, note, settle, hasExtraLessons, extraLessonsRead } = stepContext;
  const attemptsLeft = hasAttempts(step, stepContext);
  const appeal = exhaustedAndAppeal(step, stepContext, 'ready');

  const hasAttempt: Need = (facts) => (attemptsLeft(facts) ? undefined : { reason: 'no-attempts-left' });
  const cooled: Need = (facts, { at }) => {
    const until = factsOf(facts).notBefore;
    return until && at < until ? { reason: 'cooling', until } : undefined;
  };
  const inTime: Need = (facts, { at }) => {
    const { dueAt } = factsOf(facts);
    return dueAt && at > dueAt ? { reason: 'too-late', since: dueAt } : undefined;
  };
  const timed: Need = (facts) =>
    factsOf(facts).dueAt ? undefined : { reason: 'not-now', state: 'in-attempt', expected: ['quiz-scored'] };
  const overdue: Need = (facts, { at }) => {
    const until = factsOf(facts).dueAt!;
    return at < until ? { reason: 'too-early', until } : undefined;
  };
  const withWords: Need = (_, { reason }) => (reason?.trim() ? undefined : { reason: 'words-missing' });

  const start = within(['active'], [hasAttempt, cooled, ...(hasExtraLessons ? [extraLessonsRead] : [])], {
    to: 'in-attempt',
    then: [
      note(({ attempts, notBefore: _, dueAt: __, ...rest }, event: Started) => {
        const dueAt = event.dueAt ?? (step.timeLimit && later(event.at, step.timeLimit));
        return { ...rest, attempts: attempts + 1, dueAt: dueAt as string };
      }),
    ],
  });
  const score = (...needs: Need[]) =>
    within(
      ['active'],
      needs,
      { when: (_, { score }: Scored) => score >= step.passMark, to: 'done' },
      {
        when: attemptsLeft,
        to: 'cooling',
        then: [
          note((_, { at }) => ({ notBefore: later(at, step.delay) })),
          ...(hasExtraLessons ? [settle('failed')] : []),
        ],
      },
      { to: 'exhausted', then: [note((_, { at }) => ({ decidedAt: at, appealUsed: false }))] },
    );

  return stepChart(step, stepContext, 'ready', {
    ready: { on: { 'quiz-started': start, 'attempt-granted': appeal.grant('ready') } },
    'in-attempt': {
      on: {
        'quiz-scored': score(inTime),
        'quiz-timed-out': score(timed, overdue),
        'time-extended': within(['active'], [timed, inTime], {
          then: [note(({ dueAt }, event: Extended) => ({ dueAt: [dueAt!, event.dueAt].sort()[1]! }))],
        }),
        'quiz-faulted': within(['active'], [withWords], {
          to: 'ready',
          then: [note(({ attempts }) => ({ attempts: attempts - 1 }))],
        }),
      },
    },
    cooling: { on: { 'quiz-started': start, 'attempt-granted': appeal.grant('cooling') } },
    ...appeal.states,
  });
}
