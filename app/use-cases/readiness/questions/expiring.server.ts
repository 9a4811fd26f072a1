import type { World } from '#app/platform/world.server.ts';
import { byService } from '#app/use-cases/readiness/by-service.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { danish } from '#app/words/format.ts';
import { addDays, addMonths, dayOf, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { papersFalling } from '#curriculum/readiness/readiness-of.ts';
import { staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import { listServiceAgreements } from '#db/queries/agreement.ts';
import { listEvidence } from '#db/queries/evidence.ts';
import { listExpiringCertificates } from '#db/queries/expiring-certificate.ts';
import type { Answers, ExpiringRow } from './answers.ts';
import { placeOf } from './place-of.ts';

/**
 * Question 3: the certificates and papers that stop counting between today and the policy's margin after the day (from
 * the day itself, if it is past). A certificate counts with the last day of the longest one its holder has. With a month
 * it is what stops in that month, or until its end, however far ahead.
 */
export async function expiring(
  world: World,
  { asOf, knownOn, services }: Readiness,
  asked: { month?: string | undefined; until?: string } = {},
): Promise<Answers['expiring']> {
  const today = dayOf(world.now());
  const known = knownOn && endOfDay(knownOn);
  const from = asOf < today ? asOf : today;
  const rules = versionOn(world.policy, from);
  const { month } = asked;
  const last = month ?? asked.until;
  const until = last ? addDays(addMonths(`${last}-01`, 1), -1) : addDays(asOf, rules.staffing.marginDays);
  const courses = staffingCourses(
    rules,
    world.catalogue.editions.map(({ course }) => course),
  );
  const [certificates, evidence, agreements] = await Promise.all([
    listExpiringCertificates(world.db, {
      day: from,
      recorded: endOfDay(from),
      endsBy: addDays(until, 1),
      courses,
      known,
    }),
    listEvidence(world.db, { day: from, known }),
    listServiceAgreements(world.db, { known }),
  ]);
  const places = new Map(services.map((service) => [service.serviceId, placeOf(service)]));
  const ofPeople = certificates.flatMap(({ serviceId, validUntil, people }): ExpiringRow[] => {
    const place = places.get(serviceId);
    return place ? [{ ...place, lastDay: addDays(validUntil, -1), people, gate: null }] : [];
  });
  const [seen, agreed] = [byService(evidence), byService(agreements)];
  const ofPapers = [...places].flatMap(([serviceId, place]): ExpiringRow[] => {
    const facts = { evidence: seen.get(serviceId) ?? [], agreements: agreed.get(serviceId) ?? [] };
    const falling = papersFalling(world.policy, facts, { from, to: addDays(until, 1) });
    return falling.map(({ gate, lastDay }) => ({ ...place, lastDay, people: null, gate }));
  });
  const isAsked = ({ lastDay }: ExpiringRow) => month === undefined || lastDay.startsWith(month);
  const rows = [...ofPeople, ...ofPapers]
    .filter(isAsked)
    .sort((a, b) => (a.lastDay === b.lastDay ? danish.compare(a.name, b.name) : a.lastDay < b.lastDay ? -1 : 1));
  return {
    asOf,
    question: 3,
    from,
    until,
    rows,
    totals: {
      certificates: rows.reduce((sum, { people }) => sum + (people ?? 0), 0),
      papers: rows.filter(({ gate }) => gate !== null).length,
      services: new Set(rows.map(({ serviceId }) => serviceId)).size,
    },
  };
}
