import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { knownRows } from './known-rows.ts';
import { isStopped } from './stopped.ts';

const PointRow = z.strictObject({
  number: z.string(),
  name: z.string(),
  service_id: z.string(),
  municipality_code: z.string(),
  staffed: z.union([z.literal(0), z.literal(1)]),
});

export type GuidancePoint = { number: string; name: string; serviceId: string; code: string; staffed: boolean };

/**
 * The libraries that are open on a day and give guidance, and whether somebody with a certificate of one of the courses
 * works there. `until` is the last instant of the day; with
 * `known` it is what was recorded by that instant.
 */
export async function listGuidancePoints(
  db: Db,
  {
    day,
    until,
    courses,
    known,
  }: { day: string; until: string; courses: readonly string[]; known?: string | undefined },
): Promise<GuidancePoint[]> {
  const staffing = sql.join(courses.map((course) => sql`${course}`));
  const { rows } = await sql`
    with certified as (
      select distinct person_id from ${knownRows('certificate', known)}
      where valid_from <= ${day} and valid_until > ${day} and issued_at <= ${until} and course in (${staffing})
        and not ${isStopped(until, known)}
    ),
    staffed as (
      select distinct affiliation.library_number from ${knownRows('affiliation', known)}
      join certified on certified.person_id = affiliation.person_id
      where ${inForce('affiliation', day)}
    )
    select library.number, named.name, library.service_id, library.municipality_code,
      case when staffed.library_number is null then 0 else 1 end as staffed
    from ${knownRows('library', known)} join library as named on named.number = library.number left join staffed on staffed.library_number = library.number
    where library.guidance_point = 1 and library.opened_on <= ${day} and (library.closed_on is null or library.closed_on > ${day})
    order by library.number`.execute(db);
  return rows.map((row) => {
    const { number, name, service_id, municipality_code, staffed } = PointRow.parse(row);
    return { number, name, serviceId: service_id, code: municipality_code, staffed: staffed === 1 };
  });
}
