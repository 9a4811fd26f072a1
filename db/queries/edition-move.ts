import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import type { Db } from '#db/schema.ts';
import type { EnrolmentRow } from './enrolment.ts';
import { nameOf } from './person-name.ts';

/** Everybody on a hold in one of these states, with the name of today, by name. */
export async function listMovable(
  db: Db,
  holdId: string,
  states: readonly EnrolmentState[],
): Promise<(EnrolmentRow & { name: string })[]> {
  return db
    .selectFrom('enrolment')
    .selectAll('enrolment')
    .select(nameOf('enrolment.person_id').as('name'))
    .where('hold_id', '=', holdId)
    .where('state', 'in', states)
    .orderBy('name')
    .orderBy('enrolment.id')
    .execute();
}

/** The enrolments on one edition in one of these states. */
export async function listOnEdition(
  db: Db,
  { course, edition, states }: { course: string; edition: string; states: readonly EnrolmentState[] },
): Promise<{ id: string }[]> {
  return db
    .selectFrom('enrolment')
    .select('id')
    .where('course', '=', course)
    .where('edition', '=', edition)
    .where('state', 'in', states)
    .orderBy('id')
    .limit(500)
    .execute();
}

/** Whoever comes to the hold from now on begins on this edition. */
export async function updateHoldEdition(db: Db, holdId: string, edition: string): Promise<void> {
  await db.updateTable('hold').set({ edition }).where('id', '=', holdId).execute();
}

/** The same for every hold of a course that has not ended. Returns how many there were. */
export async function updateHoldEditions(
  db: Db,
  { course, from, to, day }: { course: string; from: string; to: string; day: string },
): Promise<number> {
  const result = await db
    .updateTable('hold')
    .set({ edition: to })
    .where('course', '=', course)
    .where('edition', '=', from)
    .where('ends_on', '>=', day)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Takes away the rows of steps that the edition of the enrolment does not have. */
export async function deleteOtherSteps(db: Db, enrolmentId: string, steps: readonly string[]): Promise<void> {
  await db
    .deleteFrom('enrolment_step')
    .where('enrolment_id', '=', enrolmentId)
    .where('step', 'not in', steps)
    .execute();
}

/** A draft that was begun goes along when its step takes another id. */
export async function renameDraft(db: Db, enrolmentId: string, from: string, to: string): Promise<void> {
  await db
    .updateTable('submission')
    .set({ step: to })
    .where('enrolment_id', '=', enrolmentId)
    .where('step', '=', from)
    .where('state', '=', 'draft')
    .execute();
}
