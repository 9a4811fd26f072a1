import { assign } from 'xstate';
import { type Chart, type Facts, type Need, on } from './charts/chart.ts';
import type { Verdict } from './combinators.ts';
import { type Duration, later } from './duration.ts';
import type { EnrolmentState } from './enrolment-state.ts';

const go = (to: string, ...needs: Need[]) => on(needs, { to });
const when = (verdict: Verdict, target: string) => ({
  target,
  guard: ({ context }: { context: Facts }) => context.verdict === verdict,
});
const withWords: Need = (_, { reason }) => (reason?.trim() ? undefined : { reason: 'words-missing' });

/**
 * The life of the enrolment around the course. It fails and recovers when the verdict changes; there is no event for
 * that. Who has done everything is assessed and certified, or has attended where the course certifies nobody: in both the
 * paper is issued.
 */
export function lifeCycle(appealWindow: Duration, end?: 'attended'): Chart {
  const windowOver: Need = (facts, { at, waived }) => {
    const appealable = Object.entries(facts.outcomes)
      .filter(([id, outcome]) => outcome === 'exhausted' && !facts.steps[id]!.appealUsed)
      .map(([id]) => facts.steps[id]!.decidedAt!);
    const lastDecided = appealable.sort().at(-1);
    if (waived || lastDecided === undefined) return undefined;
    const until = later(lastDecided, appealWindow);
    return at <= until ? { reason: 'too-early', until } : undefined;
  };
  const withdrawn = go('withdrawn');
  const lapses = go('lapsed');
  const final = { type: 'final' } as const;

  const states = {
    requested: { on: { approved: go('enrolled'), declined: go('declined'), waitlisted: go('waitlisted'), withdrawn } },
    waitlisted: { on: { 'seat-given': go('enrolled'), 'hold-closed': go('declined'), withdrawn } },
    enrolled: { on: { started: go('active'), 'no-show': lapses, withdrawn } },
    active: {
      always: [when('done', 'assessed'), when('dead', 'failed'), when('appealed', 'appeal')],
      on: { suspended: go('suspended', withWords), 'deadline-passed': lapses, withdrawn },
    },
    suspended: { on: { resumed: go('active'), 'deadline-passed': lapses, withdrawn } },
    failed: {
      always: [when('appealed', 'appeal'), when('open', 'active'), when('done', 'assessed')],
      on: { 'failure-closed': go('closed-failed', windowOver), withdrawn },
    },
    appeal: { always: [when('done', 'assessed'), when('open', 'active'), when('dead', 'failed')], on: { withdrawn } },
    ...(end === 'attended'
      ? { assessed: { on: { issued: go('attended'), withdrawn } }, attended: final }
      : {
          assessed: { on: { issued: go('certified'), withheld: go('withheld', withWords), withdrawn } },
          withheld: { on: { cleared: go('assessed'), annulled: go('annulled', withWords), withdrawn } },
          certified: final,
        }),
    declined: final,
    withdrawn: final,
    lapsed: final,
    'closed-failed': final,
    ...(end !== 'attended' && { annulled: final }),
  } satisfies Partial<Record<EnrolmentState, unknown>>;
  // The charts of the steps check the enrolment's state, so each state stores its name on entry.
  return {
    initial: 'requested',
    states: Object.fromEntries(
      Object.entries(states).map(([life, state]) => [life, { ...state, entry: [assign({ life })] }]),
    ),
  } as Chart;
}

const asking: ReadonlySet<string> = new Set<EnrolmentState>(['requested', 'waitlisted']);

/** Does somebody in this state ask for a seat and have no answer yet, or wait for one to become free? */
export const asksForSeat = (state: string): boolean => asking.has(state);

export const ends: ReadonlySet<string> = new Set<EnrolmentState>([
  'certified',
  'attended',
  'declined',
  'withdrawn',
  'lapsed',
  'closed-failed',
  'annulled',
]);

/** Is this a final state of an enrolment? */
export const isOver = (state: string): boolean => ends.has(state);
