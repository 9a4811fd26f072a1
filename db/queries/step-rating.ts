import type { Db, Row } from '#db/schema.ts';

export type StepRating = Row<'step_rating'>;

/** Keeps what somebody thinks of a step; a second rating takes the place of the first. */
export async function putRating(db: Db, row: StepRating): Promise<void> {
  const { enrolment_id: _, step: __, ...rated } = row;
  await db
    .insertInto('step_rating')
    .values(row)
    .onConflict((on) => on.columns(['enrolment_id', 'step']).doUpdateSet(rated))
    .execute();
}

export async function deleteRating(db: Db, enrolmentId: string, step: string): Promise<void> {
  await db.deleteFrom('step_rating').where('enrolment_id', '=', enrolmentId).where('step', '=', step).execute();
}

export async function findRating(db: Db, enrolmentId: string, step: string): Promise<StepRating | undefined> {
  return db
    .selectFrom('step_rating')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', step)
    .executeTakeFirst();
}

/** The ratings of all steps of one edition, on every hold; never whose they are. */
export async function listRatings(
  db: Db,
  course: string,
  edition: string,
): Promise<{ step: string; score: number; words: string }[]> {
  return db
    .selectFrom('step_rating')
    .innerJoin('enrolment', 'enrolment.id', 'step_rating.enrolment_id')
    .select(['step_rating.step', 'step_rating.score', 'step_rating.words'])
    .where('enrolment.course', '=', course)
    .where('step_rating.edition', '=', edition)
    .execute();
}
