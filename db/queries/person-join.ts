import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { nameOf } from './person-name.ts';

/**
 * What belongs to a person and follows when their records are joined: the table, what tells a row from another, the
 * column of the person, and whether the table keeps its versions. What somebody did (graded, noted, issued) stays with
 * the record that did it.
 */
const things = {
  affiliation: { table: 'affiliation', key: 'id', person: 'person_id', kept: true },
  role: { table: 'role_grant', key: 'id', person: 'person_id', kept: true },
  enrolment: { table: 'enrolment', key: 'id', person: 'person_id', kept: true },
  certificate: { table: 'certificate', key: 'number', person: 'person_id', kept: true },
  'attendance-proof': { table: 'attendance_proof', key: 'number', person: 'person_id', kept: false },
  exception: { table: 'exception', key: 'id', person: 'person_id', kept: false },
  guidance: { table: 'guidance_log', key: 'id', person: 'person_id', kept: false },
  'practice-answer': { table: 'practice_answer', key: 'id', person: 'person_id', kept: false },
  'practice-card': { table: 'practice_card', key: 'id', person: 'person_id', kept: false },
  practice: { table: 'practice_setting', key: 'id', person: 'person_id', kept: false },
  hold: { table: 'hold_leader', key: 'hold_id', person: 'person_id', kept: false },
  grading: { table: 'submission', key: 'id', person: 'claimed_by', kept: false },
  appeal: { table: 'appeal', key: 'id', person: 'assessor_id', kept: false },
} as const;
type Thing = keyof typeof things;

/** Which rows of a thing stay where they are: roles, holds and practice that both have, and work that is done. */
const stays = (thing: Thing, keptId: string, day: string) => {
  switch (thing) {
    case 'role':
      return sql`${inForce('role_grant', day)} and exists (select 1 from role_grant as held where held.person_id = ${keptId}
        and held.role = role_grant.role and coalesce(held.service_id, '') = coalesce(role_grant.service_id, '')
        and held.valid_from <= ${day} and (held.valid_until is null or held.valid_until > ${day}))`;
    case 'hold':
      return sql`exists (select 1 from hold_leader as held where held.person_id = ${keptId} and held.hold_id = hold_leader.hold_id)`;
    case 'practice':
      return sql`exists (select 1 from practice_setting as held where held.person_id = ${keptId})`;
    case 'practice-card':
      return sql`exists (select 1 from practice_card as held where held.person_id = ${keptId}
        and held.course = practice_card.course and held.question = practice_card.question)`;
    case 'grading':
      return sql`submission.state <> 'in-review'`;
    case 'appeal':
      return sql`appeal.decision is not null`;
    default:
      return sql`1 = 0`;
  }
};

/** Gives the kept record what the other has, and notes every row that was moved. */
export async function moveToKept(
  trx: Db,
  join: { id: string; keptId: string; lostId: string; day: string; now: string },
): Promise<void> {
  for (const thing of Object.keys(things) as Thing[]) {
    const { table, key, person } = things[thing];
    const { rows } = await sql<{ row_key: string }>`select ${sql.ref(key)} as row_key from ${sql.table(table)}
      where ${sql.ref(person)} = ${join.lostId} and not (${stays(thing, join.keptId, join.day)})`.execute(trx);
    const keys = rows.map(({ row_key }) => row_key);
    for (const row_key of keys)
      await trx
        .insertInto('person_join_row')
        .values({ join_id: join.id, thing, row_key, was: null, became: null })
        .execute();
    await giveRows(trx, thing, keys, { from: join.lostId, to: join.keptId, now: join.now });
  }
}

/** Gives back what was moved, and the certificates and proofs that were issued since for what was moved. */
export async function moveBack(
  trx: Db,
  join: { id: string; keptId: string; lostId: string; now: string },
): Promise<void> {
  const moved = await trx
    .selectFrom('person_join_row')
    .select(['thing', 'row_key'])
    .where('join_id', '=', join.id)
    .where('thing', 'in', Object.keys(things))
    .execute();
  const of = (thing: Thing) => moved.filter((each) => each.thing === thing).map(({ row_key }) => row_key);
  const given = { from: join.keptId, to: join.lostId, now: join.now };
  for (const thing of Object.keys(things) as Thing[]) await giveRows(trx, thing, of(thing), given);
  const enrolments = of('enrolment');
  const proofs = await trx
    .selectFrom('attendance_proof')
    .select('number')
    .where('person_id', '=', join.keptId)
    .where('enrolment_id', 'in', ['', ...enrolments])
    .execute();
  await giveRows(trx, 'attendance-proof', numbersIn(proofs), given);
  let certificates = of('certificate');
  for (;;) {
    const since = await trx
      .selectFrom('certificate')
      .select('number')
      .where('person_id', '=', join.keptId)
      .where((on) =>
        on.or([on('enrolment_id', 'in', ['', ...enrolments]), on('replaces', 'in', ['', ...certificates])]),
      )
      .execute();
    if (since.length === 0) return;
    certificates = numbersIn(since);
    await giveRows(trx, 'certificate', certificates, given);
  }
}

const numbersIn = (rows: readonly { number: string }[]) => rows.map(({ number }) => number);

async function giveRows(
  trx: Db,
  thing: Thing,
  keys: readonly string[],
  { from, to, now }: { from: string; to: string; now: string },
): Promise<void> {
  const { table, key, person, kept } = things[thing];
  for (const row of keys)
    await sql`update ${sql.table(table)} set ${sql.ref(person)} = ${to}${kept ? sql`, recorded_at = ${now}` : sql``}
      where ${sql.ref(key)} = ${row} and ${sql.ref(person)} = ${from}`.execute(trx);
}

export async function insertJoin(trx: Db, row: NewRow<'person_join'>): Promise<void> {
  await trx.insertInto('person_join').values(row).execute();
}

/** Notes how something was before a join and what it became, as JSON. */
export async function insertJoinChange(trx: Db, row: NewRow<'person_join_row'>): Promise<void> {
  await trx.insertInto('person_join_row').values(row).execute();
}

/** What a join changed, other than whose it is. */
export async function listJoinChanges(db: Db, joinId: string) {
  const rows = await db
    .selectFrom('person_join_row')
    .select(['thing', 'row_key', 'was', 'became'])
    .where('join_id', '=', joinId)
    .where('was', 'is not', null)
    .execute();
  return rows.map(({ thing, row_key, was, became }) => ({ thing, key: row_key, was: was!, became: became! }));
}

/** Says that a record is another's from now on, or its own again. */
export async function updateJoinedInto(trx: Db, lostId: string, keptId: string | null): Promise<void> {
  await trx.updateTable('person').set({ joined_into: keptId }).where('id', '=', lostId).execute();
}

export async function findJoin(db: Db, id: string) {
  return joins(db).where('person_join.id', '=', id).executeTakeFirst();
}

/** The latest joins of records, or those into one person. */
export async function listJoins(db: Db, by: { keptId?: string; most: number }) {
  return joins(db)
    .$if(by.keptId !== undefined, (all) => all.where('person_join.kept_id', '=', by.keptId!))
    .orderBy('person_join.recorded_at', 'desc')
    .orderBy('person_join.id', 'desc')
    .limit(by.most)
    .execute();
}

export async function insertUndone(trx: Db, row: NewRow<'person_join_undone'>): Promise<void> {
  await trx.insertInto('person_join_undone').values(row).execute();
}

const joins = (db: Db) =>
  db
    .selectFrom('person_join')
    .innerJoin('person as kept', 'kept.id', 'person_join.kept_id')
    .innerJoin('person as lost', 'lost.id', 'person_join.lost_id')
    .leftJoin('person_join_undone as undone', 'undone.join_id', 'person_join.id')
    .select([
      'person_join.id',
      'person_join.kept_id',
      'person_join.lost_id',
      'person_join.recorded_at',
      'kept.email as kept_email',
      'lost.email as lost_email',
      'undone.recorded_at as undone_at',
      nameOf('person_join.kept_id').as('kept_name'),
      nameOf('person_join.lost_id').as('lost_name'),
      nameOf('person_join.by_person').$castTo<string | null>().as('by'),
    ]);

/** Is one of these people in the middle of a test? */
export async function hasOpenAttempt(db: Db, personIds: readonly string[]): Promise<boolean> {
  const open = await db
    .selectFrom('quiz_attempt')
    .innerJoin('enrolment', 'enrolment.id', 'quiz_attempt.enrolment_id')
    .select('quiz_attempt.id')
    .where('enrolment.person_id', 'in', personIds)
    .where('quiz_attempt.handed_in_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return open !== undefined;
}

export async function countGuidanceOf(db: Db, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('guidance_log')
    .select((on) => on.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
