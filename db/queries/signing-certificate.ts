import type { Db, Row } from '#db/schema.ts';

/** Notes a certificate that signs files; if it is known already, nothing changes. */
export async function putSigningCertificate(trx: Db, row: Row<'signing_certificate'>): Promise<void> {
  await trx
    .insertInto('signing_certificate')
    .values(row)
    .onConflict((on) => on.column('sha256').doNothing())
    .execute();
}

/** Every certificate that ever signed a file, oldest first. */
export async function listSigningCertificates(db: Db): Promise<Row<'signing_certificate'>[]> {
  return db.selectFrom('signing_certificate').selectAll().orderBy('recorded_at').orderBy('sha256').execute();
}

/** The printed files from before an instant, in order of their digests, beginning after one of them. */
export async function listPrintedFiles(
  db: Db,
  { before, after, most }: { before: string; after: string; most: number },
): Promise<Pick<Row<'document'>, 'sha256' | 'bytes' | 'recorded_at'>[]> {
  return db
    .selectFrom('document')
    .select(['sha256', 'bytes', 'recorded_at'])
    .where('recorded_at', '<', before)
    .where('sha256', '>', after)
    .where((on) =>
      on.or([
        on.exists(
          on
            .selectFrom('certificate_document')
            .select('number')
            .whereRef('certificate_document.sha256', '=', 'document.sha256'),
        ),
        on.exists(
          on
            .selectFrom('attendance_proof')
            .select('number')
            .where((either) =>
              either.or([
                either('file_da', '=', either.ref('document.sha256')),
                either('file_en', '=', either.ref('document.sha256')),
              ]),
            ),
        ),
      ]),
    )
    .orderBy('sha256')
    .limit(most)
    .execute();
}
