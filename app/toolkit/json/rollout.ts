import type { Board, BoardService } from '#app/use-cases/rollout/board/rollout-board.server.ts';
import type { NotOpened } from '#app/use-cases/rollout/sign-off/open-wave.server.ts';
import type { SignOffView } from '#app/use-cases/rollout/sign-off/see-sign-off.server.ts';
import type { wavesOn } from '#app/use-cases/rollout/waves/waves-on.server.ts';
import { rolloutSteps } from '#curriculum/rollout/rollout-event.ts';
import type { DecisionIssue } from '#curriculum/rollout/sign-off.ts';
import type { RolloutDate } from '#db/queries/rollout-date.ts';
import type { Outcome } from './shared.ts';

type SignedOff = Outcome & { id?: string; complete?: boolean; opened?: number; notOpened?: readonly NotOpened[] } & {
  issues?: readonly DecisionIssue[];
};

/** What the verbs of the rollout print with `--json`. */
export const rolloutJson = {
  'readiness rollout-date': (asOf: string, set: RolloutDate | undefined, history: readonly RolloutDate[]) => ({
    asOf,
    set: set ? setDateOf(set) : null,
    history: history.map(setDateOf),
  }),
  'readiness rollout': ({ asOf, policyVersion, waves, others }: Board, knownOn?: string) => ({
    asOf,
    knownOn,
    policyVersion,
    waves: waves.map(({ id, name, opensOn, counts, paused, services }) => ({
      ...{ id, name, opensOn, paused },
      counts: Object.fromEntries(rolloutSteps.map((step) => [step, counts[step]])),
      services: services.map(boardServiceOf),
    })),
    noWave: others.map(boardServiceOf),
  }),
  'readiness sign-off show': ({ wave, before, round, ended }: SignOffView) => ({
    wave: { id: wave.id, name: wave.name, opensOn: wave.opensOn },
    standing: round?.standing ?? 'none',
    before: before && {
      ready: before.ready,
      undecided: before.undecided.map(({ serviceId, name, lacks, hasOverride }) => ({
        ...{ serviceId, name, hasOverride },
        lacks: lacks.map(({ key, value }) => ({ key, value })),
      })),
    },
    round: round && {
      ...{ id: round.id, persons: round.persons, opening: round.opening },
      signatures: round.signatures.map(({ name, at }, index) => ({ place: index + 1, name, at })),
      deviations: round.deviations.map(({ serviceId, name, outcome, toWave, why, lacks }) => ({
        ...{ serviceId, name, outcome, toWave, why },
        lacks: lacks.map(({ key, value }) => ({ key, value })),
      })),
      // Null when the snapshot was altered in the database.
      snapshot: round.frozen
        ? {
            ...{ asOf: round.frozen.asOf, takenAt: round.frozen.takenAt, policyVersion: round.frozen.policyVersion },
            ...{ services: round.frozen.services, sha256: round.frozen.sha256 },
            ...{ same: round.frozen.same, changedSince: round.frozen.changed },
          }
        : null,
    },
    ended: ended.map(({ id, kind, why, at }) => ({ id, kind, why, at })),
  }),
  'readiness sign-off': ({ ok, id, complete, opened, notOpened, reason, issues }: SignedOff) => ({
    ...{ ok, id, complete, opened, reason },
    notOpened: notOpened?.map(({ serviceId, name, refusal }) => ({ serviceId, name, reason: refusal.reason })),
    issues: issues?.map(({ serviceId, problem }) => ({ serviceId, problem })),
  }),
  'readiness waves': (asOf: string, { waves, others }: Awaited<ReturnType<typeof wavesOn>>) => ({
    asOf,
    waves: waves.map(({ id, name, opensOn, services }) => ({
      id,
      name,
      opensOn,
      services: services.map(namedService),
    })),
    noWave: others.map(namedService),
  }),
};

const boardServiceOf = ({ serviceId, name, step, paused, verdict, lacks }: BoardService) => ({
  ...{ serviceId, name, step, paused, verdict },
  lacks: lacks.map(({ key, value }) => ({ key, value })),
});

const namedService = ({ id, name }: { id: string; name: string }) => ({ serviceId: id, name });

const setDateOf = ({ day, target, note, setAt }: RolloutDate) => ({ day, target, note, setAt });
