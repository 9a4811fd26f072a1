import { sql } from 'kysely';
import { libraryNumberOf } from '#db/library-number.ts';
import type { Db, NewRow, Row } from '#db/schema.ts';
import { searchKeyOf, sortKeyOf } from '#db/text-keys.ts';
import { keyContains } from './key-contains.ts';
import { isKnownTo } from './known-to.ts';

export type CertificateRow = Row<'certificate'>;
export type CertificateEventRow = Pick<Row<'certificate_event'>, 'type' | 'reason' | 'at' | 'actor'>;

export async function findCertificate(
  db: Db,
  by: { number: string } | { verifyCode: string } | { enrolmentId: string },
): Promise<CertificateRow | undefined> {
  const all = db.selectFrom('certificate').selectAll();
  if ('number' in by) return all.where('number', '=', by.number).executeTakeFirst();
  if ('verifyCode' in by) return all.where('verify_code', '=', by.verifyCode).executeTakeFirst();
  return all.where('enrolment_id', '=', by.enrolmentId).executeTakeFirst();
}

/** All certificates of a person, newest first. */
export async function listCertificatesOf(db: Db, personId: string): Promise<CertificateRow[]> {
  return db.selectFrom('certificate').selectAll().where('person_id', '=', personId).orderBy('number', 'desc').execute();
}

/** Which of these names, as sort keys, belong to somebody with a certificate on the day that was not revoked. */
export async function listCertifiedNames(db: Db, keys: readonly string[], day: string): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .selectFrom('person')
    .innerJoin('certificate', 'certificate.person_id', 'person.id')
    .select('person.sort_key')
    .where('person.sort_key', 'in', keys)
    .where('certificate.valid_from', '<=', day)
    .where('certificate.valid_until', '>', day)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('certificate_event')
            .select('id')
            .whereRef('certificate_event.number', '=', 'certificate.number')
            .where('type', '=', 'revoked'),
        ),
      ),
    )
    .execute();
  return new Set(rows.map(({ sort_key }) => sort_key));
}

/** The number of the certificate that replaces this one or takes over from it. */
export async function findSuccessor(db: Db, number: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('certificate')
    .select('number')
    .where((on) => on.or([on('replaces', '=', number), on('supersedes', '=', number)]))
    .executeTakeFirst();
  return row?.number;
}

export async function listCertificateEvents(db: Db, number: string): Promise<CertificateEventRow[]> {
  return db
    .selectFrom('certificate_event')
    .select(['type', 'reason', 'at', 'actor'])
    .where('number', '=', number)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Adds the events to certificates, in order: one statement, however many there are. */
export async function withEvents<R extends { number: string }>(
  db: Db,
  rows: readonly R[],
): Promise<(R & { events: CertificateEventRow[] })[]> {
  if (rows.length === 0) return [];
  const events = await db
    .selectFrom('certificate_event')
    .select(['number', 'type', 'reason', 'at', 'actor'])
    .where(
      'number',
      'in',
      rows.map(({ number }) => number),
    )
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, events: events.filter(({ number }) => number === row.number) }));
}

/**
 * The next running number of a year and a free place in the status lists. `pick` chooses the place, so that it does not
 * show when or after whom it was given. The caller must hold a transaction. When half of the places are taken, another
 * list is begun.
 */
export async function nextNumbers(
  trx: Db,
  { year, listSize, pick }: { year: number; listSize: number; pick: (below: number) => number },
): Promise<{ running: number; statusIndex: number }> {
  const { rows } = await sql<{ latest: string | null; issued: number }>`
    select (select max(number) from (
             select number from certificate union all select number from reserved_number
           ) as given where number like ${`${year}-%`}) as latest,
           (select count(*) from certificate) as issued`.execute(trx);
  const { latest, issued } = rows[0]!;
  const places = listSize * (Math.floor((2 * Number(issued)) / listSize) + 1);
  const isTaken = async (index: number) => {
    const own = trx.selectFrom('certificate').select('number').where('status_index', '=', index);
    const reserved = trx.selectFrom('reserved_number').select('number').where('status_index', '=', index);
    return (await own.union(reserved).executeTakeFirst()) !== undefined;
  };
  let statusIndex = pick(places);
  while (await isTaken(statusIndex)) statusIndex = pick(places);
  return { running: (latest === null ? 0 : Number(latest.slice(5))) + 1, statusIndex };
}

export async function insertCertificate(trx: Db, row: NewRow<'certificate'>): Promise<void> {
  const keys = {
    search_key: searchKeyOf(`${row.number} ${row.name_at_issue} ${row.library_at_issue}`),
    sort_key: sortKeyOf(row.name_at_issue),
    library_number: libraryNumberOf(row.library_at_issue),
    library_sort_key: sortKeyOf(row.library_at_issue),
  };
  await trx
    .insertInto('certificate')
    .values({ ...row, ...keys })
    .execute();
}

export async function appendCertificateEvent(trx: Db, row: NewRow<'certificate_event'>): Promise<void> {
  await trx.insertInto('certificate_event').values(row).execute();
}

/** Stores the bytes under their digest; the same bytes are stored only once. */
export async function putDocument(trx: Db, row: NewRow<'document'>): Promise<void> {
  await trx
    .insertInto('document')
    .values(row)
    .onConflict((on) => on.column('sha256').doNothing())
    .execute();
}

export async function insertCertificateDocument(trx: Db, row: NewRow<'certificate_document'>): Promise<void> {
  await trx.insertInto('certificate_document').values(row).execute();
}

export async function findCertificateDocument(db: Db, number: string, language: 'da' | 'en') {
  return db
    .selectFrom('certificate_document')
    .innerJoin('document', 'document.sha256', 'certificate_document.sha256')
    .select(['document.sha256', 'document.bytes', 'document.media_type'])
    .where('certificate_document.number', '=', number)
    .where('certificate_document.language', '=', language)
    .executeTakeFirst();
}

/** The certificate or proof of attendance whose file this is. */
export async function findCertificateByFile(
  db: Db,
  digest: string,
): Promise<{ number: string; verify_code: string } | undefined> {
  return db
    .selectFrom('certificate_document')
    .innerJoin('certificate', 'certificate.number', 'certificate_document.number')
    .select(['certificate.number', 'certificate.verify_code'])
    .where('certificate_document.sha256', '=', digest)
    .union(
      db
        .selectFrom('attendance_proof')
        .select(['number', 'verify_code'])
        .where((on) => on.or([on('file_da', '=', digest), on('file_en', '=', digest)])),
    )
    .executeTakeFirst();
}

export async function updateNamePublic(db: Db, number: string, isPublic: boolean): Promise<void> {
  await db
    .updateTable('certificate')
    .set({ name_public: isPublic ? 1 : 0 })
    .where('number', '=', number)
    .execute();
}

/**
 * Certificates whose number, name or library have the words, or with exactly this code, newest first; of people on holds of
 * one leader, or all.
 */
export async function searchCertificates(
  db: Db,
  text: string,
  most: number,
  { code, ledBy }: { code: string | undefined; ledBy: string | undefined },
) {
  return db
    .selectFrom('certificate')
    .select(['number', 'name_at_issue', 'library_at_issue', 'valid_from', 'valid_until', 'verify_code'])
    .where((on) => on.or([keyContains('search_key', text), on('verify_code', '=', code ?? '')]))
    .$if(ledBy !== undefined, (on) => on.where(isKnownTo('certificate.person_id', ledBy!)))
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
}
