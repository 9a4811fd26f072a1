import type { Db, NewRow } from '#db/schema.ts';

export async function insertRound(
  db: Db,
  row: NewRow<'sign_off_round'>,
  services: readonly NewRow<'sign_off_service'>[],
): Promise<void> {
  await db.insertInto('sign_off_round').values(row).execute();
  if (services.length > 0) await db.insertInto('sign_off_service').values(services).execute();
}

export async function findRoundByOperation(db: Db, operation: string | null): Promise<{ id: string } | undefined> {
  if (operation === null) return undefined;
  return db.selectFrom('sign_off_round').select('id').where('client_op_id', '=', operation).executeTakeFirst();
}

const rounds = (db: Db) =>
  db
    .selectFrom('sign_off_round as round')
    .leftJoin('sign_off_end as ending', 'ending.round_id', 'round.id')
    .select(['round.id', 'round.wave_id as waveId', 'round.seq', 'round.snapshot_id as snapshotId', 'round.persons'])
    .select(['round.recorded_at as begunAt', 'ending.kind as ended', 'ending.why as endedWhy'])
    .select('ending.recorded_at as endedAt');

export async function findRound(db: Db, id: string) {
  return rounds(db).where('round.id', '=', id).executeTakeFirst();
}

/** The rounds of a wave, the latest first. */
export async function listRounds(db: Db, waveId: string) {
  return rounds(db).where('round.wave_id', '=', waveId).orderBy('round.seq', 'desc').execute();
}

/** Who signed a round, in the order of their places. */
export async function listSignatures(db: Db, roundIds: readonly string[]) {
  if (roundIds.length === 0) return [];
  return db
    .selectFrom('sign_off')
    .select(['round_id as roundId', 'place', 'by_person as personId', 'recorded_at as at'])
    .where('round_id', 'in', roundIds)
    .orderBy('round_id')
    .orderBy('place')
    .execute();
}

export async function insertSignature(db: Db, row: NewRow<'sign_off'>): Promise<void> {
  await db.insertInto('sign_off').values(row).execute();
}

export async function insertRoundEnd(db: Db, row: NewRow<'sign_off_end'>): Promise<void> {
  await db.insertInto('sign_off_end').values(row).execute();
}

/** What becomes of each service by a round. */
export async function listSignedServices(db: Db, roundId: string) {
  return db
    .selectFrom('sign_off_service')
    .select(['service_id as serviceId', 'outcome', 'to_wave_id as toWave', 'why'])
    .where('round_id', '=', roundId)
    .orderBy('service_id')
    .execute();
}

/** The rounds that did not end, with the services that open by each: of everybody or of some services. */
export async function listOpeningServices(db: Db, services?: readonly string[]) {
  return db
    .selectFrom('sign_off_round as round')
    .innerJoin('sign_off_service as service', 'service.round_id', 'round.id')
    .leftJoin('sign_off_end as ending', 'ending.round_id', 'round.id')
    .select(['round.id as roundId', 'round.wave_id as waveId', 'round.persons', 'service.service_id as serviceId'])
    .where('ending.round_id', 'is', null)
    .where('service.outcome', 'in', ['opens', 'override'])
    .$if(services !== undefined, (all) => all.where('service.service_id', 'in', ['', ...services!]))
    .execute();
}
