import type { World } from '#app/platform/world.server.ts';
import { addDays, addMonths, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { readinessOf, type ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import { listEvidence } from '#db/queries/evidence.ts';
import { listMunicipalities } from '#db/queries/place.ts';
import { listStaffing } from '#db/queries/readiness.ts';
import { listRollout } from '#db/queries/rollout.ts';

export type Readiness = { asOf: string; policyVersion: string; services: ServiceReadiness[] };

/**
 * The readiness of every service on one day, without a permission check: for use cases that have made one, demo data and
 * the command line, whose user has the database itself.
 */
export async function readinessOfTheCountry(world: World, asOf: string): Promise<Readiness> {
  const rules = versionOn(world.policy, asOf);
  const [computed, municipalities, evidence, rollout] = await Promise.all([
    listStaffing(world.db, {
      day: asOf,
      until: endOfDay(asOf),
      marginDay: addDays(asOf, rules.staffing.marginDays),
      yearBefore: addMonths(asOf, -12),
      ninetyDaysBefore: addDays(asOf, -90),
      confidentiality: Object.entries(rules.confidentialitySteps),
    }),
    listMunicipalities(world.db),
    listEvidence(world.db, asOf),
    listRollout(world.db, asOf),
  ]);
  const places = byService(municipalities);
  const known = byService(evidence);
  const events = byService(rollout);
  const services = computed.map((facts) =>
    readinessOf(world.policy, asOf, {
      ...facts,
      municipalities: places.get(facts.serviceId) ?? [],
      evidence: known.get(facts.serviceId) ?? [],
      rollout: events.get(facts.serviceId) ?? [],
    }),
  );
  return { asOf, policyVersion: rules.version, services };
}

function byService<T extends { serviceId: string }>(rows: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) {
    const list = grouped.get(row.serviceId);
    if (list) list.push(row);
    else grouped.set(row.serviceId, [row]);
  }
  return grouped;
}
