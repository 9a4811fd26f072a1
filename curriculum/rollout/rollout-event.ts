import type { Verdict } from '#curriculum/readiness/readiness-of.ts';

export const rolloutTypes = ['invited', 'committed', 'live', 'paused', 'resumed'] as const;
export type RolloutType = (typeof rolloutTypes)[number];

/** What somebody noted about a library service in the rollout. */
export type RolloutEvent = { type: RolloutType; on: string };

/** What the computed readiness says about the service, and what was decided about its opening. Nobody types it in. */
export type RolloutFacts = {
  training: boolean;
  staffed: boolean;
  verdict: Verdict;
  /** The gates that are not met or unknown, by their keys. */
  lacks: readonly string[];
  /** Is there an override in force? It lets the service open without being ready. */
  override: boolean;
  /** Was its wave signed off with this service among those that open? */
  signedOff: boolean;
};

export const nothingKnown: RolloutFacts = {
  training: false,
  staffed: false,
  verdict: 'uafklaret',
  lacks: [],
  override: false,
  signedOff: false,
};

export type RolloutStep =
  | 'ikke-startet'
  | 'inviteret'
  | 'tilsagn'
  | 'under-uddannelse'
  | 'bemandet'
  | 'klar'
  | 'i-drift';

/** The steps in their order, as the board shows them. */
export const rolloutSteps: readonly RolloutStep[] = [
  'ikke-startet',
  'inviteret',
  'tilsagn',
  'under-uddannelse',
  'bemandet',
  'klar',
  'i-drift',
];

/** Why a step of the rollout is refused. The page turns it into a sentence that says what to do next. */
export type RolloutRefusal =
  | { reason: 'already-committed' | 'already-live' | 'already-paused' | 'not-paused' | 'is-paused' | 'not-committed' }
  | { reason: 'not-ready'; lacks: readonly string[] }
  | { reason: 'not-signed-off' }
  /** Something noted for a later day would no longer be possible. */
  | { reason: 'later-depends'; type: RolloutType; on: string };
