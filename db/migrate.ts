import { type Migration, type MigrationInfo, Migrator, sql } from 'kysely';
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
 * Brings the tables up to date and returns the names of the migrations that were run. If one fails, it throws and none
 * is applied. Servers that start at the same time take turns: the first migrates, the others find nothing left to do.
 */
export async function migrateToLatest(db: Db, engine: Engine, migrations: Migrations = ours): Promise<string[]> {
  // Whoever finds nothing to do needs no lock, and so waits for no other process that writes.
  const { pending, unknown } = await migrationsOf(db, engine, migrations);
  if (pending.length === 0 && unknown.length === 0) return [];
  const { error, results } = await migratorFor(db, engine, migrations).migrateToLatest();
  if (error) throw error;
  return (results ?? []).map(({ migrationName }) => migrationName);
}

/** Which migrations a database has had, which it still lacks, and which it had from a version we do not know. */
export async function migrationsOf(
  db: Db,
  engine: Engine,
  migrations: Migrations = ours,
): Promise<{ done: string[]; pending: string[]; unknown: string[] }> {
  const all = await migratorFor(db, engine, migrations).getMigrations();
  const namesWhere = (wanted: (each: MigrationInfo) => boolean) => all.filter(wanted).map(({ name }) => name);
  const done = namesWhere(({ executedAt }) => executedAt !== undefined);
  const pending = namesWhere(({ executedAt }) => executedAt === undefined);
  if (done.length === 0) return { done, pending, unknown: [] };
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return { done, pending, unknown: rows.map(({ name }) => name).filter((name) => !done.includes(name)) };
}
