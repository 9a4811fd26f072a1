import type { Db, NewRow } from '#db/schema.ts';

export type TryRow = { exercise: string; tries: number; first_answer: string; last_answer: string };

/** What was tried in a lesson. */
export async function listTries(db: Db, enrolmentId: string, step: string): Promise<TryRow[]> {
  return db
    .selectFrom('exercise_try')
    .select(['exercise', 'tries', 'first_answer', 'last_answer'])
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .execute();
}

/** Keeps one more try: the first answer stays, the last one is replaced. */
export async function putTry(
  db: Db,
  row: { enrolment_id: string; step: string; exercise: string; answer: string; at: string },
): Promise<void> {
  const { answer, at, ...key } = row;
  await db
    .insertInto('exercise_try')
    .values({ ...key, tries: 1, first_answer: answer, last_answer: answer, first_at: at, last_at: at })
    .onConflict((on) =>
      on.columns(['enrolment_id', 'step', 'exercise']).doUpdateSet(({ eb, ref }) => ({
        tries: eb(ref('exercise_try.tries'), '+', 1),
        last_answer: answer,
        last_at: at,
      })),
    )
    .execute();
}

/** Notes that a form was done; false if it was before. */
export async function insertFormDone(db: Db, row: NewRow<'form_done'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('form_done')
    .values(row)
    .onConflict((on) => on.column('operation').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
