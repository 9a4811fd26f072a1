import type { World } from '#app/platform/world.server.ts';
import { addDays, addMonths, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { readinessOf, type ServiceFacts, type ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import { listEvidence, listMunicipalities, listRollout, listStaffing } from '#db/queries/readiness.ts';

export type Readiness = { asOf: string; policyVersion: string; services: ServiceReadiness[] };

/**
 * The readiness of every service on one day, without a permission check: for use cases that have made one, demo data and
 * the command line, whose user has the database itself.
 */
export async function readinessOfTheCountry(world: World, asOf: string): Promise<Readiness> {
  const rules = versionOn(world.policy, asOf);
  const [staffing, municipalities, evidence, rollout] = await Promise.all([
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
  const services = staffing.map((row): ServiceReadiness => {
    const facts: ServiceFacts = {
      serviceId: row.service_id,
      name: row.name,
      municipalities: (places.get(row.service_id) ?? []).map(({ code, name, population, pilot }) => ({
        code,
        name,
        population,
        pilot: pilot === 1,
      })),
      anyAffiliation: row.known === 1,
      advisers: row.advisers,
      advisersWithConfidentiality: row.with_confidentiality,
      certified: row.certified,
      countedForGate: row.counted,
      evidence: (known.get(row.service_id) ?? []).map(({ gate, value, observed_on, expires_on }) => ({
        gate,
        value,
        observedOn: observed_on,
        expiresOn: expires_on,
      })),
      rollout: (events.get(row.service_id) ?? []).map(({ type, on_day }) => ({ type, on: on_day })),
      inTraining: row.in_training === 1,
      guidancePoints: { total: row.points, staffed: row.points_staffed },
      channels: row.channels,
      meetings: row.meetings,
      guidance: { sessions: row.sessions, resolved: row.resolved },
    };
    return readinessOf(world.policy, asOf, facts);
  });
  return { asOf, policyVersion: rules.version, services };
}

function byService<T extends { service_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const row of rows) {
    const list = grouped.get(row.service_id);
    if (list) list.push(row);
    else grouped.set(row.service_id, [row]);
  }
  return grouped;
}
