import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/** Whether the person in this column is or was on a hold of the leader. */
export const isLedBy = (personColumn: 'certificate.person_id' | 'person.id', leaderId: string): RawBuilder<boolean> =>
  sql<boolean>`exists (
    select 1 from enrolment join hold_leader on hold_leader.hold_id = enrolment.hold_id
    where enrolment.person_id = ${sql.ref(personColumn)} and hold_leader.person_id = ${leaderId})`;

/** The leaders of all holds that a person is or was on. */
export async function listLeadersOf(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('hold_leader')
    .innerJoin('enrolment', 'enrolment.hold_id', 'hold_leader.hold_id')
    .select('hold_leader.person_id')
    .distinct()
    .where('enrolment.person_id', '=', personId)
    .execute();
  return rows.map(({ person_id }) => person_id);
}
