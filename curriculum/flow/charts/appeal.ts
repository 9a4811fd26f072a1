import type { StepOf } from '#curriculum/flow/course.ts';
import { later } from '#curriculum/flow/duration.ts';
import type { StepEvent } from '#curriculum/flow/flow-event.ts';
import { type Need, type StepContext, within } from './chart.ts';

type Assigned = Extract<StepEvent, { assessor: string }>;
const standing = ['active', 'failed', 'appeal'];

/**
 * The states after the last attempt. In an appeal, a second assessor who was never involved gives one more try, passes
 * the step or dismisses.
 */
export function exhaustedAndAppeal(
  step: StepOf<'quiz' | 'practical'>,
  stepContext: StepContext,
  again: string,
  states: { alsoFrom?: string } = {},
) {
  const { factsOf, note, settle } = stepContext;
  const inWindow: Need = (facts, { at }) => {
    const until = later(factsOf(facts).decidedAt!, stepContext.appealWindow);
    return at > until ? { reason: 'too-late', since: until } : undefined;
  };
  const unused: Need = (facts) => (factsOf(facts).appealUsed ? { reason: 'appeal-used' } : undefined);
  const uninvolved: Need<Assigned> = (facts, { assessor, conflict }) => {
    if (conflict !== 'none') return { reason: 'conflict', because: conflict };
    return factsOf(facts).assessors.includes(assessor) ? { reason: 'conflict', because: 'involved-before' } : undefined;
  };
  const left = (facts: Parameters<Need>[0]) => hasAttempts(step, stepContext)(facts);
  const lodge = (...then: unknown[]) =>
    within(standing, [inWindow, unused], { to: 'lodged', then: [note(() => ({ appealUsed: true })), ...then] });
  const oneMore = note(({ granted }) => ({ granted: granted + 1 }));

  return {
    lodge,
    /** A personal exception: one more attempt, and the step stays in its state. */
    grant: (here: string) => within(['active'], [], { to: here, then: [oneMore] }),
    states: {
      exhausted: {
        entry: [settle('exhausted')],
        on: {
          'appeal-lodged': lodge(settle('appealed')),
          'attempt-granted': within(standing, [], { to: again, then: [oneMore, settle(undefined)] }),
        },
      },
      lodged: {
        on: {
          'appeal-assigned': within(standing, [uninvolved], {
            to: 'second-review',
            then: [note(({ assessors }, { assessor }: Assigned) => ({ assessors: [...assessors, assessor] }))],
          }),
        },
      },
      'second-review': {
        on: {
          'appeal-upheld': within(
            standing,
            [],
            { when: (_, { remedy }) => remedy === 'pass', to: 'done' },
            { to: again, then: [oneMore, settle(undefined)] },
          ),
          'appeal-dismissed': within(standing, [], ...(states.alsoFrom ? [{ when: left, to: states.alsoFrom }] : []), {
            to: 'exhausted',
          }),
        },
      },
    },
  };
}

export const hasAttempts =
  (step: StepOf<'quiz' | 'practical'>, { factsOf }: StepContext) =>
  (facts: Parameters<Need>[0]) =>
    factsOf(facts).attempts < step.attempts + factsOf(facts).granted;
