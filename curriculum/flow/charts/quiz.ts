import type { StepOf } from '#curriculum/flow/course.ts';
import { later } from '#curriculum/flow/duration.ts';
import type { StepEvent } from '#curriculum/flow/flow-event.ts';
import { exhaustedAndAppeal, hasAttempts } from './appeal.ts';
import { type Need, type StepContext, stepChart, within } from './chart.ts';

type Scored = Extract<StepEvent, { score: number }>;
type Started = Extract<StepEvent, { type: 'quiz-started' }>;

export function quizChart(step: StepOf<'quiz'>, stepContext: StepContext) {
  const { factsOf, note } = stepContext;
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
  const overdue: Need = (facts, { at }) => {
    const { dueAt } = factsOf(facts);
    if (!dueAt) return { reason: 'not-now', state: 'in-attempt', expected: ['quiz-scored'] };
    return at < dueAt ? { reason: 'too-early', until: dueAt } : undefined;
  };

  const start = within(['active'], [hasAttempt, cooled], {
    to: 'in-attempt',
    then: [
      note(({ attempts, notBefore: _, dueAt: __, ...rest }, event: Started) => {
        const dueAt = event.dueAt ?? (step.timeLimit && later(event.at, step.timeLimit));
        return { ...rest, attempts: attempts + 1, dueAt: dueAt as string };
      }),
    ],
  });
  const score = (need: Need) =>
    within(
      ['active'],
      [need],
      { when: (_, { score }: Scored) => score >= step.passMark, to: 'done' },
      { when: attemptsLeft, to: 'cooling', then: [note((_, { at }) => ({ notBefore: later(at, step.delay) }))] },
      { to: 'exhausted', then: [note((_, { at }) => ({ decidedAt: at, appealUsed: false }))] },
    );

  return stepChart(step, stepContext, 'ready', {
    ready: { on: { 'quiz-started': start, 'attempt-granted': appeal.grant('ready') } },
    'in-attempt': {
      on: {
        'quiz-scored': score(inTime),
        'quiz-timed-out': score(overdue),
        'quiz-faulted': within(['active'], [], {
          to: 'ready',
          then: [note(({ attempts }) => ({ attempts: attempts - 1 }))],
        }),
      },
    },
    cooling: { on: { 'quiz-started': start, 'attempt-granted': appeal.grant('cooling') } },
    ...appeal.states,
  });
}
