import type { World } from '#app/platform/world.server.ts';
import { type Readiness, readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import { listTouches } from '#db/queries/readiness-touch.ts';
import { type KeptDay, keptDays } from './kept-days.ts';

/**
 * The readiness of the country or of some services on one day, kept in memory: a service is worked out again when the facts
 * behind it have changed, in this process or another. What was known on an earlier day is worked out each time. Without a
 * permission check; the answer is that of `readinessOfTheCountry`, and nobody may change it.
 */
export async function readinessOfDay(
  world: World,
  asOf: string,
  { knownOn, services: wanted }: { knownOn?: string | undefined; services?: readonly string[] | undefined } = {},
): Promise<Readiness> {
  if (knownOn) return readinessOfTheCountry(world, asOf, { knownOn, services: wanted });
  // The counts are read before the facts: what is recorded meanwhile is found by the next question.
  const touches = await listTouches(world.db);
  const asked = wanted === undefined ? touches : touches.filter(({ serviceId }) => wanted.includes(serviceId));
  const kept = keptDays(world).of(`${asOf} ${dayOf(world.now())}`);
  const old = asked.filter(({ serviceId, touches: now }) => kept.get(serviceId)?.touches !== now);
  await workOut(world, asOf, kept, old, touches.length);
  const found = asked.flatMap(({ serviceId }): ServiceReadiness[] => {
    const readiness = kept.get(serviceId)?.readiness;
    return readiness ? [readiness] : [];
  });
  // A service that serves nobody on the day is seen by those who ask for it by name.
  const services = wanted ? found : found.filter(({ municipalities }) => municipalities.length > 0);
  return { asOf, policyVersion: versionOn(world.policy, asOf).version, services };
}

/** From this share of the services on, one look at the whole country is quicker than one at each of them. */
const most = 0.5;

type Old = readonly { serviceId: string; touches: number }[];

async function workOut(world: World, asOf: string, kept: KeptDay, old: Old, of: number): Promise<void> {
  if (old.length === 0) return;
  const whole = old.length > of * most;
  const asked = whole ? {} : { services: old.map(({ serviceId }) => serviceId) };
  const found = new Map(
    (await readinessOfTheCountry(world, asOf, asked)).services.map((each) => [each.serviceId, each]),
  );
  for (const { serviceId, touches } of old) {
    const readiness = found.get(serviceId);
    if (readiness || !whole) kept.set(serviceId, { touches, readiness });
  }
  if (whole)
    await workOut(
      world,
      asOf,
      kept,
      old.filter(({ serviceId }) => !found.has(serviceId)),
      Number.POSITIVE_INFINITY,
    );
}
