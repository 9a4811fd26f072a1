import { type RawBuilder, sql } from 'kysely';
import type { Db, NewRow, Row } from '#db/schema.ts';
import { searchKeyOf, sortKeyOf } from '#db/text-keys.ts';
import { withoutSeat } from './enrolment-states.ts';
import { seatsPromised } from './import-run.ts';
import { inForce } from './in-force.ts';
import { keyContains } from './key-contains.ts';
import { nameOf } from './person-name.ts';

export type HoldRow = Row<'hold'>;

export async function findHold(db: Db, id: string): Promise<(HoldRow & { leaderIds: string[] }) | undefined> {
  const hold = await db.selectFrom('hold').selectAll().where('id', '=', id).executeTakeFirst();
  if (!hold) return undefined;
  return { ...hold, leaderIds: await listLeaderIds(db, id) };
}

export async function listLeaderIds(db: Db, holdId: string): Promise<string[]> {
  const leaders = await db.selectFrom('hold_leader').select('person_id').where('hold_id', '=', holdId).execute();
  return leaders.map(({ person_id }) => person_id);
}

/** The names of those who lead these holds, in order. */
export async function listLeadersOfHolds(
  db: Db,
  holdIds: readonly string[],
): Promise<{ holdId: string; name: string }[]> {
  if (holdIds.length === 0) return [];
  const rows = await db
    .selectFrom('hold_leader')
    .select(['hold_id as holdId', nameOf('hold_leader.person_id').as('name')])
    .where('hold_id', 'in', holdIds)
    .orderBy('name')
    .execute();
  return rows.filter(({ name }) => name);
}

/** Locks the hold for the rest of the transaction, so that the last seat is given only once. */
export async function lockHold(trx: Db, id: string): Promise<void> {
  await trx
    .updateTable('hold')
    .set((each) => ({ seats: each.ref('seats') }))
    .where('id', '=', id)
    .execute();
}

/** How many seats are taken: by everybody who was given one and has not left, and by an import that is under way. */
export async function countSeatsTaken(db: Db, holdId: string): Promise<number> {
  const { n, promised } = await db
    .selectFrom('enrolment')
    .select((each) => [each.fn.countAll<number>().as('n'), seatsPromised(holdId).as('promised')])
    .where('hold_id', '=', holdId)
    .where('state', 'not in', withoutSeat)
    .executeTakeFirstOrThrow();
  return Number(n) + Number(promised);
}

/** How many enrolments on the hold of this row are in such a state. */
const countOf = (state: RawBuilder<unknown>) =>
  sql<number>`(select count(*) from enrolment where enrolment.hold_id = hold.id and enrolment.state ${state})`;
const seatsTaken = countOf(sql`not in (${sql.join(withoutSeat)})`);

type HoldSummary = HoldRow & { taken: number; requested: number; waitlisted: number };

/** The holds of one leader, or all; only those whose name has the words, or that end on a day or later. */
type HoldsWanted = { leaderId?: string | undefined; find?: string; endsFrom?: string };

/**
 * Holds, newest first, with how many advisers have a seat, have asked for one and are waiting: a page of them or all. The
 * seats are counted for the rows of the page alone.
 */
export async function listHolds(
  db: Db,
  wanted: HoldsWanted,
  page?: { limit: number; offset: number },
): Promise<HoldSummary[]> {
  const ids = holdsFound(db, wanted)
    .select('hold.id')
    .orderBy('hold.starts_on', 'desc')
    .orderBy('hold.id', 'desc')
    .$if(page !== undefined, (all) => all.limit(page!.limit).offset(page!.offset));
  return db
    .selectFrom('hold')
    .selectAll('hold')
    .select([
      seatsTaken.as('taken'),
      countOf(sql`= 'requested'`).as('requested'),
      countOf(sql`= 'waitlisted'`).as('waitlisted'),
    ])
    .where('hold.id', 'in', ids)
    .orderBy('hold.starts_on', 'desc')
    .orderBy('hold.id', 'desc')
    .execute();
}

/** How many there are in all. */
export async function countHolds(db: Db, wanted: HoldsWanted): Promise<number> {
  const { count } = await holdsFound(db, wanted)
    .select((each) => each.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function holdsFound(db: Db, { leaderId, find = '', endsFrom }: HoldsWanted) {
  return db
    .selectFrom('hold')
    .where(keyContains('hold.search_key', find))
    .$if(endsFrom !== undefined, (all) => all.where('hold.ends_on', '>=', endsFrom!))
    .$if(leaderId !== undefined, (all) =>
      all.where((on) =>
        on.exists(
          on
            .selectFrom('hold_leader')
            .select('hold_leader.person_id')
            .whereRef('hold_leader.hold_id', '=', 'hold.id')
            .where('hold_leader.person_id', '=', leaderId!),
        ),
      ),
    );
}

/** Holds that an adviser may ask to join on the day. */
export async function listOpenHolds(db: Db, day: string): Promise<(HoldRow & { taken: number })[]> {
  return db
    .selectFrom('hold')
    .selectAll('hold')
    .select(seatsTaken.as('taken'))
    .where('self_enrol', '=', 1)
    .where('ends_on', '>', day)
    .orderBy('starts_on')
    .orderBy('hold.id')
    .execute();
}

/** False if the same operation was stored before; then nothing is written. */
export async function insertHold(db: Db, row: NewRow<'hold'>, leaderIds: readonly string[]): Promise<boolean> {
  const inserted = await db
    .insertInto('hold')
    .values({ ...row, search_key: searchKeyOf(row.name), sort_key: sortKeyOf(row.name) })
    .onConflict((on) => on.column('client_op_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return false;
  for (const person_id of leaderIds)
    await insertHoldLeader(db, { hold_id: row.id, person_id, recorded_at: row.recorded_at });
  return true;
}

export async function findHoldOf(db: Db, operation: string | null) {
  return db.selectFrom('hold').select('id').where('client_op_id', '=', operation).executeTakeFirstOrThrow();
}

export async function updateSeats(db: Db, holdId: string, seats: number): Promise<void> {
  await db.updateTable('hold').set({ seats }).where('id', '=', holdId).execute();
}

/** Everybody on the holds with the state of each step: two statements, whatever the size. */
export async function listAdvisers(db: Db, holdIds: readonly string[], day: string) {
  if (holdIds.length === 0) return { people: [], steps: [] };
  const people = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .leftJoin('affiliation', (join) =>
      join.onRef('affiliation.person_id', '=', 'person.id').on(inForce('affiliation', day)),
    )
    .leftJoin('library', 'library.number', 'affiliation.library_number')
    .select([
      'enrolment.id',
      'enrolment.hold_id',
      'enrolment.person_id',
      'enrolment.state',
      'enrolment.step',
      'enrolment.last_at',
      'enrolment.edition',
      'person.email',
      'library.name as library',
      nameOf('person.id').as('name'),
    ])
    .where('enrolment.hold_id', 'in', holdIds)
    .execute();
  const steps = await db
    .selectFrom('enrolment_step')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_step.enrolment_id')
    .leftJoin('submission', (join) =>
      join
        .onRef('submission.enrolment_id', '=', 'enrolment_step.enrolment_id')
        .onRef('submission.step', '=', 'enrolment_step.step')
        .on('submission.state', 'in', ['handed-in', 'in-review']),
    )
    .select(['enrolment_step.enrolment_id', 'enrolment_step.step', 'enrolment_step.state', 'enrolment_step.status'])
    // When a leader claims the work, the step's `since` changes; the adviser has waited since handing in.
    .select((each) => each.fn.coalesce('submission.handed_in_at', 'enrolment_step.since').as('since'))
    .where('enrolment.hold_id', 'in', holdIds)
    .execute();
  return { people: [...new Map(people.map((person) => [person.id, person])).values()], steps };
}

/** The editions that holds were made of, with the digest of their files at the time. */
export async function listCourseEditions(db: Db): Promise<{ slug: string; edition: string; content_hash: string }[]> {
  return db.selectFrom('course_edition').select(['slug', 'edition', 'content_hash']).execute();
}

export async function putCourseEdition(db: Db, row: NewRow<'course_edition'>): Promise<void> {
  await db
    .insertInto('course_edition')
    .values(row)
    .onConflict((on) => on.columns(['slug', 'edition']).doNothing())
    .execute();
}

export async function insertHoldLeader(db: Db, row: NewRow<'hold_leader'>): Promise<void> {
  await db
    .insertInto('hold_leader')
    .values(row)
    .onConflict((on) => on.columns(['hold_id', 'person_id']).doNothing())
    .execute();
}

/** Who leads a hold, by name. */
export async function listLeaderNames(db: Db, holdId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('hold_leader')
    .select(nameOf('hold_leader.person_id').as('name'))
    .where('hold_id', '=', holdId)
    .execute();
  return rows.map(({ name }) => name);
}
