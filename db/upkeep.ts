import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Kysely, sql } from 'kysely';
import { listContradictions } from './contradictions.ts';
import { migrationsOf } from './migrate.ts';
import type { Engine } from './migrations/table-kit.ts';
import { databaseFile, openDatabase } from './open-database.ts';
import type { Db, Schema } from './schema.ts';
import { Sqlite3Dialect } from './sqlite3-dialect.ts';
import { listStructureProblems } from './structure.ts';

type Place = { databaseUrl: string | undefined; dataDir: string };
type Outcome = { ok: true } | { ok: false; reason: string };

const elsewhere = 'PostgreSQL keeps its own backups: use pg_dump and pg_restore.';

/** Writes a consistent copy of the SQLite file, even while the server runs. */
export async function backUp(place: Place, file: string): Promise<Outcome> {
  if (place.databaseUrl !== undefined) return { ok: false, reason: elsewhere };
  if (existsSync(file)) return { ok: false, reason: `${file} is there already; choose another name.` };
  if (!existsSync(databaseFile(place.dataDir)))
    return { ok: false, reason: `There is no database in ${place.dataDir}.` };
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const unfinished = `${path.resolve(file)}.unfinished`;
  rmSync(unfinished, { force: true });
  const { db, close } = openDatabase(place);
  try {
    await sql`vacuum into ${unfinished}`.execute(db);
    putInPlace(unfinished, path.resolve(file));
    return { ok: true };
  } catch (error) {
    rmSync(unfinished, { force: true });
    return { ok: false, reason: `The copy could not be made: ${messageOf(error)}` };
  } finally {
    await close().catch(() => undefined);
  }
}

/**
 * Replaces the database with a copy. Refuses a file that is not one of ours, and refuses while a server has the
 * database open. A copy of an older version is accepted and migrated at the next start.
 */
export async function restore(place: Place, file: string): Promise<Outcome> {
  if (place.databaseUrl !== undefined) return { ok: false, reason: elsewhere };
  if (!existsSync(file)) return { ok: false, reason: `There is no file ${file}.` };
  const there = databaseFile(place.dataDir);
  mkdirSync(place.dataDir, { recursive: true });
  const next = `${there}.next`;
  removeWithLogs(next);
  try {
    copyFileSync(file, next);
    // If a file was copied by hand from a running server, its latest writes are in the -wal file beside it.
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${next}-wal`);
    const problems = await whyNotOurs(next, file);
    if (problems.length > 0) return { ok: false, reason: problems.join('\n') };
    return await whileNobodyHolds(there, () => {
      removeLogs(there);
      putInPlace(next, there);
    });
  } finally {
    removeWithLogs(next);
  }
}

/** Deletes the SQLite file unless it is in use; the next to open the database creates it anew. */
export async function removeDatabase(place: Place): Promise<Outcome> {
  if (place.databaseUrl !== undefined)
    return { ok: false, reason: 'Empty it first, with psql: drop schema public cascade; create schema public;' };
  const file = databaseFile(place.dataDir);
  return whileNobodyHolds(file, () => removeWithLogs(file));
}

/** Why a file is not our database. Contradictions in its rows are no reason, because it may be the only copy. */
async function whyNotOurs(next: string, file: string): Promise<string[]> {
  const db: Db = new Kysely<Schema>({ dialect: new Sqlite3Dialect({ filename: next, readers: 0 }) });
  try {
    const { done, unknown } = await migrationsOf(db, 'sqlite');
    if (done.length === 0) return [`${file} is not a database of Vejlederbevis.`];
    if (unknown.length > 0) return [`${file} was made by a newer version: it has had ${unknown.join(', ')}.`];
    return await listStructureProblems(db, 'sqlite', done);
  } catch (error) {
    return [`${file} is not a database of Vejlederbevis, or it is damaged: ${messageOf(error)}`];
  } finally {
    await db.destroy().catch(() => undefined);
  }
}

/** Runs an action on the file under an exclusive lock, which fails while a server has the file open. */
async function whileNobodyHolds(file: string, act: () => void): Promise<Outcome> {
  if (!existsSync(file)) {
    act();
    return { ok: true };
  }
  const db: Db = new Kysely<Schema>({
    dialect: new Sqlite3Dialect({ filename: file, readers: 0, busyTimeoutMs: 200 }),
  });
  try {
    await sql`pragma locking_mode = exclusive`.execute(db);
    // SQLite can leave WAL mode only if this is the only connection.
    await sql`pragma journal_mode = delete`.execute(db);
  } catch (error) {
    // A damaged database cannot be locked, but it is a reason to restore one, so we go on.
    if (!/SQLITE_(NOTADB|CORRUPT)/.test(messageOf(error))) {
      await db.destroy().catch(() => undefined);
      if (!/SQLITE_BUSY/.test(messageOf(error))) throw error;
      return { ok: false, reason: 'The database is in use. Stop the server first.' };
    }
  }
  try {
    act();
    return { ok: true };
  } finally {
    await db.destroy().catch(() => undefined);
  }
}

/** Lists what is wrong with a database; an empty list means it is in order. */
export async function checkDatabase(db: Db, engine: Engine): Promise<string[]> {
  const { done, pending, unknown } = await migrationsOf(db, engine);
  const problems = [
    ...pending.map((name) => `migration ${name} is missing`),
    ...unknown.map((name) => `migration ${name} is of a newer version`),
    ...(done.length === 0 || unknown.length > 0 ? [] : await listStructureProblems(db, engine, done)),
  ];
  // We can check rows only if the tables are as we know them.
  return problems.length > 0 ? problems : listContradictions(db);
}

/**
 * Renames a file and waits until that is on disk: after a loss of power there is either the old file or the new one.
 */
function putInPlace(from: string, to: string): void {
  flush(from);
  renameSync(from, to);
  flush(path.dirname(to));
}

function flush(place: string): void {
  const open = openSync(place, 'r');
  try {
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
}

function removeLogs(file: string): void {
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
}

function removeWithLogs(file: string): void {
  rmSync(file, { force: true });
  removeLogs(file);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
