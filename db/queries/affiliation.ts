import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { inForce } from './in-force.ts';

/**
 * From this day the person guides wherever they work on it or later; where they guide from an earlier day, that day
 * stays.
 */
export async function startGuiding(trx: Db, given: { personId: string; day: string; now: string }): Promise<void> {
  const { personId, day, now } = given;
  await trx
    .updateTable('affiliation')
    .set({ guides_from: sql`case when valid_from > ${day} then valid_from else ${day} end`, recorded_at: now })
    .where('person_id', '=', personId)
    .where((on) => on.or([on('valid_until', 'is', null), on('valid_until', '>', day)]))
    .where((on) =>
      on.or([on('guides_from', 'is', null), sql<boolean>`(guides_from > ${day} and guides_from > valid_from)`]),
    )
    .execute();
}

/** Sets the day from which a person guides at a service, or that they do not; false if they do not work there then. */
export async function updateGuidesFrom(
  trx: Db,
  given: { personId: string; serviceId: string; day: string; guidesFrom: string | null; now: string },
): Promise<boolean> {
  const here = await trx
    .selectFrom('affiliation')
    .innerJoin('library', 'library.number', 'affiliation.library_number')
    .select('affiliation.id')
    .where('affiliation.person_id', '=', given.personId)
    .where('library.service_id', '=', given.serviceId)
    .where(inForce('affiliation', given.day))
    .execute();
  if (here.length === 0) return false;
  await trx
    .updateTable('affiliation')
    .set({ guides_from: given.guidesFrom, recorded_at: given.now })
    .where(
      'id',
      'in',
      here.map(({ id }) => id),
    )
    .execute();
  return true;
}

/** Has the person guided anywhere, or held a certificate, by this day? Then they guide wherever they come to. */
export async function hasGuided(db: Db, personId: string, day: string): Promise<boolean> {
  const guided = await db
    .selectFrom('affiliation')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('guides_from', '<=', day)
    .union(
      db.selectFrom('certificate').select('person_id').where('person_id', '=', personId).where('valid_from', '<=', day),
    )
    .executeTakeFirst();
  return guided !== undefined;
}

/** The first day on which the person held a certificate. */
export async function findFirstCertifiedDay(db: Db, personId: string): Promise<string | undefined> {
  const first = await db
    .selectFrom('certificate')
    .select('valid_from')
    .where('person_id', '=', personId)
    .orderBy('valid_from')
    .limit(1)
    .executeTakeFirst();
  return first?.valid_from;
}

/** Everybody who works at a library on a day. */
export async function listPeopleAtWork(db: Db, day: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('affiliation')
    .select('person_id')
    .distinct()
    .where(inForce('affiliation', day))
    .execute();
  return new Set(rows.map(({ person_id }) => person_id));
}
