import { sql } from 'kysely';
import type { CertificateEvent } from '#curriculum/certification/certificate-status.ts';
import type { StaffFacts } from '#curriculum/readiness/staffing-over-time.ts';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { nameOf } from './person-name.ts';

type HistoryRow = {
  person_id: string;
  here_from: string;
  here_until: string | null;
  number: string | null;
  valid_from: string;
  valid_until: string;
  type: CertificateEvent['type'] | null;
  at: string;
};

/** Everybody who was, is or will be at a service, with all their certificates and their events: one statement. */
export async function listStaffHistory(db: Db, serviceId: string): Promise<StaffFacts[]> {
  const { rows } = await sql<HistoryRow>`
    select affiliation.person_id, affiliation.valid_from as here_from, affiliation.valid_until as here_until,
      certificate.number, certificate.valid_from, certificate.valid_until, event.type, event.at
    from affiliation
    join library on library.number = affiliation.library_number
    left join certificate on certificate.person_id = affiliation.person_id
    left join certificate_event as event on event.number = certificate.number
    where library.service_id = ${serviceId}
    order by affiliation.person_id, affiliation.valid_from, affiliation.id, certificate.number, event.at, event.id`.execute(
    db,
  );
  const staff = new Map<string, StaffFacts>();
  for (const row of rows) {
    const person = staff.get(row.person_id) ?? { personId: row.person_id, affiliations: [], certificates: [] };
    staff.set(row.person_id, person);
    if (!person.affiliations.some(({ from, until }) => from === row.here_from && until === row.here_until))
      person.affiliations.push({ from: row.here_from, until: row.here_until });
    if (row.number === null) continue;
    let certificate = person.certificates.find(({ number }) => number === row.number);
    if (!certificate) {
      certificate = { number: row.number, validFrom: row.valid_from, validUntil: row.valid_until, events: [] };
      person.certificates.push(certificate);
    }
    // The join repeats the events of a certificate for each affiliation.
    const { type, at } = row;
    if (type && !certificate.events.some((event) => event.type === type && event.at === at))
      certificate.events.push({ type, at });
  }
  return [...staff.values()];
}

/** The advisers of one service on a day, and others there who have a certificate, with their latest one. */
export async function listStaffOf(db: Db, serviceId: string, day: string) {
  const { rows } = await sql<{
    person_id: string;
    name: string;
    library: string;
    number: string | null;
  }>`
    select person.id as person_id, library.name as library, certificate.number,
      ${nameOf('person.id')} as name
    from affiliation
    join library on library.number = affiliation.library_number
    join person on person.id = affiliation.person_id
    left join certificate on certificate.person_id = person.id and certificate.valid_from <= ${day}
      and certificate.number = (select max(number) from certificate as latest where latest.person_id = person.id and latest.valid_from <= ${day})
    where library.service_id = ${serviceId} and ${inForce('affiliation', day)}
      and (affiliation.work = 'adviser' or certificate.number is not null)
    order by library.name, person.id`.execute(db);
  return rows;
}
