import { sql } from 'kysely';
import { migrateToLatest } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import type { Engine } from './migrations/table-kit.ts';
import { openDatabase } from './open-database.ts';
import type { Db } from './schema.ts';

type Part = { kind: string; name: string; owner: string; text: string };

/** How a database differs from what its migrations create: damage, or missing or changed tables and triggers. */
export async function listStructureProblems(db: Db, engine: Engine, done: readonly string[]): Promise<string[]> {
  const expected = await partsAfter(done);
  return engine === 'sqlite' ? problemsInSqlite(db, expected) : problemsInPostgres(db, expected);
}

/** The tables and triggers that the same migrations create in an empty database in memory. */
async function partsAfter(done: readonly string[]): Promise<Part[]> {
  const { db, engine, close } = openDatabase({ dataDir: ':memory:' });
  try {
    await migrateToLatest(db, engine, Object.fromEntries(done.map((name) => [name, migrations[name]!])));
    return await partsOf(db);
  } finally {
    await close();
  }
}

async function partsOf(db: Db): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select type as kind, name, tbl_name as owner, sql as text from sqlite_master
    where name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\'
    order by name`.execute(db);
  return rows;
}

async function problemsInSqlite(db: Db, expected: readonly Part[]): Promise<string[]> {
  const { rows: integrity } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const damage = integrity.map(({ integrity_check }) => integrity_check).filter((word) => word !== 'ok');
  if (damage.length > 0) return damage;
  const { rows: orphans } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  const there = await partsOf(db);
  const found = new Map(there.map((part) => [part.name, part.text]));
  const known = new Set(expected.map(({ name }) => name));
  return [
    ...orphans.map(({ table, parent }) => `a row of ${table} points at nothing in ${parent}`),
    ...expected.filter(({ name }) => !found.has(name)).map(({ kind, name }) => `${kind} ${name} is missing`),
    ...expected
      .filter(({ name, text }) => found.has(name) && found.get(name) !== text)
      .map(({ kind, name }) => `${kind} ${name} is not as the migrations made it`),
    // An index added by an operator does not change results; a trigger or table may.
    ...there
      .filter(({ kind, name }) => kind !== 'index' && !known.has(name))
      .map(({ kind, name }) => `${kind} ${name} is not ours`),
  ];
}

/** PostgreSQL checks its own pages and references, but somebody may have removed tables or triggers by hand. */
async function problemsInPostgres(db: Db, expected: readonly Part[]): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(db);
  const { rows: triggers } = await sql<{ name: string }>`
    select tgname as name from pg_trigger
    join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = current_schema() and not tgisinternal and tgenabled in ('O', 'A')`.execute(db);
  const has = (rows: { name: string }[], wanted: string) => rows.some(({ name }) => name === wanted);
  const guards = expected
    .filter(({ kind }) => kind === 'trigger')
    .map(({ name, owner }) =>
      name.includes('_touch_') ? name : `${owner}_${name.includes('_kept_') ? 'kept' : 'append_only'}`,
    );
  return [
    ...expected
      .filter(({ kind, name }) => kind === 'table' && !has(tables, name))
      .map(({ name }) => `table ${name} is missing`),
    ...[...new Set(guards)]
      .filter((name) => !has(triggers, name))
      .map((name) => `trigger ${name} is missing or switched off`),
  ];
}
