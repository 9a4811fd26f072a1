import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { openToAppeal } from './enrolment-states.ts';
import { conflictOf, type Grader } from './grading-queue.ts';
import { jsonText } from './json-text.ts';
import { nameOf } from './person-name.ts';

/**
 * An appeal this leader may not judge: their own, a colleague's, or one over work they have had in hand, which is
 * `involvementOf` in SQL.
 */
function isExcluded(db: Db, grader: Grader) {
  return sql<boolean>`(${conflictOf(grader)} or (coalesce(appeal.assessor_id, '') <> ${grader.id} and exists (
    select 1 from learning_event as event
    where event.enrolment_id = appeal.enrolment_id and event.type in ('claimed', 'appeal-assigned')
      and ${jsonText(db, 'event.payload', 'step')} = appeal.step
      and ${jsonText(db, 'event.payload', 'assessor')} = ${grader.id})))`;
}

const isTaken = ({ id }: Grader) => sql<boolean>`(coalesce(appeal.assessor_id, ${id}) <> ${id})`;

/** Appeals without a decision, except those whose enrolment has ended in the meantime. */
const waiting = (db: Db) =>
  db
    .selectFrom('appeal')
    .innerJoin('enrolment', 'enrolment.id', 'appeal.enrolment_id')
    .where('appeal.decided_at', 'is', null)
    .where('enrolment.state', 'in', openToAppeal);

/** How many appeals wait: open to this leader, taken by another, and those the leader may not judge. */
export async function countAppeals(db: Db, grader: Grader): Promise<{ open: number; taken: number; excluded: number }> {
  const [excluded, taken] = [isExcluded(db, grader), isTaken(grader)];
  const row = await waiting(db)
    .select([
      sql<number>`coalesce(sum(case when ${excluded} then 1 else 0 end), 0)`.as('excluded'),
      sql<number>`coalesce(sum(case when not ${excluded} and ${taken} then 1 else 0 end), 0)`.as('taken'),
      sql<number>`count(*)`.as('all'),
    ])
    .executeTakeFirstOrThrow();
  const counts = { excluded: Number(row.excluded), taken: Number(row.taken) };
  return { ...counts, open: Number(row.all) - counts.excluded - counts.taken };
}

/** One page of the appeals this leader may judge, oldest first. `leads`: the leader leads the hold. */
export async function listAppealQueue(db: Db, grader: Grader, { limit, offset }: { limit: number; offset: number }) {
  return waiting(db)
    .innerJoin('hold', 'hold.id', 'enrolment.hold_id')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .leftJoin('hold_leader', (join) =>
      join.onRef('hold_leader.hold_id', '=', 'enrolment.hold_id').on('hold_leader.person_id', '=', grader.id),
    )
    .select([
      'appeal.id',
      'appeal.step',
      'appeal.lodged_at',
      'appeal.assessor_id',
      'enrolment.person_id',
      'enrolment.course',
      'enrolment.edition',
      'hold.name as hold',
      'hold_leader.person_id as leads',
      'person.email',
      nameOf('enrolment.person_id').as('name'),
    ])
    .where(sql<boolean>`not ${isExcluded(db, grader)}`)
    .where(sql<boolean>`not ${isTaken(grader)}`)
    .orderBy('appeal.lodged_at')
    .orderBy('appeal.id')
    .limit(limit)
    .offset(offset)
    .execute();
}
