import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Engine } from './migrations/table-kit.ts';
import { PostgresClient } from './postgres-client.ts';
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
  /** How many milliseconds PostgreSQL may take for one statement. Without it, as long as it needs. */
  longest?: number;
  synchronous?: 'NORMAL' | 'FULL';
}): OpenedDatabase {
  if (given.databaseUrl !== undefined || given.pool) {
    // Counts come back as int8, which the driver returns as text.
    pg.types.setTypeParser(int8, Number);
    const pool = new pg.Pool({
      max: 10,
      // Without a limit, a page would wait for a silent server and never show an error.
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      ...(given.pool ?? { connectionString: given.databaseUrl }),
      ...(given.longest !== undefined && limitsOf(given.longest)),
      Client: PostgresClient,
    });
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

/**
 * The server ends a statement that takes too long, and a transaction whose client is silent. A server that is frozen
 * cannot do that, so a second later we stop waiting for it.
 */
const limitsOf = (longest: number): pg.PoolConfig => ({
  statement_timeout: longest,
  idle_in_transaction_session_timeout: 3 * longest,
  query_timeout: longest + 1_000,
});

/** Whether the database answers at all. */
export const isReachable = (db: Db): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
