import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { placeOf } from '#app/use-cases/readiness/questions/place-of.ts';
import { recomputeSnapshot } from '#app/use-cases/readiness/snapshots/recompute-snapshot.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';
import { lackingOf } from '#curriculum/rollout/rollout-facts.ts';
import { opensBy, type SignedOutcome, signedAsOf } from '#curriculum/rollout/sign-off.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { listSignedServices } from '#db/queries/sign-off.ts';
import { findWave, listWaves, type Wave } from '#db/queries/wave.ts';
import { type BoardService, rolloutBoard } from '../board/rollout-board.server.ts';
import { type RoundOf, roundsOf } from './rounds-of.server.ts';

type Lack = { key: string; value: GateValue };
export type Undecided = Pick<BoardService, 'serviceId' | 'name' | 'lacks'> & { hasOverride: boolean };
export type Frozen = {
  takenAt: string;
  asOf: string;
  services: number;
  policyVersion: string;
  sha256: string;
  /** Whether it recomputes to the same hash today, and how many services stand otherwise by what was recorded since. */
  same: boolean;
  changed: number;
};
export type Deviation = {
  serviceId: string;
  name: string;
  outcome: Exclude<SignedOutcome, 'opens'>;
  lacks: Lack[];
  toWave: string | null;
  why: string;
};
export type SignOffView = {
  wave: Wave;
  waves: Wave[];
  today: string;
  /** Before anything is frozen: the services that are not ready on the day the wave opens, and how many are. */
  before: { undecided: Undecided[]; ready: number } | null;
  round: {
    id: string;
    standing: 'open' | 'signed';
    persons: number;
    signatures: { name: string; at: string }[];
    signedByMe: boolean;
    opening: number;
    deviations: Deviation[];
    /** Undefined when the snapshot was altered in the database. */
    frozen: Frozen | undefined;
  } | null;
  ended: { id: string; kind: 'refused' | 'withdrawn'; why: string; at: string }[];
};

/** The sign-off of a wave: what is to be decided, what was frozen, and who signed. Without a viewer: for the command line. */
export async function seeSignOff(
  world: World,
  viewer: Viewer | null,
  waveId: string,
): Promise<SignOffView | undefined> {
  if (viewer && !may(viewer, 'sign-off')) return undefined;
  const wave = await findWave(world.db, waveId);
  if (!wave) return undefined;
  const today = dayOf(world.now());
  const rounds = await roundsOf(world.db, wave.id);
  const standing = rounds.find(({ ended }) => ended === null);
  return {
    wave: { id: wave.id, name: wave.name, opensOn: wave.opensOn },
    waves: (await listWaves(world.db)).filter(({ id }) => id !== wave.id),
    today,
    before: standing ? null : await undecidedOf(world, wave, today),
    round: standing ? await roundView(world, viewer, standing) : null,
    ended: rounds.flatMap(({ id, ended, endedWhy, endedAt }) =>
      ended ? [{ id, kind: ended, why: endedWhy!, at: endedAt! }] : [],
    ),
  };
}

async function undecidedOf(world: World, wave: Wave, today: string): Promise<NonNullable<SignOffView['before']>> {
  const board = await rolloutBoard(world, signedAsOf(wave, today), { memberOn: today });
  const services = board.waves.find(({ id }) => id === wave.id)?.services ?? [];
  const open = services.filter(({ verdict }) => verdict !== 'klar');
  return {
    undecided: open.map(({ serviceId, name, lacks, hasOverride }) => ({ serviceId, name, lacks, hasOverride })),
    ready: services.length - open.length,
  };
}

async function roundView(
  world: World,
  viewer: Viewer | null,
  round: RoundOf,
): Promise<NonNullable<SignOffView['round']>> {
  const [recomputed, services, waves] = await Promise.all([
    recomputeSnapshot(world, viewer, { id: round.snapshotId }),
    listSignedServices(world.db, round.id),
    listWaves(world.db),
  ]);
  const signatures = await Promise.all(
    round.signatures.map(async ({ personId, at }) => ({
      at,
      name: (await findPersonAt(world.db, personId, dayOf(at)))?.name ?? '–',
    })),
  );
  const rows = new Map(recomputed.ok ? recomputed.snapshot.rows.map((row) => [row.serviceId, row]) : []);
  const deviations = services.flatMap(({ serviceId, outcome, toWave, why }): Deviation[] => {
    if (outcome === 'opens') return [];
    const row = rows.get(serviceId);
    const lacks = row ? lackingOf(row) : [];
    const name = row ? placeOf(row).name : serviceId;
    return [{ serviceId, name, outcome, lacks, toWave: waves.find(({ id }) => id === toWave)?.name ?? null, why }];
  });
  return {
    id: round.id,
    standing: round.standing === 'signed' ? 'signed' : 'open',
    persons: round.persons,
    signatures,
    signedByMe: viewer !== null && round.signedBy.includes(viewer.personId),
    opening: services.filter(({ outcome }) => opensBy(outcome)).length,
    deviations: deviations.sort((a, b) => danish.compare(a.name, b.name)),
    frozen: recomputed.ok
      ? {
          takenAt: recomputed.snapshot.takenAt,
          asOf: recomputed.snapshot.asOf,
          services: recomputed.snapshot.rows.length,
          policyVersion: recomputed.snapshot.policyVersion,
          sha256: recomputed.snapshot.sha256,
          same: recomputed.recomputed === recomputed.snapshot.sha256,
          changed: recomputed.later.length,
        }
      : undefined,
  };
}
