import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';

type Kind = 'grading' | 'appeals';
type PersonColumn = 'certificate.person_id' | 'person.id';

/** Whom somebody may look up: everybody, or the people at these library services and those whom a leader knows. */
export type Sight = 'all' | { services: readonly string[]; leaderId: string | undefined };

/** Each person that a leader knows, with the leader: from a hold they lead, a hand-in or an appeal they have taken. */
const known = sql`(
  select enrolment.person_id, hold_leader.person_id as leader_id
    from enrolment join hold_leader on hold_leader.hold_id = enrolment.hold_id
  union all select enrolment.person_id, submission.claimed_by
    from enrolment join submission on submission.enrolment_id = enrolment.id
  union all select enrolment.person_id, appeal.assessor_id
    from enrolment join appeal on appeal.enrolment_id = enrolment.id) as known`;

/** Whether the leader knows the person in this column. */
export const isKnownTo = (personColumn: PersonColumn, leaderId: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(personColumn)} in (select person_id from ${known} where leader_id = ${leaderId})`;

/** Whether somebody with this sight may look up the person in this column; a library counts while they work there. */
export function isInSight(personColumn: PersonColumn, sight: Sight, day: string): RawBuilder<boolean> {
  if (sight === 'all') return sql<boolean>`1 = 1`;
  const services = sql.join([...sight.services, ''].map((service) => sql`${service}`));
  const here = sql<boolean>`exists (
    select 1 from affiliation join library on library.number = affiliation.library_number
    where affiliation.person_id = ${sql.ref(personColumn)} and ${inForce('affiliation', day)}
      and library.service_id in (${services}))`;
  return sight.leaderId === undefined ? here : sql<boolean>`(${here} or ${isKnownTo(personColumn, sight.leaderId)})`;
}

/** The leaders who know a person. */
export async function listLeadersWhoKnow(db: Db, personId: string): Promise<string[]> {
  const { rows } = await sql<{ leader_id: string }>`
    select distinct leader_id from ${known} where person_id = ${personId} and leader_id is not null`.execute(db);
  return rows.map(({ leader_id }) => leader_id);
}

/** The hand-ins and appeals of these people that the leader has taken, oldest first. */
export async function listWorkTaken(db: Db, leaderId: string, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  const submissions = db
    .selectFrom('submission')
    .innerJoin('enrolment', 'enrolment.id', 'submission.enrolment_id')
    .select(['submission.id', 'enrolment.person_id', 'submission.recorded_at as at', sql<Kind>`'grading'`.as('kind')])
    .where('submission.claimed_by', '=', leaderId)
    .where('enrolment.person_id', 'in', personIds);
  const appeals = db
    .selectFrom('appeal')
    .innerJoin('enrolment', 'enrolment.id', 'appeal.enrolment_id')
    .select(['appeal.id', 'enrolment.person_id', 'appeal.recorded_at as at', sql<Kind>`'appeals'`.as('kind')])
    .where('appeal.assessor_id', '=', leaderId)
    .where('enrolment.person_id', 'in', personIds);
  return submissions.unionAll(appeals).orderBy('at').execute();
}
