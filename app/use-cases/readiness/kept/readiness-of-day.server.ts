import type { World } from '#app/platform/world.server.ts';
import { type Readiness, readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import { listTouches } from '#db/queries/readiness-touch.ts';
import { type KeptDay, keptDays } from './kept-days.ts';

/**
 * The readiness of the country or of some services on one day, kept in memory: a service is worked out again when the facts
 * behind it have changed, in this process or another. Without a permission check; the answer is that of
 * `readinessOfTheCountry`, and nobody may change it.
 */
export async function readinessOfDay(
  world: World,
  asOf: string,
  { services: wanted }: { services?: readonly string[] | undefined } = {},
): Promise<Readiness> {
  // The counts are read before the facts: what is recorded meanwhile is found by the next question.
  const touches = await listTouches(world.db);
  const asked = wanted === undefined ? touches : touches.filter(({ serviceId }) => wanted.includes(serviceId));
  const kept = keptDays(world).of(`${asOf} ${dayOf(world.now())}`);
  const old = asked.filter(({ serviceId, touches: now }) => kept.get(serviceId)?.touches !== now);
  await workOut(world, asOf, kept, old, touches.length);
  const services = asked.flatMap(({ serviceId }): ServiceReadiness[] => {
    const found = kept.get(serviceId)?.readiness;
    return found ? [found] : [];
  });
  return { asOf, policyVersion: versionOn(world.policy, asOf).version, services };
}

/** From this share of the services on, one look at the whole country is quicker than one at each of them. */
const most = 0.5;

async function workOut(
  world: World,
  asOf: string,
  kept: KeptDay,
  old: readonly { serviceId: string; touches: number }[],
  of: number,
): Promise<void> {
  if (old.length === 0) return;
  const asked = old.length > of * most ? {} : { services: old.map(({ serviceId }) => serviceId) };
  const { services } = await readinessOfTheCountry(world, asOf, asked);
  const found = new Map(services.map((readiness) => [readiness.serviceId, readiness]));
  for (const { serviceId, touches } of old) {
    const readiness = found.get(serviceId);
    if (readiness) kept.set(serviceId, { touches, readiness });
  }
}
