import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Engine } from './migrations/table-kit.ts';
import type { Db, Schema } from './schema.ts';
import { Sqlite3Dialect } from './sqlite3-dialect.ts';

export type OpenedDatabase = { db: Db; engine: Engine; close(): Promise<void> };

const int8 = 20;

/** The SQLite file inside the data folder. */
export const databaseFile = (dataDir: string) => path.join(dataDir, 'vejlederbevis.sqlite');

/**
 * Opens PostgreSQL if an address is given, else the SQLite file in the data folder, which is created if missing. The
 * data folder `:memory:` means a SQLite database that exists only until it is closed.
 */
export function openDatabase(given: {
  databaseUrl?: string | undefined;
  dataDir: string;
  pool?: pg.PoolConfig;
  synchronous?: 'NORMAL' | 'FULL';
}): OpenedDatabase {
  if (given.databaseUrl !== undefined || given.pool) {
    // Counts come back as int8, which the driver returns as text.
    pg.types.setTypeParser(int8, Number);
    const pool = new pg.Pool(
      given.pool ?? {
        connectionString: given.databaseUrl,
        max: 10,
        // Without a limit, a page would wait for a silent server and never show an error.
        connectionTimeoutMillis: 5_000,
      },
    );
    // If the server ends an idle connection, that must not end our process.
    pool.on('error', () => undefined);
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    return { db, engine: 'postgres', close: () => db.destroy() };
  }
  const memory = given.dataDir === ':memory:';
  if (!memory) mkdirSync(given.dataDir, { recursive: true });
  const filename = memory ? ':memory:' : databaseFile(given.dataDir);
  // FULL: a write that we have confirmed survives a loss of power.
  const dialect = new Sqlite3Dialect({ filename, synchronous: given.synchronous ?? 'FULL' });
  const db = new Kysely<Schema>({ dialect });
  return { db, engine: 'sqlite', close: () => db.destroy() };
}

/** Whether the database answers at all. */
export const isReachable = (db: Db): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
