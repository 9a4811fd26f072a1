import type { Db, NewRow, Row } from '#db/schema.ts';

export async function insertBadge(trx: Db, row: NewRow<'certificate_badge'>): Promise<void> {
  await trx.insertInto('certificate_badge').values(row).execute();
}

/** The stored bytes of a badge. */
export async function findBadge(
  db: Db,
  by: Pick<Row<'certificate_badge'>, 'number' | 'language' | 'form'>,
): Promise<{ sha256: string; bytes: Uint8Array; media_type: string } | undefined> {
  return db
    .selectFrom('certificate_badge')
    .innerJoin('document', 'document.sha256', 'certificate_badge.sha256')
    .select(['document.sha256', 'document.bytes', 'document.media_type'])
    .where('certificate_badge.number', '=', by.number)
    .where('certificate_badge.language', '=', by.language)
    .where('certificate_badge.form', '=', by.form)
    .executeTakeFirst();
}

/** The forms in which these certificates have badges; they are the same in every language. */
export async function listBadgeForms(
  db: Db,
  numbers: readonly string[],
): Promise<Pick<Row<'certificate_badge'>, 'number' | 'form'>[]> {
  if (numbers.length === 0) return [];
  return db
    .selectFrom('certificate_badge')
    .select(['number', 'form'])
    .distinct()
    .where('number', 'in', numbers)
    .orderBy('form')
    .execute();
}

export async function listCredentialKeys(db: Db): Promise<Row<'credential_key'>[]> {
  return db.selectFrom('credential_key').selectAll().orderBy('recorded_at').orderBy('id').execute();
}

/** Stores a key when it is first used; if it is known already, nothing changes. */
export async function putCredentialKey(
  trx: Db,
  row: Pick<NewRow<'credential_key'>, 'id' | 'controller' | 'jwk' | 'recorded_at'>,
): Promise<void> {
  await trx
    .insertInto('credential_key')
    .values({ ...row, retired_at: null, compromised_at: null })
    .onConflict((on) => on.column('id').doNothing())
    .execute();
}

/** Is one of these keys compromised? */
export async function hasCompromised(db: Db, ids: readonly string[]): Promise<boolean> {
  const found = await db
    .selectFrom('credential_key')
    .select('id')
    .where('id', 'in', ids)
    .where('compromised_at', 'is not', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Marks these keys as in use and retires all others. */
export async function updateKeysInUse(trx: Db, ids: readonly string[], at: string): Promise<void> {
  await trx.updateTable('credential_key').set({ retired_at: null }).where('id', 'in', ids).execute();
  await trx
    .updateTable('credential_key')
    .set({ retired_at: at })
    .where('id', 'not in', ids)
    .where('retired_at', 'is', null)
    .execute();
}

/** Marks a key as compromised: from now on it proves nothing. A second identical request changes nothing. */
export async function updateCompromised(trx: Db, id: string, at: string): Promise<void> {
  await trx
    .updateTable('credential_key')
    .set({ compromised_at: at })
    .where('id', '=', id)
    .where('compromised_at', 'is', null)
    .execute();
}

/** All events after issue, in order, for certificates that have any, with their places in the status lists. */
export async function listStatusEvents(db: Db) {
  return db
    .selectFrom('certificate_event')
    .innerJoin('certificate', 'certificate.number', 'certificate_event.number')
    .select(['certificate.status_index', 'certificate_event.type', 'certificate_event.at'])
    .where('certificate_event.type', '!=', 'issued')
    .orderBy('certificate_event.at')
    .orderBy('certificate_event.id')
    .execute();
}

/** The highest taken place in the status lists. */
export async function findLastStatusIndex(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('certificate')
    .select((query) => query.fn.max('status_index').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}
