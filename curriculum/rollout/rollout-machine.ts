import { type AnyStateMachine, assign, createMachine, transition } from 'xstate';
import type { Stage } from '#curriculum/readiness/readiness-of.ts';
import {
  nothingKnown,
  type RolloutFacts,
  type RolloutRefusal,
  type RolloutStep,
  type RolloutType,
} from './rollout-event.ts';

export type RolloutSnapshot = { step: RolloutStep; paused: boolean; facts: RolloutFacts };
type Context = RolloutFacts & { paused: boolean };
/** `observed` tells the machine what is true now; the steps that are computed follow from it. */
type RolloutInput = { type: RolloutType } | { type: 'observed'; facts: RolloutFacts };

/** A condition that can say why it is not met. */
type Need = (context: Context) => RolloutRefusal | undefined;

const ready: Need = ({ verdict, override, lacks }) =>
  verdict === 'klar' || override ? undefined : { reason: 'not-ready', lacks };
const signedOff: Need = (context) => (context.signedOff ? undefined : { reason: 'not-signed-off' });
const running: Need = ({ paused }) => (paused ? { reason: 'is-paused' } : undefined);

/** A transition that is taken when all needs are met. `can` reads the same needs from `meta`. */
const go = (target: RolloutStep, ...needs: Need[]) => ({
  target,
  meta: { needs },
  guard: ({ context }: { context: Context }) => needs.every((need) => !need(context)),
});
const when = (target: RolloutStep, holds: (context: Context) => boolean) => ({
  target,
  guard: ({ context }: { context: Context }) => holds(context),
});

const isReady = ({ verdict }: Context) => verdict === 'klar';
const isStaffed = (context: Context) => !isReady(context) && context.staffed;
const isTraining = (context: Context) => !isReady(context) && !context.staffed && context.training;
const isCommitted = (context: Context) => !isReady(context) && !context.staffed && !context.training;

/** The computed steps of a committed service. Whoever is ready and was signed off may go live, from each of them. */
const committed = (step: RolloutStep) => ({
  always: [
    when('klar', isReady),
    when('bemandet', isStaffed),
    when('under-uddannelse', isTraining),
    when('tilsagn', isCommitted),
  ].filter(({ target }) => target !== step),
  on: { live: go('i-drift', running, ready, signedOff) },
});

const steps = {
  initial: 'ikke-startet',
  states: {
    // The agency may note a commitment that nobody asked for by an invitation.
    'ikke-startet': { on: { invited: go('inviteret'), committed: go('tilsagn') } },
    inviteret: { on: { invited: go('inviteret'), committed: go('tilsagn') } },
    tilsagn: committed('tilsagn'),
    'under-uddannelse': committed('under-uddannelse'),
    bemandet: committed('bemandet'),
    klar: committed('klar'),
    'i-drift': {},
  } satisfies Record<RolloutStep, unknown>,
};

/**
 * The rollout of a library service: how far it has come, and beside it whether it is paused, which covers each step and ends
 * where it began. Staffed and ready are what the gates say; live needs ready, or an override, and the sign-off of its wave.
 */
export const rolloutMachine: AnyStateMachine = createMachine({
  id: 'rollout',
  type: 'parallel',
  context: { ...nothingKnown, paused: false },
  on: { observed: { actions: assign(({ event }) => event.facts) } },
  states: {
    step: steps,
    pause: {
      initial: 'running',
      states: {
        running: { entry: assign({ paused: false }), on: { paused: 'paused' } },
        paused: { entry: assign({ paused: true }), on: { resumed: 'running' } },
      },
    },
  },
} as never);

export const rolloutAtStart: RolloutSnapshot = { step: 'ikke-startet', paused: false, facts: nothingKnown };

/** XState ignores an event that a state does not expect, so `can` is asked first. */
export function rolloutAfter({ step, paused, facts }: RolloutSnapshot, event: RolloutInput): RolloutSnapshot {
  const [next] = transition(rolloutMachine, stateOf({ step, paused, facts }), event);
  if (next.status === 'error') throw next.error;
  const { paused: isPaused, ...known } = next.context as Context;
  return { step: (next.value as { step: RolloutStep }).step, paused: isPaused, facts: known };
}

const stateOf = ({ step, paused, facts }: RolloutSnapshot) =>
  rolloutMachine.resolveState({
    value: { step, pause: paused ? 'paused' : 'running' },
    context: { ...facts, paused },
  } as never);

/** Why a step of the rollout is refused now; undefined when it is allowed. */
export function canRollout(snapshot: RolloutSnapshot, type: RolloutType): RolloutRefusal | undefined {
  const { step, paused, facts } = snapshot;
  if (type === 'paused') return paused ? { reason: 'already-paused' } : undefined;
  if (type === 'resumed') return paused ? undefined : { reason: 'not-paused' };
  const listening = rolloutMachine.states.step!.states[step]!.transitions.get(type);
  if (!listening) return unexpected(step, type);
  const { needs } = (listening[0] as { meta: { needs: Need[] } }).meta;
  for (const need of needs) {
    const refusal = need({ ...facts, paused });
    if (refusal) return refusal;
  }
  return undefined;
}

function unexpected(step: RolloutStep, type: RolloutType): RolloutRefusal {
  if (step === 'i-drift') return { reason: 'already-live' };
  return { reason: type === 'live' ? 'not-committed' : 'already-committed' };
}

/** The stage of the agency's tables: the computed steps stand there in the columns of people and papers. */
export function stageOfStep({ step, paused }: Pick<RolloutSnapshot, 'step' | 'paused'>): Stage {
  if (paused) return 'paa-pause';
  switch (step) {
    case 'under-uddannelse':
    case 'bemandet':
    case 'klar':
      return 'tilsagn';
    default:
      return step;
  }
}
