import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { readinessOf, type ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import { type Asked, listServiceFacts } from './list-service-facts.server.ts';

export type Readiness = {
  asOf: string;
  /** The day at whose end it was known; undefined for what is known now. */
  knownOn?: string | undefined;
  policyVersion: string;
  services: ServiceReadiness[];
};

/**
 * The readiness of every service on one day, without a permission check: for use cases that have made one, demo data and
 * the command line, whose user has the database itself. With `knownOn` it is what was known at the end of that day. Where
 * some services are named, the others are not computed.
 */
export async function readinessOfTheCountry(world: World, asOf: string, asked: Asked = {}): Promise<Readiness> {
  const all = await listServiceFacts(world, asOf, asked);
  // A service that serves no municipality on the day is no place of the country; whoever asks for it by name sees it. Before
  // anybody knew who serves what, none of them did.
  const serving = all.filter(({ municipalities }) => municipalities.length > 0);
  const facts = asked.services || serving.length === 0 ? all : serving;
  const today = dayOf(world.now());
  const services = facts.map((each) => readinessOf(world.policy, asOf, each, today));
  return {
    asOf,
    ...(asked.knownOn && { knownOn: asked.knownOn }),
    policyVersion: versionOn(world.policy, asOf).version,
    services,
  };
}
