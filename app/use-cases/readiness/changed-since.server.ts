import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { type Change, changesBetween, directionOf } from '#curriculum/readiness/changes-between.ts';
import type { Readiness } from './readiness-of-the-country.server.ts';
import { readinessOn } from './readiness-on.server.ts';

export type MunicipalityChange = Change & { direction: ReturnType<typeof directionOf> };
type Outcome = { ok: true; changes: MunicipalityChange[] } | { ok: false; reason: 'not-before' | 'forbidden' };

/** How the municipalities have changed since an earlier day. Both days are judged by the same rules. */
export async function changedSince(world: World, viewer: Viewer, since: string, now: Readiness): Promise<Outcome> {
  if (!isDay(since) || since >= now.asOf) return { ok: false, reason: 'not-before' };
  const before = await readinessOn(world, viewer, since);
  if (!before) return { ok: false, reason: 'forbidden' };
  const byName = now.services.toSorted((a, b) =>
    danish.compare(a.municipalities[0]?.name ?? '', b.municipalities[0]?.name ?? ''),
  );
  const changes = changesBetween(before.services, byName);
  return { ok: true, changes: changes.map((change) => ({ ...change, direction: directionOf(change) })) };
}
