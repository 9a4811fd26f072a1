import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';

export async function insertInvitation(db: Db, row: NewRow<'invitation'>): Promise<void> {
  await db.insertInto('invitation').values(row).execute();
}

export async function hasInvitationOf(db: Db, operation: string | null): Promise<boolean> {
  if (operation === null) return false;
  const row = await db.selectFrom('invitation').select('id').where('client_op_id', '=', operation).executeTakeFirst();
  return row !== undefined;
}

/** False if the same letter was noted before; then it is not sent again. */
export async function insertInvitationLetter(db: Db, row: NewRow<'invitation_letter'>): Promise<boolean> {
  const inserted = await db
    .insertInto('invitation_letter')
    .values(row)
    .onConflict((on) => on.doNothing())
    .returning('invitation_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function insertAnswer(db: Db, row: NewRow<'invitation_answer'>): Promise<void> {
  await db.insertInto('invitation_answer').values(row).execute();
}

export async function hasAnswerOf(db: Db, operation: string | null): Promise<boolean> {
  if (operation === null) return false;
  const row = await db
    .selectFrom('invitation_answer')
    .select('id')
    .where('client_op_id', '=', operation)
    .executeTakeFirst();
  return row !== undefined;
}

type Wanted = { until?: string | undefined; services?: readonly string[] | undefined };

/** The latest invitation of each library service, with its wave: by an instant if one is given, and of some services. */
export async function listInvitations(db: Db, { until, services }: Wanted = {}) {
  return db
    .selectFrom('invitation')
    .innerJoin('library_service', 'library_service.id', 'invitation.service_id')
    .select(['invitation.id', 'invitation.service_id as serviceId', 'library_service.name as service'])
    .select(['invitation.wave_id as waveId', 'invitation.way', 'invitation.answer_by as answerBy'])
    .select(['invitation.message', 'invitation.recorded_at as invitedAt'])
    .where((each) =>
      each.not(
        each.exists(
          each
            .selectFrom('invitation as later')
            .select('later.id')
            .whereRef('later.service_id', '=', 'invitation.service_id')
            .where(
              sql<boolean>`(later.recorded_at > invitation.recorded_at
                or (later.recorded_at = invitation.recorded_at and later.id > invitation.id))`,
            )
            .$if(until !== undefined, (all) => all.where('later.recorded_at', '<=', until!)),
        ),
      ),
    )
    .$if(until !== undefined, (all) => all.where('invitation.recorded_at', '<=', until!))
    .$if(services !== undefined, (all) => all.where('invitation.service_id', 'in', ['', ...services!]))
    .orderBy('invitation.service_id')
    .execute();
}

/** An invitation by its id or by the hash of its link, and whether a later one replaced it. */
export async function findInvitation(db: Db, by: { id: string } | { secretHash: string }) {
  return db
    .selectFrom('invitation')
    .innerJoin('library_service', 'library_service.id', 'invitation.service_id')
    .select(['invitation.id', 'invitation.service_id as serviceId', 'library_service.name as service'])
    .select(['invitation.wave_id as waveId', 'invitation.way', 'invitation.answer_by as answerBy'])
    .select(['invitation.message', 'invitation.recorded_at as invitedAt'])
    .select(
      sql<0 | 1>`case when exists (select 1 from invitation as later where later.service_id = invitation.service_id
        and later.recorded_at > invitation.recorded_at) then 1 else 0 end`.as('replaced'),
    )
    .$if('id' in by, (all) => all.where('invitation.id', '=', 'id' in by ? by.id : ''))
    .$if('secretHash' in by, (all) => all.where('secret_hash', '=', 'secretHash' in by ? by.secretHash : ''))
    .executeTakeFirst();
}

/** What was answered to some invitations, in order; the last of each counts. */
export async function listAnswers(db: Db, invitations: readonly string[], until?: string) {
  if (invitations.length === 0) return [];
  return db
    .selectFrom('invitation_answer')
    .select(['invitation_id as invitationId', 'seq', 'answer', 'reason', 'way', 'recorded_at as at'])
    .where('invitation_id', 'in', invitations)
    .$if(until !== undefined, (all) => all.where('recorded_at', '<=', until!))
    .orderBy('invitation_id')
    .orderBy('seq')
    .execute();
}

/** The letters about some invitations, oldest first. */
export async function listInvitationLetters(db: Db, invitations: readonly string[]) {
  if (invitations.length === 0) return [];
  return db
    .selectFrom('invitation_letter')
    .select(['invitation_id as invitationId', 'person_id as personId', 'kind', 'on_day as on'])
    .where('invitation_id', 'in', invitations)
    .orderBy('on_day')
    .execute();
}
