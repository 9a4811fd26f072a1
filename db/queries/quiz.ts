import { sql } from 'kysely';
import type { Db, NewRow, Row } from '#db/schema.ts';

export type AttemptRow = Row<'quiz_attempt'>;
export type ItemRow = Row<'attempt_item'>;

export async function findAttempt(db: Db, id: string): Promise<AttemptRow | undefined> {
  return db.selectFrom('quiz_attempt').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The latest attempt at a step. */
export async function findLatestAttempt(db: Db, enrolmentId: string, step: string): Promise<AttemptRow | undefined> {
  return db
    .selectFrom('quiz_attempt')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The latest attempt at a step, with whose it is and on which edition: one statement. */
export async function findAttemptAt(db: Db, enrolmentId: string, step: string) {
  return db
    .selectFrom('quiz_attempt as attempt')
    .innerJoin('enrolment', 'enrolment.id', 'attempt.enrolment_id')
    .selectAll('attempt')
    .select(['enrolment.person_id', 'enrolment.course', 'enrolment.edition'])
    .where('attempt.enrolment_id', '=', enrolmentId)
    .where('attempt.step', '=', step)
    .orderBy('attempt.number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function listItems(db: Db, attemptId: string): Promise<ItemRow[]> {
  return db.selectFrom('attempt_item').selectAll().where('attempt_id', '=', attemptId).orderBy('slot').execute();
}

/** How often each question was asked in the attempts at a step. */
export async function countSeenQuestions(db: Db, enrolmentId: string, step: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('attempt_item as item')
    .innerJoin('quiz_attempt as attempt', 'attempt.id', 'item.attempt_id')
    .select(['item.question', (each) => each.fn.countAll<number>().as('times')])
    .where('attempt.enrolment_id', '=', enrolmentId)
    .where('attempt.step', '=', step)
    .groupBy('item.question')
    .execute();
  return new Map(rows.map(({ question, times }) => [question, Number(times)]));
}

/** The items of an attempt, and which of them are marked to come back to. */
export async function listFlaggedItems(db: Db, attemptId: string): Promise<(ItemRow & { flagged: boolean })[]> {
  const rows = await db
    .selectFrom('attempt_item as item')
    .leftJoin('attempt_flag as flag', (join) =>
      join.onRef('flag.attempt_id', '=', 'item.attempt_id').onRef('flag.slot', '=', 'item.slot'),
    )
    .selectAll('item')
    .select('flag.slot as flag')
    .where('item.attempt_id', '=', attemptId)
    .orderBy('item.slot')
    .execute();
  return rows.map(({ flag, ...item }) => ({ ...item, flagged: flag !== null }));
}

export async function insertFlag(db: Db, flag: NewRow<'attempt_flag'>): Promise<void> {
  await db
    .insertInto('attempt_flag')
    .values(flag)
    .onConflict((on) => on.columns(['attempt_id', 'slot']).doNothing())
    .execute();
}

export async function deleteFlag(db: Db, flag: { attempt_id: string; slot: number }): Promise<void> {
  await db.deleteFrom('attempt_flag').where('attempt_id', '=', flag.attempt_id).where('slot', '=', flag.slot).execute();
}

export async function insertAttempt(
  db: Db,
  attempt: NewRow<'quiz_attempt'>,
  items: NewRow<'attempt_item'>[],
): Promise<void> {
  await db.insertInto('quiz_attempt').values(attempt).execute();
  await db.insertInto('attempt_item').values(items).execute();
}

export type AnswerPlace = Pick<AttemptRow, 'enrolment_id' | 'step' | 'deadline_at' | 'handed_in_at'> &
  Pick<ItemRow, 'bank' | 'question' | 'option_order'> & {
    person_id: string;
    course: string;
    edition: string;
    state: string;
  };

/** One item of an attempt with everything that decides whether an answer may be saved: one statement. */
export async function findAnswerPlace(db: Db, attemptId: string, slot: number): Promise<AnswerPlace | undefined> {
  return db
    .selectFrom('attempt_item as item')
    .innerJoin('quiz_attempt as attempt', 'attempt.id', 'item.attempt_id')
    .innerJoin('enrolment', 'enrolment.id', 'attempt.enrolment_id')
    .select([
      'attempt.enrolment_id',
      'attempt.step',
      'attempt.deadline_at',
      'attempt.handed_in_at',
      'item.bank',
      'item.question',
      'item.option_order',
      'enrolment.person_id',
      'enrolment.course',
      'enrolment.edition',
      'enrolment.state',
    ])
    .where('item.attempt_id', '=', attemptId)
    .where('item.slot', '=', slot)
    .executeTakeFirst();
}

/** Saves an answer and returns whether a row was added; a second identical request changes nothing. */
export async function appendResponse(db: Db, row: NewRow<'response'>): Promise<boolean> {
  const [result] = await db
    .insertInto('response')
    .values(row)
    .onConflict((on) => on.column('client_op_id').doNothing())
    .execute();
  return Number(result?.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Has this item been answered? */
export async function hasResponse(db: Db, attemptId: string, slot: number): Promise<boolean> {
  const row = await db
    .selectFrom('response')
    .select('slot')
    .where('attempt_id', '=', attemptId)
    .where('slot', '=', slot)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Is this operation stored with exactly this answer? */
export async function isResponse(
  db: Db,
  row: Pick<Row<'response'>, 'client_op_id' | 'attempt_id' | 'slot' | 'value'>,
): Promise<boolean> {
  const stored = await db
    .selectFrom('response')
    .select('slot')
    .where('client_op_id', '=', row.client_op_id)
    .where('attempt_id', '=', row.attempt_id)
    .where('slot', '=', row.slot)
    .where('value', '=', row.value)
    .executeTakeFirst();
  return stored !== undefined;
}

/** The answer that counts for each slot: the last that came in time, unless it was cleared. */
export async function listCountingResponses(
  db: Db,
  attemptId: string,
): Promise<{ slot: number; value: string; at: string }[]> {
  const { rows } = await sql<{ slot: number; value: string; at: string }>`
    select slot, value, at from (
      select slot, value, at, row_number() over (partition by slot order by at desc, recorded_at desc, client_op_id desc) as latest
      from response where attempt_id = ${attemptId} and late = 0
    ) as ranked where latest = 1 and value <> 'null' order by slot`.execute(db);
  return rows;
}

/** How many questions got an answer after the time had run out. */
export async function countLateAnswers(db: Db, attemptId: string): Promise<number> {
  const { count } = await db
    .selectFrom('response')
    .select((on) => on.fn.count<number>('slot').distinct().as('count'))
    .where('attempt_id', '=', attemptId)
    .where('late', '=', 1)
    .where('value', '<>', 'null')
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function closeAttempt(
  db: Db,
  id: string,
  result: { handedInAt: string; right: number; score: number },
): Promise<void> {
  await db
    .updateTable('quiz_attempt')
    .set({ handed_in_at: result.handedInAt, questions_right: result.right, score: result.score })
    .where('id', '=', id)
    .execute();
}

export async function appendItemScores(db: Db, rows: NewRow<'item_score'>[]): Promise<void> {
  await db.insertInto('item_score').values(rows).execute();
}

export async function listItemScores(db: Db, attemptId: string): Promise<Pick<Row<'item_score'>, 'slot' | 'score'>[]> {
  return db.selectFrom('item_score').select(['slot', 'score']).where('attempt_id', '=', attemptId).execute();
}

/** The attempts of an enrolment that were handed in and scored. */
export async function listScoredAttempts(db: Db, enrolmentId: string): Promise<AttemptRow[]> {
  return db
    .selectFrom('quiz_attempt')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .where('score', 'is not', null)
    .execute();
}

/** Attempts of a person that run at this instant and will end by the clock. */
export async function listRunningAttempts(db: Db, personId: string, now: string): Promise<AttemptRow[]> {
  return db
    .selectFrom('quiz_attempt as attempt')
    .innerJoin('enrolment', 'enrolment.id', 'attempt.enrolment_id')
    .selectAll('attempt')
    .where('enrolment.person_id', '=', personId)
    .where('attempt.handed_in_at', 'is', null)
    .where('attempt.deadline_at', '>=', now)
    .orderBy('attempt.id')
    .execute();
}

export async function updateDeadline(db: Db, attemptId: string, deadlineAt: string): Promise<void> {
  await db.updateTable('quiz_attempt').set({ deadline_at: deadlineAt }).where('id', '=', attemptId).execute();
}

/** Closes an attempt that was broken off. Without a score it has no result. */
export async function breakOffAttempt(db: Db, attemptId: string, at: string): Promise<void> {
  await db.updateTable('quiz_attempt').set({ handed_in_at: at }).where('id', '=', attemptId).execute();
}

/** Attempts whose time has run out and that were not handed in. */
export async function listOverdueAttempts(
  db: Db,
  now: string,
): Promise<Pick<AttemptRow, 'id' | 'enrolment_id' | 'step'>[]> {
  return db
    .selectFrom('quiz_attempt')
    .select(['id', 'enrolment_id', 'step'])
    .where('handed_in_at', 'is', null)
    .where('deadline_at', '<', now)
    .orderBy('deadline_at')
    .limit(500)
    .execute();
}

/** How often each question of an edition was answered in tests that are handed in, and how often fully right. */
export async function countItemScores(db: Db, course: string, edition: string) {
  const rows = await db
    .selectFrom('item_score')
    .innerJoin('attempt_item as item', (join) =>
      join.onRef('item.attempt_id', '=', 'item_score.attempt_id').onRef('item.slot', '=', 'item_score.slot'),
    )
    .innerJoin('quiz_attempt as attempt', 'attempt.id', 'item.attempt_id')
    .innerJoin('enrolment', 'enrolment.id', 'attempt.enrolment_id')
    .select(['item.bank', 'item.question'])
    .select((each) => [
      each.fn.countAll<number>().as('answers'),
      each.fn.sum<number>(each.case().when('item_score.score', '>=', 1).then(1).else(0).end()).as('right'),
    ])
    .where('enrolment.course', '=', course)
    .where('enrolment.edition', '=', edition)
    .groupBy(['item.bank', 'item.question'])
    .execute();
  return rows.map((row) => ({ ...row, answers: Number(row.answers), right: Number(row.right) }));
}
