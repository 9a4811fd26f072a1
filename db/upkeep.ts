import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Kysely, sql } from 'kysely';
import { listPendingMigrations } from './migrate.ts';
import type { Engine } from './migrations/table-kit.ts';
import { databaseFile, openDatabase } from './open-database.ts';
import type { Db, Schema } from './schema.ts';
import { Sqlite3Dialect } from './sqlite3-dialect.ts';

type Place = { databaseUrl: string | undefined; dataDir: string };
type Outcome = { ok: true } | { ok: false; reason: string };

const elsewhere = 'PostgreSQL keeps its own backups: use pg_dump and pg_restore.';

/** Writes a consistent copy of the SQLite file, also while the server runs. */
export async function backUp(place: Place, file: string): Promise<Outcome> {
  if (place.databaseUrl !== undefined) return { ok: false, reason: elsewhere };
  if (existsSync(file)) return { ok: false, reason: `${file} is there already; choose another name.` };
  const { db, close } = openDatabase(place);
  try {
    await sql`vacuum into ${path.resolve(file)}`.execute(db);
    return { ok: true };
  } finally {
    await close();
  }
}

/** Puts a copy in the place of the database; refuses a file that is not one of ours, and one that a server holds. */
export async function restore(place: Place, file: string): Promise<Outcome> {
  if (place.databaseUrl !== undefined) return { ok: false, reason: elsewhere };
  if (!existsSync(file)) return { ok: false, reason: `There is no file ${file}.` };
  const there = databaseFile(place.dataDir);
  mkdirSync(place.dataDir, { recursive: true });
  const next = `${there}.next`;
  copyFileSync(file, next);
  const problems = await problemsIn(next);
  if (problems.length > 0) {
    rmSync(next, { force: true });
    return { ok: false, reason: problems.join('\n') };
  }
  if (existsSync(there) && !(await isFree(there))) {
    rmSync(next, { force: true });
    return { ok: false, reason: 'The database is in use. Stop the server first.' };
  }
  for (const end of ['-wal', '-shm']) rmSync(there + end, { force: true });
  renameSync(next, there);
  for (const end of ['-wal', '-shm']) rmSync(next + end, { force: true });
  return { ok: true };
}

async function problemsIn(file: string): Promise<string[]> {
  const db: Db = new Kysely<Schema>({ dialect: new Sqlite3Dialect({ filename: file, readers: 1 }) });
  try {
    return await checkDatabase(db, 'sqlite');
  } catch {
    return [`${file} is not a database of Vejlederbevis.`];
  } finally {
    await db.destroy().catch(() => undefined);
  }
}

/** A server that holds the file keeps its write-ahead log beside it open; an exclusive lock says whether it does. */
async function isFree(file: string): Promise<boolean> {
  const db: Db = new Kysely<Schema>({
    dialect: new Sqlite3Dialect({ filename: file, readers: 0, busyTimeoutMs: 200 }),
  });
  try {
    await sql`pragma locking_mode = exclusive`.execute(db);
    await sql`pragma journal_mode = delete`.execute(db);
    const { rows } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);
    return rows[0]?.journal_mode === 'delete';
  } catch {
    return false;
  } finally {
    await db.destroy().catch(() => undefined);
  }
}

/** What is wrong with a database; nothing when it is in order. */
export async function checkDatabase(db: Db, engine: Engine): Promise<string[]> {
  const pending = (await listPendingMigrations(db, engine)).map((name) => `migration ${name} is missing`);
  if (pending.length > 0) return pending;
  if (engine === 'postgres') return [];
  const { rows: integrity } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const { rows: orphans } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...integrity.map(({ integrity_check }) => integrity_check).filter((word) => word !== 'ok'),
    ...orphans.map(({ table, parent }) => `a row of ${table} points at nothing in ${parent}`),
  ];
}
