import type { World } from '#app/platform/world.server.ts';
import type { Answers } from '#app/use-cases/readiness/questions/answers.ts';
import { compareOf } from '#app/use-cases/readiness/questions/compare-of.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { mapLayers } from '#curriculum/readiness/map-layers.ts';
import type { MapClass, ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';

export type Comparison = {
  /** How many are ready on each of the two days, and of how many. */
  before: { ready: number };
  after: { ready: number };
  of: number;
  /** Each class of the map with how many were in it and are. */
  counts: [shownAs: MapClass, before: number, after: number][];
  changes: Answers['compare'];
};
type Outcome = { ok: true; comparison: Comparison } | { ok: false; reason: 'forbidden' | 'not-a-day' | 'not-before' };
type Asked = { from: string; to: string; knownOn?: string | undefined };

/** Two days side by side, judged by the rules of each and known as of the same day. */
export async function seeComparison(world: World, viewer: Viewer, { from, to, knownOn }: Asked): Promise<Outcome> {
  if (!isDay(from) || !isDay(to)) return { ok: false, reason: 'not-a-day' };
  if (from >= to) return { ok: false, reason: 'not-before' };
  const [before, after] = await Promise.all([
    readinessOn(world, viewer, from, knownOn),
    readinessOn(world, viewer, to, knownOn),
  ]);
  if (!before || !after) return { ok: false, reason: 'forbidden' };
  return {
    ok: true,
    comparison: {
      before: { ready: count(before.services, isReady) },
      after: { ready: count(after.services, isReady) },
      of: count(after.services, () => true),
      counts: mapLayers.readiness.map((each) => {
        const isShownAs = ({ mapClass }: ServiceReadiness) => mapClass === each;
        return [each, count(before.services, isShownAs), count(after.services, isShownAs)];
      }),
      changes: compareOf(before, after),
    },
  };
}

const isReady = ({ verdict }: ServiceReadiness) => verdict === 'klar';
const count = (services: readonly ServiceReadiness[], is: (service: ServiceReadiness) => boolean) =>
  services.filter(is).reduce((sum, { municipalities }) => sum + municipalities.length, 0);
