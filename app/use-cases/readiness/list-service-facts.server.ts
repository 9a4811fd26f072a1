import type { World } from '#app/platform/world.server.ts';
import { addDays, addMonths, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import type { ServiceFacts } from '#curriculum/readiness/readiness-of.ts';
import { listServiceAgreements } from '#db/queries/agreement.ts';
import { listEvidence } from '#db/queries/evidence.ts';
import type { IfClosed } from '#db/queries/if-closed.ts';
import { listOverridesInForce } from '#db/queries/override.ts';
import { listMunicipalities } from '#db/queries/place.ts';
import { listStaffing } from '#db/queries/readiness.ts';
import { listRollout } from '#db/queries/rollout.ts';
import { type Basis, basisOf } from './basis-of.ts';
import { byService } from './by-service.ts';

export type Asked = {
  /** What was known at the end of this day, or at this instant; without them what is known now. */
  knownOn?: string | undefined;
  known?: string | undefined;
  services?: readonly string[] | undefined;
  basis?: Basis | undefined;
  /** What would be if a library were closed. */
  ifClosed?: IfClosed | undefined;
};

/**
 * What is known about every service on one day, without a permission check. Where some services are named, the others are
 * not looked at.
 */
export async function listServiceFacts(
  world: World,
  asOf: string,
  { knownOn, known = knownOn && endOfDay(knownOn), services, basis = basisOf(world, asOf), ifClosed }: Asked = {},
): Promise<ServiceFacts[]> {
  const rules = versionOn(world.policy, asOf);
  const [computed, municipalities, evidence, rollout, agreements, overrides] = await Promise.all([
    listStaffing(world.db, {
      day: asOf,
      until: endOfDay(asOf),
      marginDay: addDays(asOf, rules.staffing.marginDays),
      yearBefore: addMonths(asOf, -12),
      ninetyDaysBefore: addDays(asOf, -90),
      ...basis,
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
