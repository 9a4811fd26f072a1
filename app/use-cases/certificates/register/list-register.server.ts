import type { World } from '#app/platform/world.server.ts';
import { libraryNumberOnPaper } from '#app/use-cases/certificates/issuing/library-number-on-paper.ts';
import { leaderFor } from '#app/use-cases/leader-for.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { addDays, dayOf, startOfDay } from '#curriculum/calendar/calendar-day.ts';
import {
  type CertificateStatus,
  isLive,
  isValid,
  lastValidDay,
  statusOn,
} from '#curriculum/certification/certificate-status.ts';
import { type Ending, endingsByMonth } from '#curriculum/certification/expiry-timeline.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import { listPeopleAtWork } from '#db/queries/affiliation.ts';
import { listRegister as listRows, type RegisterRow } from '#db/queries/certificate-register.ts';
import { listLibraryPlaces } from '#db/queries/place.ts';
import { inForce, type RegisterFilter, type RegisterSort, statuses } from './parse-register-filter.ts';
import { statusOfRow } from './status-of-row.ts';

type Words = { da: string; en: string };
export type RegisterEntry = {
  number: string;
  name: string;
  library: string;
  /** The municipality of the library at issue; null if the register does not know it. */
  municipality: string | null;
  course: Words;
  edition: string;
  issuedOn: string;
  lastValidDay: string;
  status: CertificateStatus;
};
export type Register = {
  entries: RegisterEntry[];
  /** How many still usable certificates end in each month, and how many end later. */
  endings: Ending[];
  later: number;
  today: string;
  municipalities: { code: string; name: string }[];
  courses: { slug: string; title: Words }[];
  editions: string[];
};

/** The timeline covers 24 months, because a certificate is valid that long. */
const monthsAhead = 24;

/** The filtered certificates with today's status and when they end. Takes three statements. */
export async function listRegister(
  world: World,
  viewer: Viewer,
  filter: RegisterFilter,
): Promise<Register | undefined> {
  if (!may(viewer, 'see-certificates')) return undefined;
  const today = dayOf(world.now());
  const places = await listLibraryPlaces(world.db);
  const placeOf = new Map(places.map(({ library, ...place }) => [library, place]));
  const courses = new Map(world.catalogue.editions.map(({ course }) => [course.id, course.title]));
  const after = (day: string, days: number) => (day === '' ? undefined : addDays(day, days));
  const rows = await listRows(world.db, {
    ledBy: leaderFor(viewer, 'see-certificates'),
    ...filter,
    issued: {
      from: filter.issuedFrom === '' ? undefined : startOfDay(filter.issuedFrom),
      to: filter.issuedTo === '' ? undefined : startOfDay(addDays(filter.issuedTo, 1)),
    },
    // The column has the first invalid day, which is one day after the last valid one.
    until: { from: after(filter.endsFrom, 1), to: after(filter.endsTo, 2) },
  });
  const atWork = filter.counts === '' ? new Set<string>() : await listPeopleAtWork(world.db, today);
  const staffing = staffingCourses(
    versionOn(world.policy, today),
    world.catalogue.editions.map(({ course }) => course),
  );
  const staffs = (row: RegisterRow) => atWork.has(row.person_id) && staffing.includes(row.course);
  const statusOf = statusesOn(today);
  const lastDayOf = remembered(lastValidDay);
  const found = rows
    .map((row) => ({ row, place: placeOf.get(libraryNumberOnPaper(row.library_at_issue)), status: statusOf(row) }))
    .filter(
      ({ row, place, status }) =>
        (filter.municipality === '' || place?.code === filter.municipality) &&
        (filter.status === '' || (filter.status === inForce ? isValid(status) : status === filter.status)) &&
        (filter.counts === '' || (isValid(status) && staffs(row) === (filter.counts === 'yes'))),
    );
  const entries = found.map(
    ({ row, place, status }): RegisterEntry => ({
      number: row.number,
      name: row.name_at_issue,
      library: row.library_at_issue,
      municipality: place?.name ?? null,
      course: world.catalogue.find(row.course, row.edition)?.course.title ?? { da: row.course, en: row.course },
      edition: row.edition,
      issuedOn: dayOf(row.issued_at),
      lastValidDay: lastDayOf(row.valid_until),
      status,
    }),
  );
  const ends = found.filter(({ status }) => isLive(status)).map(({ row }) => row.valid_until);
  const endings = endingsByMonth(ends, today, monthsAhead);
  return {
    entries: sorted(entries, filter),
    endings,
    later: ends.length - endings.reduce((sum, { count }) => sum + count, 0),
    today,
    municipalities: municipalitiesOf(places),
    courses: [...courses].map(([slug, title]) => ({ slug, title })),
    editions: [...new Set(world.catalogue.editions.map(({ course }) => course.edition))].sort(danish.compare),
  };
}

/** Certificates without events that share a period also share their status, so we compute it once per period. */
function statusesOn(today: string): (row: RegisterRow) => CertificateStatus {
  const on = (row: RegisterRow) => statusOfRow(row, row.events, today);
  const untouched = remembered((period: string) => {
    const [validFrom, validUntil] = period.split('/') as [string, string];
    return statusOn({ validFrom, validUntil }, [], today);
  });
  return (row) => (row.events.length > 0 ? on(row) : untouched(`${row.valid_from}/${row.valid_until}`));
}

/** Caches a calculation with calendar days: the calendar is slow and the distinct inputs are few. */
function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? of(text);
    known.set(text, value);
    return value;
  };
}

function municipalitiesOf(places: readonly { code: string; name: string }[]) {
  const names = new Map(places.map(({ code, name }) => [code, name]));
  return [...names].map(([code, name]) => ({ code, name })).sort((a, b) => danish.compare(a.name, b.name));
}

function sorted(entries: RegisterEntry[], { sort, reversed }: RegisterFilter): RegisterEntry[] {
  const way = reversed ? -1 : 1;
  return entries.sort((a, b) => way * order[sort](a, b) || order.number(a, b));
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** Numbers and days of issue start with the newest, last valid days with the earliest. */
const order: Record<RegisterSort, (a: RegisterEntry, b: RegisterEntry) => number> = {
  number: (a, b) => byText(b.number, a.number),
  holder: (a, b) => danish.compare(a.name, b.name),
  library: (a, b) => danish.compare(a.library, b.library),
  course: (a, b) => danish.compare(a.course.da, b.course.da) || danish.compare(a.edition, b.edition),
  issued: (a, b) => byText(b.issuedOn, a.issuedOn),
  until: (a, b) => byText(a.lastValidDay, b.lastValidDay),
  status: (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status),
};
