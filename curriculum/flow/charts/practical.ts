import type { StepOf } from '#curriculum/flow/course.ts';
import type { StepEvent } from '#curriculum/flow/flow-event.ts';
import { exhaustedAndAppeal } from './appeal.ts';
import { type Need, type StepContext, stepChart, within } from './chart.ts';

type Claimed = Extract<StepEvent, { assessor: string }>;

export function practicalChart(step: StepOf<'practical'>, stepContext: StepContext) {
  const { factsOf, note } = stepContext;
  const appeal = exhaustedAndAppeal(step, stepContext, 'rejected', { alsoFrom: 'rejected' });

  const noConflict: Need<Claimed> = (_, { conflict }) =>
    conflict === 'none' ? undefined : { reason: 'conflict', because: conflict };
  const withWords: Need = (_, event) =>
    (event.feedback ?? event.reason)?.trim() ? undefined : { reason: 'words-missing' };
  const anotherAttempt = (facts: Parameters<Need>[0]) =>
    factsOf(facts).attempts + 1 < step.attempts + factsOf(facts).granted;

  const handIn = within(['active'], [], { to: 'submitted' });
  const reject = note(({ attempts }, { at }) => ({ attempts: attempts + 1, decidedAt: at, appealUsed: false }));

  return stepChart(step, stepContext, 'draft', {
    draft: { on: { 'handed-in': handIn, 'attempt-granted': appeal.grant('draft') } },
    submitted: {
      on: {
        unsubmitted: within(['active'], [], { to: 'draft' }),
        claimed: within(['active'], [noConflict], {
          to: 'in-review',
          then: [
            note(({ assessors }, { assessor }: Claimed) => ({ assessors: [...new Set([...assessors, assessor])] })),
          ],
        }),
      },
    },
    'in-review': {
      on: {
        released: within(['active'], [], { to: 'submitted' }),
        accepted: within(['active'], [], { to: 'done' }),
        returned: within(['active'], [withWords], { to: 'returned' }),
        rejected: within(
          ['active'],
          [withWords],
          { when: anotherAttempt, to: 'rejected', then: [reject] },
          { to: 'exhausted', then: [reject] },
        ),
      },
    },
    returned: { on: { 'handed-in': handIn } },
    rejected: {
      on: { 'handed-in': handIn, 'appeal-lodged': appeal.lodge(), 'attempt-granted': appeal.grant('rejected') },
    },
    ...appeal.states,
  });
}
