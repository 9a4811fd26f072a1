import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';

/**
 * The region of each hold on a day: the one in which its leaders work. A hold whose leaders work in several regions, or
 * nowhere, has none.
 */
export async function listHoldRegions(db: Db, { day }: { day: string }): Promise<Map<string, string>> {
  const { rows } = await sql<{ hold: string; region: string }>`
    select hold_leader.hold_id as hold, min(placed.region) as region
    from hold_leader
    join affiliation on affiliation.person_id = hold_leader.person_id
    join library on library.number = affiliation.library_number
    join municipality_region as placed on placed.code = library.municipality_code
    where ${inForce('affiliation', day)} and placed.valid_from <= ${day}
      and (placed.valid_until is null or placed.valid_until > ${day})
    group by hold_leader.hold_id
    having count(distinct placed.region) = 1`.execute(db);
  return new Map(rows.map(({ hold, region }) => [hold, region]));
}
