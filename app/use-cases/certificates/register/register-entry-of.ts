import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, lastValidDay } from '#curriculum/certification/certificate-status.ts';
import type { RegisterRow } from '#db/queries/certificate-register.ts';

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
/** A row of the register as its pages and its file show it. */
export function registerEntryOf(world: World, row: RegisterRow): RegisterEntry {
  return {
    number: row.number,
    name: row.name_at_issue,
    library: row.library_at_issue,
    municipality: row.municipality,
    course: world.catalogue.find(row.course, row.edition)?.course.title ?? { da: row.course, en: row.course },
    edition: row.edition,
    issuedOn: dayOf(row.issued_at),
    lastValidDay: lastValidDay(row.valid_until),
    status: row.status,
  };
}
