import { sql } from 'kysely';
import { z } from 'zod';
import type { StaffFacts } from '#curriculum/readiness/staffing-over-time.ts';
import type { Db } from '#db/schema.ts';
import { reallyWas } from './in-force.ts';
import { knownRows } from './known-rows.ts';
import { nameOf } from './person-name.ts';

const HistoryRow = z.strictObject({
  person_id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  affiliation: z.string(),
  library: z.string(),
  work: z.string(),
  here_from: z.string(),
  here_until: z.string().nullable(),
  guides_from: z.string().nullable(),
  number: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_until: z.string().nullable(),
  type: z
    .enum(['issued', 'suspended', 'suspension-lifted', 'revoked', 'reinstated', 'replaced', 'superseded'])
    .nullable(),
  at: z.string().nullable(),
});

type Employment = StaffFacts['affiliations'][number] & {
  id: string;
  library: string;
  work: string;
  guidesFrom: string | null;
};
export type StaffMember = Omit<StaffFacts, 'affiliations'> & {
  name: string;
  email: string | null;
  affiliations: Employment[];
};

/**
 * Everybody who was, is or will be at a service, with their certificates of these courses and the events of each: one
 * statement. With `known` as it was recorded by that instant.
 */
export async function listStaffHistory(
  db: Db,
  { serviceId, courses, known }: { serviceId: string; courses: readonly string[]; known?: string | undefined },
): Promise<StaffMember[]> {
  const recorded = known === undefined ? sql`1 = 1` : sql`event.recorded_at <= ${known}`;
  const staffing = sql.join(courses.map((course) => sql`${course}`));
  const { rows } = await sql`
    select affiliation.person_id, ${nameOf('affiliation.person_id')} as name, person.email,
      affiliation.id as affiliation, named.name as library, affiliation.work,
      affiliation.valid_from as here_from, affiliation.valid_until as here_until, affiliation.guides_from,
      certificate.number, certificate.valid_from, certificate.valid_until, event.type, event.at
    from ${knownRows('affiliation', known)}
    join person on person.id = affiliation.person_id
    join ${knownRows('library', known)} on library.number = affiliation.library_number
    join library as named on named.number = affiliation.library_number
    left join ${knownRows('certificate', known)} on certificate.person_id = affiliation.person_id and certificate.course in (${staffing})
    left join certificate_event as event on event.number = certificate.number and ${recorded}
    where library.service_id = ${serviceId} and ${reallyWas()}
    order by affiliation.person_id, affiliation.valid_from, affiliation.id, certificate.number, event.at, event.id`.execute(
    db,
  );
  const staff = new Map<string, StaffMember>();
  for (const raw of rows) {
    const row = HistoryRow.parse(raw);
    const person = staff.get(row.person_id) ?? {
      ...{ personId: row.person_id, name: row.name, email: row.email, affiliations: [], certificates: [] },
    };
    staff.set(row.person_id, person);
    if (!person.affiliations.some(({ id }) => id === row.affiliation))
      person.affiliations.push({
        id: row.affiliation,
        library: row.library,
        work: row.work,
        from: row.here_from,
        until: row.here_until,
        guidesFrom: row.guides_from,
      });
    const { number, valid_from: validFrom, valid_until: validUntil, type, at } = row;
    if (number === null || validFrom === null || validUntil === null) continue;
    let certificate = person.certificates.find((each) => each.number === number);
    if (!certificate) {
      certificate = { number, validFrom, validUntil, events: [] };
      person.certificates.push(certificate);
    }
    // The join repeats the events of a certificate for each affiliation.
    if (type && at && !certificate.events.some((event) => event.type === type && event.at === at))
      certificate.events.push({ type, at });
  }
  return [...staff.values()];
}
