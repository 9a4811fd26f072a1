import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { knownRows } from './known-rows.ts';
import { isStopped } from './stopped.ts';

const Row = z.strictObject({ service_id: z.string(), valid_until: z.string(), people: z.coerce.number().int() });

type Asked = {
  day: string;
  /** The last instant of that day. */
  recorded: string;
  /** The first day on which a certificate that is asked about no longer counts is at most this one. */
  endsBy: string;
  /** The courses whose certificates staff a place. */
  courses: readonly string[];
  /** Only what was recorded by this instant; without it what is known now. */
  known?: string | undefined;
};

/**
 * How many people of each service were certified on a day and have no certificate that lasts longer than `endsBy`, by the day on
 * which their last one ends. Somebody at two services counts at both.
 */
export async function listExpiringCertificates(db: Db, { day, recorded, endsBy, courses, known }: Asked) {
  const staffing = sql.join(courses.map((course) => sql`${course}`));
  const { rows } = await sql`
    with certified as (
      select person_id, max(valid_until) as valid_until from ${knownRows('certificate', known)}
      where valid_from <= ${day} and valid_until > ${day} and issued_at <= ${recorded} and course in (${staffing})
        and not ${isStopped(recorded, known)}
      group by person_id
    ),
    here as (
      select distinct library.service_id, affiliation.person_id from ${knownRows('affiliation', known)}
      join ${knownRows('library', known)} on library.number = affiliation.library_number
      where ${inForce('affiliation', day)}
    )
    select here.service_id, certified.valid_until, count(*) as people from certified
    join here on here.person_id = certified.person_id
    where certified.valid_until <= ${endsBy}
    group by here.service_id, certified.valid_until
    order by certified.valid_until, here.service_id`.execute(db);
  return rows.map((raw) => {
    const { service_id, valid_until, people } = Row.parse(raw);
    return { serviceId: service_id, validUntil: valid_until, people };
  });
}
