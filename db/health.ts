import { sql } from 'kysely';
import type { Engine } from './migrations/table-kit.ts';
import type { Db } from './schema.ts';

/**
 * What is wrong with the pages of the database, at most ten things. Takes a second for some hundred megabytes.
 * PostgreSQL checks its own.
 */
export async function listDamage(db: Db, engine: Engine): Promise<string[]> {
  if (engine === 'postgres') return [];
  try {
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check(10)`.execute(db);
    return rows.map(({ quick_check }) => quick_check).filter((word) => word !== 'ok');
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { code?: unknown }).code))) return [(error as Error).message];
    throw error;
  }
}

/** More than a form writes, so that a disk is known to be full before somebody's words meet it. */
const room = ' '.repeat(64 * 1024);

/** Writes a row of its own: a full disk and a database that can only be read are noticed by nothing else. */
export async function writeProbe(db: Db, now: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key: 'probe', value: room, recorded_at: now })
    .onConflict((on) => on.column('key').doUpdateSet({ value: room, recorded_at: now }))
    .execute();
}
