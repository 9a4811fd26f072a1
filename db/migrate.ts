import { type Migration, Migrator } from 'kysely';
import { migrations } from './migrations/all.ts';
import type { Engine } from './migrations/table-kit.ts';
import type { Db } from './schema.ts';

function migratorFor(db: Db, engine: Engine): Migrator {
  const named = Object.entries(migrations).map(([name, up]): [string, Migration] => [
    name,
    { up: (each) => up(each, engine) },
  ]);
  return new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(named) } });
}

/** Brings the tables up to date; answers with the names of what was done. Throws when one fails, and then nothing is done. */
export async function migrateToLatest(db: Db, engine: Engine): Promise<string[]> {
  const { error, results } = await migratorFor(db, engine).migrateToLatest();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** The migrations that this database has not had yet. */
export async function listPendingMigrations(db: Db, engine: Engine): Promise<string[]> {
  const all = await migratorFor(db, engine).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}
