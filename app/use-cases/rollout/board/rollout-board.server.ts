import type { World } from '#app/platform/world.server.ts';
import { byService } from '#app/use-cases/readiness/by-service.ts';
import { readinessOfDay } from '#app/use-cases/readiness/kept/readiness-of-day.server.ts';
import { placeOf } from '#app/use-cases/readiness/questions/place-of.ts';
import { danish } from '#app/words/format.ts';
import { endOfDay } from '#curriculum/calendar/calendar-day.ts';
import type { GateValue, ServiceReadiness, Verdict } from '#curriculum/readiness/readiness-of.ts';
import { replayRollout } from '#curriculum/rollout/replay-rollout.ts';
import type { RolloutStep } from '#curriculum/rollout/rollout-event.ts';
import { lackingOf, rolloutFactsOf } from '#curriculum/rollout/rollout-facts.ts';
import { listRollout } from '#db/queries/rollout.ts';
import { listWaveMembers, listWaves, type Wave } from '#db/queries/wave.ts';
import { countsOf } from './counts-of.ts';

export type BoardService = {
  serviceId: string;
  name: string;
  codes: string[];
  pilot: boolean;
  step: RolloutStep;
  paused: boolean;
  verdict: Verdict;
  /** The gates that are not met or unknown. */
  lacks: { key: string; value: GateValue }[];
  hasOverride: boolean;
};
export type BoardWave = Wave & { services: BoardService[]; counts: Record<RolloutStep, number>; paused: number };
export type Board = { asOf: string; policyVersion: string; waves: BoardWave[]; others: BoardService[] };
type Asked = {
  knownOn?: string | undefined;
  services?: readonly string[] | undefined;
  /** The day whose waves are asked for, when it is another: a coming day may have moves that nobody has carried out. */
  memberOn?: string | undefined;
};

/**
 * How far each library service of each wave has come on a day, without a permission check. Where some services are named,
 * only they stand on the board.
 */
export async function rolloutBoard(world: World, asOf: string, asked: Asked = {}): Promise<Board> {
  const known = asked.knownOn && endOfDay(asked.knownOn);
  const of = { day: asOf, known, services: asked.services };
  const [readiness, events, waves, members] = await Promise.all([
    readinessOfDay(world, asOf, asked),
    listRollout(world.db, of),
    listWaves(world.db, { known }),
    listWaveMembers(world.db, { ...of, day: asked.memberOn ?? asOf }),
  ]);
  const histories = byService(events);
  const waveOf = new Map(members.map(({ serviceId, waveId }) => [serviceId, waveId]));
  const services = readiness.services
    .map((service) => boardServiceOf(service, histories.get(service.serviceId) ?? []))
    .sort((a, b) => danish.compare(a.name, b.name));
  return {
    asOf,
    policyVersion: readiness.policyVersion,
    waves: waves.map((wave) => {
      const own = services.filter(({ serviceId }) => waveOf.get(serviceId) === wave.id);
      return { ...wave, services: own, ...countsOf(own) };
    }),
    others: services.filter(({ serviceId }) => !waveOf.has(serviceId)),
  };
}

function boardServiceOf(service: ServiceReadiness, history: Awaited<ReturnType<typeof listRollout>>): BoardService {
  const facts = rolloutFactsOf(service, { signedOff: false });
  const { step, paused } = replayRollout(history, facts);
  return {
    ...placeOf(service),
    pilot: service.municipalities.some(({ pilot }) => pilot),
    step,
    paused,
    verdict: service.verdict,
    lacks: lackingOf(service),
    hasOverride: service.override !== null,
  };
}
