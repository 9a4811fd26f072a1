import { sql } from 'kysely';
import type { Db, NewRow } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { stillStands } from './still-stands.ts';

export async function insertAgreement(db: Db, row: NewRow<'agreement'>): Promise<void> {
  await db.insertInto('agreement').values(row).execute();
}

export async function findAgreementByOperation(db: Db, operation: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('agreement').select('id').where('client_op_id', '=', operation).executeTakeFirst();
}

const columns = [
  'agreement.id',
  'agreement.first_id as firstId',
  'agreement.service_id as serviceId',
  'agreement.purpose',
  'agreement.partner',
  'agreement.about',
  'agreement.signed_by as signedBy',
  'agreement.valid_from as validFrom',
  'agreement.valid_until as validUntil',
  'agreement.document',
  'agreement.document_name as documentName',
  'agreement.corrects',
] as const;

/** Agreements that still stand, or stood at an instant, whatever their period, the first to end first. */
export async function listAgreements(db: Db, known?: string) {
  return db
    .selectFrom('agreement')
    .leftJoin('library_service', 'library_service.id', 'agreement.service_id')
    .select([...columns, 'library_service.name as service'])
    .where(stillStands('agreement', known))
    .orderBy('agreement.valid_until')
    .orderBy('agreement.id')
    .execute();
}

/** The agreements of library services, all or some, that still stand; with `known`, as they stood at that instant. */
export async function listServiceAgreements(
  db: Db,
  { known, services }: { known?: string | undefined; services?: readonly string[] | undefined },
) {
  const rows = await db
    .selectFrom('agreement')
    .select(columns)
    .where('service_id', 'is not', null)
    .$if(services !== undefined, (all) => all.where('service_id', 'in', ['', ...services!]))
    .where(stillStands('agreement', known))
    .orderBy('valid_until')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, serviceId: row.serviceId! }));
}

/** An agreement as it was recorded, and whether it still stands. */
export async function findAgreement(db: Db, id: string) {
  return db
    .selectFrom('agreement')
    .leftJoin('library_service', 'library_service.id', 'agreement.service_id')
    .select([...columns, 'agreement.withdrawn', 'agreement.why', 'library_service.name as service'])
    .select(sql<0 | 1>`case when ${stillStands('agreement')} then 1 else 0 end`.as('stands'))
    .where('agreement.id', '=', id)
    .executeTakeFirst();
}

/** Every version of an agreement, oldest first. */
export async function listAgreementVersions(db: Db, firstId: string) {
  return db
    .selectFrom('agreement')
    .select(columns)
    .select(['withdrawn', 'why', 'recorded_at as recordedAt'])
    .where('first_id', '=', firstId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
}

/** The bytes of an agreement's document. */
export async function findAgreementDocument(db: Db, id: string) {
  return db
    .selectFrom('agreement')
    .innerJoin('document', 'document.sha256', 'agreement.document')
    .select(['agreement.document_name as name', 'document.media_type as type', 'document.bytes'])
    .where('agreement.id', '=', id)
    .executeTakeFirst();
}

type Reminded = { firstId: string; validUntil: string; personId: string; mark: number };

/** The key of somebody's only letter for a mark of an agreement; a correction that keeps the last day sends no second one. */
export const agreementReminderKey = ({ firstId, validUntil, personId, mark }: Reminded): string =>
  `agreement:${firstId}:${validUntil}:${mark}:${personId}`;

/**
 * Who is to be reminded of which agreement that ends after one day but not after another: the contact persons of its
 * service, or the agency where it holds for the country. Whoever has the letter already is left out.
 */
export async function listAgreementsToRemind(
  db: Db,
  given: { mark: number; after: string; until: string; day: string },
) {
  const { mark, after, until, day } = given;
  const key = sql<string>`'agreement:' || agreement.first_id || ':' || agreement.valid_until || ':' || ${String(mark)} || ':' || person.id`;
  return db
    .selectFrom('agreement')
    .innerJoin('role_grant', (join) =>
      join.on(
        sql<boolean>`((agreement.service_id is null and role_grant.role = 'agency')
          or (role_grant.role = 'contact-person' and role_grant.service_id = agreement.service_id))`,
      ),
    )
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select(columns)
    .select('person.id as personId')
    .distinct()
    .where(stillStands('agreement'))
    .where('agreement.valid_until', '>', after)
    .where('agreement.valid_until', '<=', until)
    .where(inForce('role_grant', day))
    .where('person.status', '=', 'active')
    .where('person.email', 'is not', null)
    .where((on) => on.not(on.exists(on.selectFrom('outbox').select('outbox.id').where('outbox.dedupe_key', '=', key))))
    .orderBy('agreement.id')
    .orderBy('person.id')
    .execute();
}
