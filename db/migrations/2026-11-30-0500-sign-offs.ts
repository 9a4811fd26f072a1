import type { Kysely } from 'kysely';
import { appendOnly, createTable, type Engine } from './table-kit.ts';

/**
 * The sign-off of a wave: a snapshot, what becomes of each of its services, and who signed. Nobody signs twice, and two who
 * sign at once get two places. A round that is refused or withdrawn ends and stays.
 */
export async function up(db: Kysely<any>, engine: Engine): Promise<void> {
  const add = async (name: string, columns: string) => {
    await createTable(db, engine, name, columns);
    await appendOnly(db, engine, name);
  };
  await add(
    'sign_off_round',
    `id text primary key not null, wave_id text not null references wave (id), seq integer not null, snapshot_id text not null references snapshot (id), persons integer not null, by_person text references person (id), client_op_id text unique, recorded_at text not null, unique (wave_id, seq)`,
  );
  await add(
    'sign_off_service',
    `round_id text not null references sign_off_round (id), service_id text not null references library_service (id), outcome text not null check (outcome in ('opens', 'override', 'waits', 'moved')), to_wave_id text references wave (id), why text not null, recorded_at text not null, primary key (round_id, service_id)`,
  );
  await add(
    'sign_off',
    `id text primary key not null, round_id text not null references sign_off_round (id), place integer not null, by_person text not null references person (id), recorded_at text not null, unique (round_id, place), unique (round_id, by_person)`,
  );
  await add(
    'sign_off_end',
    `round_id text primary key not null references sign_off_round (id), kind text not null check (kind in ('refused', 'withdrawn')), why text not null, by_person text references person (id), recorded_at text not null`,
  );
}
