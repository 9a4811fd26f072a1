import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';

/**
 * The region of each hold on a day: the one in which its course days meet at a library, by the library's name. Where no place
 * of a course day is a library, it is the region in which its leaders work. A hold of several regions has none.
 */
export async function listHoldRegions(db: Db, { day }: { day: string }): Promise<Map<string, string>> {
  const placed = sql`join municipality_region as placed on placed.code = library.municipality_code
    and placed.valid_from <= ${day} and (placed.valid_until is null or placed.valid_until > ${day})`;
  const { rows } = await sql<{ hold: string; region: string }>`
    with meets as (
      select course_day.hold_id, placed.region
      from course_day
      join library on lower(library.name) = lower(trim(course_day.place))
      ${placed}
      where course_day.cancelled_at is null),
    leads as (
      select hold_leader.hold_id, placed.region
      from hold_leader
      join affiliation on affiliation.person_id = hold_leader.person_id
      join library on library.number = affiliation.library_number
      ${placed}
      where ${inForce('affiliation', day)} and hold_leader.hold_id not in (select hold_id from meets))
    select hold_id as hold, min(region) as region
    from (select * from meets union all select * from leads) as found
    group by hold_id
    having count(distinct region) = 1`.execute(db);
  return new Map(rows.map(({ hold, region }) => [hold, region]));
}
