import type { World } from '#app/platform/world.server.ts';
import { addDays, addMonths, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { scoredChannels } from '#curriculum/partners/outreach.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import type { ServiceFacts } from '#curriculum/readiness/readiness-of.ts';
import { confidentialityTests, staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import { listServiceAgreements } from '#db/queries/agreement.ts';
import { listEvidence } from '#db/queries/evidence.ts';
import type { IfClosed } from '#db/queries/if-closed.ts';
import { listOverridesInForce } from '#db/queries/override.ts';
import { listMunicipalities } from '#db/queries/place.ts';
import { listStaffing } from '#db/queries/readiness.ts';
import { listRollout } from '#db/queries/rollout.ts';
import { byService } from './by-service.ts';

/**
 * What is known about every service on one day, without a permission check. With `knownOn` it is what was known at the
 * end of that day; where some services are named, the others are not looked at.
 */
export async function listServiceFacts(
  world: World,
  asOf: string,
  {
    knownOn,
    services,
    ifClosed,
  }: { knownOn?: string | undefined; services?: readonly string[] | undefined; ifClosed?: IfClosed | undefined } = {},
): Promise<ServiceFacts[]> {
  const rules = versionOn(world.policy, asOf);
  const courses = world.catalogue.editions.map(({ course }) => course);
  const known = knownOn && endOfDay(knownOn);
  const [computed, municipalities, evidence, rollout, agreements, overrides] = await Promise.all([
    listStaffing(world.db, {
      day: asOf,
      until: endOfDay(asOf),
      marginDay: addDays(asOf, rules.staffing.marginDays),
      yearBefore: addMonths(asOf, -12),
      ninetyDaysBefore: addDays(asOf, -90),
      courses: staffingCourses(rules, courses),
      tests: confidentialityTests(rules, courses),
      channels: scoredChannels,
      known,
      services,
      ifClosed,
    }),
    listMunicipalities(world.db, { day: asOf, known, services }),
    listEvidence(world.db, { day: asOf, known, services }),
    listRollout(world.db, { day: asOf, known, services }),
    listServiceAgreements(world.db, { known, services }),
    listOverridesInForce(world.db, asOf, { known, services }),
  ]);
  const places = byService(municipalities);
  const papers = byService(evidence);
  const events = byService(rollout);
  const agreed = byService(agreements);
  const given = new Map(
    overrides.map(({ serviceId, id, reason, decidedBy, from, until }) => [
      serviceId,
      { id, reason, decidedBy, from, until },
    ]),
  );
  return computed.map((facts) => ({
    ...facts,
    municipalities: places.get(facts.serviceId) ?? [],
    evidence: papers.get(facts.serviceId) ?? [],
    rollout: events.get(facts.serviceId) ?? [],
    agreements: agreed.get(facts.serviceId) ?? [],
    override: given.get(facts.serviceId) ?? null,
  }));
}
