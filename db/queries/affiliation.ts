import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { inForce, reallyWas } from './in-force.ts';
import { nameOf } from './person-name.ts';

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
    .where(reallyWas())
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

/** The versions of an affiliation, oldest first. */
export async function listVersions(db: Db, id: string) {
  return db
    .selectFrom('affiliation_history')
    .select(['valid_from', 'valid_until'])
    .where('id', '=', id)
    .orderBy('seq')
    .execute();
}

type AffiliationNow = { id: string; library: string; from: string; until: string | null; guidesFrom: string | null };

/** Puts an affiliation right. The version it had stays in its history, marked as wrong. */
export async function correctAffiliation(
  trx: Db,
  is: AffiliationNow,
  by: { kind: 'corrected' | 'dropped'; personId: string | null; now: string },
): Promise<void> {
  await trx
    .insertInto('affiliation_correction')
    .columns(['affiliation_id', 'seq', 'kind', 'by_person', 'recorded_at'])
    .expression(
      trx
        .selectFrom('affiliation_history')
        .select(({ fn }) => [
          sql<string>`${is.id}`.as('affiliation_id'),
          fn.max('seq').as('seq'),
          sql<'corrected' | 'dropped'>`${by.kind}`.as('kind'),
          sql<string | null>`cast(${by.personId} as text)`.as('by_person'),
          sql<string>`${by.now}`.as('recorded_at'),
        ])
        .where('id', '=', is.id),
    )
    .execute();
  await updateAffiliation(trx, is, by.now);
}

/** Sets where and when somebody works; the version before stays in the history. */
export async function updateAffiliation(trx: Db, is: AffiliationNow, now: string): Promise<void> {
  await trx
    .updateTable('affiliation')
    .set({
      library_number: is.library,
      valid_from: is.from,
      valid_until: is.until,
      guides_from: is.guidesFrom,
      recorded_at: now,
    })
    .where('id', '=', is.id)
    .execute();
}

/** What was once said about where a person works and was wrong, the latest correction first. */
export async function listCorrections(db: Db, personId: string) {
  return db
    .selectFrom('affiliation_correction as correction')
    .innerJoin('affiliation', 'affiliation.id', 'correction.affiliation_id')
    .innerJoin('affiliation_history as was', (join) =>
      join.onRef('was.id', '=', 'correction.affiliation_id').onRef('was.seq', '=', 'correction.seq'),
    )
    .innerJoin('library', 'library.number', 'was.library_number')
    .select([
      'correction.affiliation_id',
      'correction.seq',
      'correction.kind',
      'correction.recorded_at',
      'library.number',
      'library.name as library',
      'library.service_id',
      'was.valid_from',
      'was.valid_until',
    ])
    .select(nameOf('correction.by_person').$castTo<string | null>().as('by'))
    .where('affiliation.person_id', '=', personId)
    .orderBy('correction.recorded_at', 'desc')
    .orderBy('was.valid_from', 'desc')
    .execute();
}
