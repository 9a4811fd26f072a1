import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { nameOf } from './person-name.ts';

/** Who asks: the grader, the library services they work in on the day, and whether they may grade colleagues. */
export type Grader = { id: string; services: readonly string[]; mayGradeColleagues: boolean; day: string };

/** Work the grader may grade that is free or their own, or work that another leader has taken. */
export type QueuePart = 'open' | 'taken';

/** The grader's own work, and that of people in their library services: `conflictBetween` in SQL. */
export function conflictOf({ id, services, mayGradeColleagues, day }: Grader) {
  const own = sql`enrolment.person_id = ${id}`;
  if (mayGradeColleagues || services.length === 0) return sql<boolean>`${own}`;
  return sql<boolean>`(${own} or exists (
    select 1 from affiliation join library on library.number = affiliation.library_number
    where affiliation.person_id = enrolment.person_id and ${inForce('affiliation', day)}
      and library.service_id in (${sql.join(services)})))`;
}

const isTaken = ({ id }: Grader) => sql<boolean>`(submission.state = 'in-review' and submission.claimed_by <> ${id})`;

/** The grader has made the first of two gradings, so the next is another's. */
const isAnothers = ({ id }: Grader) => sql<boolean>`(
  exists (select 1 from double_grading as one where one.submission_id = submission.id and one.part = 'first' and one.grader_id = ${id})
  and not exists (select 1 from double_grading as two where two.submission_id = submission.id and two.part = 'second'))`;

const waiting = (db: Db) =>
  db
    .selectFrom('submission')
    .innerJoin('enrolment', 'enrolment.id', 'submission.enrolment_id')
    .where('submission.state', 'in', ['handed-in', 'in-review']);

/**
 * How much work waits for grading, by part, how much the grader may not grade, or has graded first and another grades
 * next, and when the oldest open work came.
 */
export async function countQueue(
  db: Db,
  grader: Grader,
): Promise<{ open: number; taken: number; excluded: number; anothers: number; oldest: string | null }> {
  const [conflict, another, taken] = [conflictOf(grader), isAnothers(grader), isTaken(grader)];
  const may = sql`not ${conflict} and not ${another}`;
  const row = await waiting(db)
    .select([
      sql<number>`coalesce(sum(case when ${conflict} then 1 else 0 end), 0)`.as('excluded'),
      sql<number>`coalesce(sum(case when not ${conflict} and ${another} then 1 else 0 end), 0)`.as('anothers'),
      sql<number>`coalesce(sum(case when ${may} and ${taken} then 1 else 0 end), 0)`.as('taken'),
      sql<number>`count(*)`.as('all'),
      sql<string | null>`min(case when ${may} and not ${taken} then submission.handed_in_at end)`.as('oldest'),
    ])
    .executeTakeFirstOrThrow();
  const counts = { excluded: Number(row.excluded), anothers: Number(row.anothers), taken: Number(row.taken) };
  const open = Number(row.all) - counts.excluded - counts.anothers - counts.taken;
  return { ...counts, open, oldest: row.oldest };
}

/** One page of a part of the queue, oldest first. `leads`: the grader leads the hold of the work. */
export async function listQueue(
  db: Db,
  grader: Grader,
  { part, limit, offset }: { part: QueuePart; limit: number; offset: number },
) {
  const taken = isTaken(grader);
  // The names are looked up for the rows of the page alone.
  const page = waiting(db)
    .select('submission.id')
    .where(sql<boolean>`not ${conflictOf(grader)}`)
    .where(sql<boolean>`not ${isAnothers(grader)}`)
    .where(part === 'taken' ? taken : sql<boolean>`not ${taken}`)
    .orderBy('submission.handed_in_at')
    .orderBy('submission.id')
    .limit(limit)
    .offset(offset);
  return db
    .selectFrom('submission')
    .innerJoin('enrolment', 'enrolment.id', 'submission.enrolment_id')
    .innerJoin('hold', 'hold.id', 'enrolment.hold_id')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .leftJoin('enrolment_step', (join) =>
      join
        .onRef('enrolment_step.enrolment_id', '=', 'submission.enrolment_id')
        .onRef('enrolment_step.step', '=', 'submission.step'),
    )
    .leftJoin('hold_leader', (join) =>
      join.onRef('hold_leader.hold_id', '=', 'enrolment.hold_id').on('hold_leader.person_id', '=', grader.id),
    )
    .select([
      'submission.id',
      'submission.step',
      'submission.state',
      'submission.handed_in_at',
      'submission.claimed_by',
      'submission.number',
      'enrolment.course',
      'enrolment.edition',
      'hold.name as hold',
      'hold_leader.person_id as leads',
      'enrolment.person_id',
      'enrolment_step.since',
      'person.email',
      nameOf('enrolment.person_id').as('name'),
      nameOf('submission.claimed_by').$castTo<string | null>().as('holder'),
    ])
    .select((on) =>
      on
        .selectFrom('affiliation')
        .innerJoin('library', 'library.number', 'affiliation.library_number')
        .select('library.name')
        .whereRef('affiliation.person_id', '=', 'enrolment.person_id')
        .where(inForce('affiliation', grader.day))
        .orderBy('affiliation.valid_from', 'desc')
        .orderBy('affiliation.id')
        .limit(1)
        .as('library'),
    )
    .select((on) =>
      on
        .selectFrom('double_grading')
        .select(({ fn }) => fn.countAll<number>().as('stored'))
        .whereRef('double_grading.submission_id', '=', 'submission.id')
        .as('stored'),
    )
    .where('submission.id', 'in', page)
    .orderBy('submission.handed_in_at')
    .orderBy('submission.id')
    .execute();
}
