import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';

/** The key of a certificate's only letter for a mark. */
export const reminderKey = (number: string, mark: number): string => `reminder:${number}:${mark}`;

/** Certificates that end after one day but not after another, and whose letter for the mark is not written yet. */
export async function listToRemind(db: Db, given: { mark: number; after: string; until: string }) {
  const key = sql<string>`'reminder:' || certificate.number || ':' || ${String(given.mark)}`;
  return db
    .selectFrom('certificate')
    .select(['number', 'person_id', 'valid_from', 'valid_until'])
    .where('valid_until', '>', given.after)
    .where('valid_until', '<=', given.until)
    .where((on) => on.not(on.exists(on.selectFrom('outbox').select('outbox.id').where('outbox.dedupe_key', '=', key))))
    .orderBy('number')
    .execute();
}
