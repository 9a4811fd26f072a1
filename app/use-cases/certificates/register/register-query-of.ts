import type { World } from '#app/platform/world.server.ts';
import { leaderFor } from '#app/use-cases/leader-for.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { addDays, dayOf, endOfDay, startOfDay } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, latestRenewableOn } from '#curriculum/certification/certificate-status.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import type { RegisterOrder, RegisterWanted } from '#db/queries/certificate-register.ts';
import { inForce, type RegisterFilter, statuses } from './parse-register-filter.ts';

const valid: readonly CertificateStatus[] = ['valid', 'renewal-open'];

/** What the database is asked for by a filter of the register, for what this viewer may see today. */
export function registerQueryOf(
  world: World,
  viewer: Viewer,
  filter: RegisterFilter,
): { wanted: RegisterWanted; order: RegisterOrder } {
  const today = dayOf(world.now());
  const editions = world.catalogue.editions.map(({ course }) => course);
  const after = (day: string, days: number) => (day === '' ? undefined : addDays(day, days));
  const inTitleOrder = editions.toSorted(
    (a, b) => danish.compare(a.title.da, b.title.da) || danish.compare(a.edition, b.edition),
  );
  return {
    wanted: {
      on: { day: today, until: endOfDay(today), renewable: latestRenewableOn(today) },
      ledBy: leaderFor(viewer, 'see-certificates'),
      find: filter.find,
      statuses: statusesOf(filter),
      staffs:
        filter.counts === ''
          ? undefined
          : { courses: staffingCourses(versionOn(world.policy, today), editions), are: filter.counts === 'yes' },
      course: filter.course,
      edition: filter.edition,
      municipality: filter.municipality,
      region: filter.region,
      issued: {
        from: filter.issuedFrom === '' ? undefined : startOfDay(filter.issuedFrom),
        to: filter.issuedTo === '' ? undefined : startOfDay(addDays(filter.issuedTo, 1)),
      },
      // The column has the first invalid day, which is one day after the last valid one.
      until: { from: after(filter.endsFrom, 1), to: after(filter.endsTo, 2) },
    },
    order: {
      by: filter.sort,
      reversed: filter.reversed,
      courses: inTitleOrder.map(({ id, edition }) => ({ course: id, edition })),
      statuses,
    },
  };
}

/** Whether a certificate staffs a place is asked of valid ones only. */
function statusesOf({ status, counts }: RegisterFilter): RegisterWanted['statuses'] {
  const asked = status === '' ? undefined : status === inForce ? valid : [status];
  return counts === '' ? asked : valid.filter((each) => asked?.includes(each) ?? true);
}
