import { sql } from 'kysely';
import type { Db, NewRow, Row } from '#db/schema.ts';

export type PracticeSetting = Row<'practice_setting'>;
export type PracticeAnswer = Row<'practice_answer'>;
export type PracticeCard = Omit<Row<'practice_card'>, 'id' | 'person_id' | 'recorded_at'>;

export type PractisedCourse = Pick<Row<'enrolment'>, 'id' | 'course' | 'edition' | 'state'> & { done: Set<string> };

/**
 * A person's own setting, and their enrolments with the steps that are done, newest first; undefined if there is nobody
 * with this id.
 */
export async function findPracticeOf(
  db: Db,
  personId: string,
): Promise<{ setting: PracticeSetting | undefined; enrolments: PractisedCourse[] } | undefined> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('practice_setting as setting', 'setting.person_id', 'person.id')
    .leftJoin('enrolment', 'enrolment.person_id', 'person.id')
    .leftJoin('enrolment_step as step', (on) =>
      on.onRef('step.enrolment_id', '=', 'enrolment.id').on('step.status', '=', 'done'),
    )
    .select(['setting.id as settingId', 'setting.since', 'stopped_at', 'remind', 'looked_on'])
    .select('setting.recorded_at as setAt')
    .select(['enrolment.id', 'enrolment.course', 'enrolment.edition', 'enrolment.state', 'step.step as done'])
    .where('person.id', '=', personId)
    .orderBy('enrolment.recorded_at', 'desc')
    .orderBy('enrolment.id')
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const enrolments = new Map<string, PractisedCourse>();
  for (const { id, course, edition, state, done } of rows) {
    if (id === null) continue;
    const known = enrolments.get(id) ?? { id, course: course!, edition: edition!, state: state!, done: new Set() };
    if (done !== null) known.done.add(done);
    enrolments.set(id, known);
  }
  const setting = first.settingId !== null && {
    id: first.settingId,
    person_id: personId,
    since: first.since!,
    stopped_at: first.stopped_at,
    remind: first.remind!,
    looked_on: first.looked_on,
    recorded_at: first.setAt!,
  };
  return { setting: setting || undefined, enrolments: [...enrolments.values()] };
}

/** Locks the setting for the rest of the transaction, so that two answers at once follow each other. */
export async function lockPracticeSetting(trx: Db, personId: string): Promise<PracticeSetting | undefined> {
  return trx
    .updateTable('practice_setting')
    .set((each) => ({ since: each.ref('since') }))
    .where('person_id', '=', personId)
    .returningAll()
    .executeTakeFirst();
}

export async function findPracticeSetting(db: Db, personId: string): Promise<PracticeSetting | undefined> {
  return db.selectFrom('practice_setting').selectAll().where('person_id', '=', personId).executeTakeFirst();
}

/** Begins practice, or goes on after a stop; whoever begins twice at once begins once. */
export async function putPracticeSetting(db: Db, row: NewRow<'practice_setting'>): Promise<void> {
  await db
    .insertInto('practice_setting')
    .values(row)
    .onConflict((on) => on.column('person_id').doUpdateSet({ stopped_at: null, recorded_at: row.recorded_at }))
    .execute();
}

export async function updatePracticeSetting(
  db: Db,
  personId: string,
  change: Partial<Pick<PracticeSetting, 'stopped_at' | 'remind' | 'looked_on'>> & { recorded_at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('practice_setting')
    .set(change)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Everything about a person's practice goes. */
export async function deletePractice(trx: Db, personId: string): Promise<void> {
  await trx.deleteFrom('practice_card').where('person_id', '=', personId).execute();
  await trx.deleteFrom('practice_answer').where('person_id', '=', personId).execute();
  await trx.deleteFrom('practice_setting').where('person_id', '=', personId).execute();
}

export async function listPracticeCards(db: Db, personId: string): Promise<PracticeCard[]> {
  return db
    .selectFrom('practice_card')
    .select(['course', 'edition', 'question', 'first_on', 'last_on', 'due_on', 'stability', 'difficulty'])
    .select(['asked', 'missed', 'last'])
    .where('person_id', '=', personId)
    .execute();
}

/** The days from a day on with how many questions were answered on each. */
export async function listPracticeDays(
  db: Db,
  personId: string,
  from: string,
): Promise<{ day: string; rounds: number }[]> {
  const rows = await db
    .selectFrom('practice_answer')
    .select(['on_day as day', sql<number>`count(distinct round)`.as('rounds')])
    .where('person_id', '=', personId)
    .where('on_day', '>=', from)
    .groupBy('on_day')
    .orderBy('on_day')
    .execute();
  return rows.map(({ day, rounds }) => ({ day, rounds: Number(rounds) }));
}

/** What one person answered to one question, in the order of the rounds and their tries. */
export async function listPracticeAnswers(
  db: Db,
  by: { personId: string; course: string; question: string },
): Promise<PracticeAnswer[]> {
  return db
    .selectFrom('practice_answer')
    .selectAll()
    .where('person_id', '=', by.personId)
    .where('course', '=', by.course)
    .where('question', '=', by.question)
    .orderBy('on_day')
    .orderBy('recorded_at')
    .orderBy('nth')
    .orderBy('id')
    .execute();
}

/** The tries of one round of this person. */
export async function listRound(db: Db, personId: string, round: string): Promise<PracticeAnswer[]> {
  return db
    .selectFrom('practice_answer')
    .selectAll()
    .where('person_id', '=', personId)
    .where('round', '=', round)
    .orderBy('nth')
    .execute();
}

export async function findPracticeAnswer(db: Db, operationId: string): Promise<PracticeAnswer | undefined> {
  return db.selectFrom('practice_answer').selectAll().where('client_op_id', '=', operationId).executeTakeFirst();
}

export async function insertPracticeAnswer(trx: Db, row: NewRow<'practice_answer'>): Promise<void> {
  await trx.insertInto('practice_answer').values(row).execute();
}

export async function putPracticeCard(trx: Db, row: NewRow<'practice_card'>): Promise<void> {
  const { id, person_id, course, question, ...changed } = row;
  await trx
    .insertInto('practice_card')
    .values(row)
    .onConflict((on) => on.columns(['person_id', 'course', 'question']).doUpdateSet(changed))
    .execute();
}

/** Who wants a reminder on this weekday and was not considered on this day yet. */
export async function listToRemindOfPractice(
  db: Db,
  { remind, today }: { remind: 'monday' | 'thursday'; today: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('practice_setting')
    .innerJoin('person', 'person.id', 'practice_setting.person_id')
    .select('practice_setting.person_id')
    .where('remind', '=', remind)
    .where('stopped_at', 'is', null)
    .where((on) => on.or([on('looked_on', 'is', null), on('looked_on', '<', today)]))
    .where('person.status', '=', 'active')
    .orderBy('practice_setting.person_id')
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** How many people practise, and how many of them answered something in the week from each of these Mondays. */
export async function countPractising(
  db: Db,
  weeks: readonly { from: string; until: string }[],
  holdId?: string,
): Promise<{ practising: number; weeks: number[] }> {
  const onHold = (person: string) =>
    holdId === undefined
      ? sql<boolean>`1 = 1`
      : sql<boolean>`exists (select 1 from enrolment where enrolment.hold_id = ${holdId}
          and enrolment.person_id = ${sql.ref(person)} and enrolment.state not in ('requested', 'waitlisted', 'declined'))`;
  const practising = await db
    .selectFrom('practice_setting')
    .select((on) => on.fn.countAll().as('people'))
    .where('stopped_at', 'is', null)
    .where(onHold('practice_setting.person_id'))
    .executeTakeFirstOrThrow();
  const inWeeks = await db
    .selectFrom('practice_answer')
    .select(
      weeks.map(({ from, until }, at) =>
        sql<number>`count(distinct case when on_day >= ${from} and on_day < ${until} then person_id end)`.as(`w${at}`),
      ),
    )
    .where('on_day', '>=', weeks[0]?.from ?? '')
    .where(onHold('practice_answer.person_id'))
    .executeTakeFirst();
  return {
    practising: Number(practising.people),
    weeks: weeks.map((_, at) => Number((inWeeks as Record<string, unknown> | undefined)?.[`w${at}`] ?? 0)),
  };
}
