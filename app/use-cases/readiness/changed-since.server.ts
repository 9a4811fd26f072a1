import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import type { Answers } from './questions/answers.ts';
import { compareOf } from './questions/compare-of.ts';
import type { Readiness } from './readiness-of-the-country.server.ts';
import { readinessOn } from './readiness-on.server.ts';

type Outcome = { ok: true; answer: Answers['compare'] } | { ok: false; reason: 'not-before' | 'forbidden' };

/** How the municipalities have changed since an earlier day. Both days are judged by the same rules and known as of the same day. */
export async function changedSince(world: World, viewer: Viewer, since: string, now: Readiness): Promise<Outcome> {
  if (!isDay(since) || since >= now.asOf) return { ok: false, reason: 'not-before' };
  const before = await readinessOn(world, viewer, since, now.knownOn);
  return before ? { ok: true, answer: compareOf(before, now) } : { ok: false, reason: 'forbidden' };
}
