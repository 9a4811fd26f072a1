import type { Db, Row } from '#db/schema.ts';

export type OwnNote = Row<'own_note'>;
export type Bookmark = Row<'bookmark'>;

/** Saves what somebody wrote beside a section; an empty text takes the note away. */
export async function putOwnNote(db: Db, row: OwnNote): Promise<void> {
  if (row.body === '') {
    await db
      .deleteFrom('own_note')
      .where('enrolment_id', '=', row.enrolment_id)
      .where('step', '=', row.step)
      .where('section', '=', row.section)
      .execute();
    return;
  }
  await db
    .insertInto('own_note')
    .values(row)
    .onConflict((on) => on.columns(['enrolment_id', 'step', 'section']).doUpdateSet({ body: row.body, at: row.at }))
    .execute();
}

/** Marks a section; the mark that the text had moves there. */
export async function putBookmark(db: Db, row: Bookmark): Promise<void> {
  await db
    .insertInto('bookmark')
    .values(row)
    .onConflict((on) => on.columns(['enrolment_id', 'step']).doUpdateSet({ section: row.section, at: row.at }))
    .execute();
}

export async function deleteBookmark(db: Db, enrolmentId: string, step: string): Promise<void> {
  await db.deleteFrom('bookmark').where('enrolment_id', '=', enrolmentId).where('step', '=', step).execute();
}

/** The notes of one text, and the section that is marked. */
export async function findOwnMarks(
  db: Db,
  enrolmentId: string,
  step: string,
): Promise<{ notes: OwnNote[]; bookmark: string | undefined }> {
  const [notes, bookmark] = await Promise.all([
    db.selectFrom('own_note').selectAll().where('enrolment_id', '=', enrolmentId).where('step', '=', step).execute(),
    db
      .selectFrom('bookmark')
      .select('section')
      .where('enrolment_id', '=', enrolmentId)
      .where('step', '=', step)
      .executeTakeFirst(),
  ]);
  return { notes, bookmark: bookmark?.section };
}

/** Everything one person wrote and marked, newest first. */
export async function listOwnMarks(db: Db, personId: string): Promise<{ notes: OwnNote[]; bookmarks: Bookmark[] }> {
  const [notes, bookmarks] = await Promise.all([
    db
      .selectFrom('own_note')
      .innerJoin('enrolment', 'enrolment.id', 'own_note.enrolment_id')
      .selectAll('own_note')
      .where('enrolment.person_id', '=', personId)
      .orderBy('own_note.at', 'desc')
      .execute(),
    db
      .selectFrom('bookmark')
      .innerJoin('enrolment', 'enrolment.id', 'bookmark.enrolment_id')
      .selectAll('bookmark')
      .where('enrolment.person_id', '=', personId)
      .orderBy('bookmark.at', 'desc')
      .execute(),
  ]);
  return { notes, bookmarks };
}
