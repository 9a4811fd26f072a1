import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isCertifiedOn } from '#curriculum/certification/certificate-status.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import { type CertificateRow, listCertificatesOf, withEvents } from '#db/queries/certificate.ts';
import { listServicesOf } from '#db/queries/person.ts';
import { periodOfRow } from './period-of-row.ts';

/** The municipalities of one library service, and how many advisers they will lack if the certificate is revoked. */
export type Consequence = { places: string[]; lacks: number };

/** The effect of revoking a certificate on today's staffing, shown before anybody does it. */
export async function consequenceOfRevoking(
  world: World,
  viewer: Viewer,
  certificate: CertificateRow,
): Promise<Consequence[]> {
  const today = dayOf(world.now());
  const rules = versionOn(world.policy, today);
  const marginDay = addDays(today, rules.staffing.marginDays);
  const staffing = staffingCourses(
    rules,
    world.catalogue.editions.map(({ course }) => course),
  );
  const own = await listCertificatesOf(world.db, certificate.person_id);
  const counting = (await withEvents(world.db, own)).filter(
    (row) =>
      staffing.includes(row.course) &&
      isCertifiedOn(periodOfRow(row), row.events, today) &&
      row.valid_until > marginDay,
  );
  // Nothing changes if the person has another certificate that counts, or if this one does not count anyway.
  if (counting.map(({ number }) => number).join() !== certificate.number) return [];
  const mine = await listServicesOf(world.db, certificate.person_id, today);
  const services = mine.filter((serviceId) => may(viewer, 'see-readiness', { serviceId }));
  const readiness = await readinessOfTheCountry(world, today, { services });
  return readiness.services.map(({ municipalities, staffing }) => ({
    places: municipalities.map(({ name }) => name).sort(danish.compare),
    lacks: Math.max(0, staffing.required - (staffing.countedForGate - 1)),
  }));
}
