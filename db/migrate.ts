import { type Migration, Migrator } from 'kysely';
import { migrations as ours } from './migrations/all.ts';
import type { Engine } from './migrations/table-kit.ts';
import type { Db } from './schema.ts';

export type Migrations = typeof ours;

function migratorFor(db: Db, engine: Engine, migrations: Migrations): Migrator {
  const named = Object.entries(migrations).map(([name, up]): [string, Migration] => [
    name,
    { up: (each) => up(each, engine) },
  ]);
  return new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(named) } });
}

/**
 * Brings the tables up to date; answers with the names of what was done. Throws when one fails, and then nothing is done.
 * Servers that start at once take turns: the first does it, the others find it done.
 */
export async function migrateToLatest(db: Db, engine: Engine, migrations: Migrations = ours): Promise<string[]> {
  const { error, results } = await migratorFor(db, engine, migrations).migrateToLatest();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** The migrations that this database has not had yet. */
export async function listPendingMigrations(db: Db, engine: Engine, migrations: Migrations = ours): Promise<string[]> {
  const all = await migratorFor(db, engine, migrations).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}
