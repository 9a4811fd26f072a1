import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { workOffIssueRuns } from '#app/use-cases/certificates/issuing/work-off-issue-runs.server.ts';
import { databaseFile, type OpenedDatabase } from '#db/open-database.ts';
import { listOpenIssueRuns } from '#db/queries/issue-run.ts';
import type { Schema } from '#db/schema.ts';
import { Sqlite3Dialect } from '#db/sqlite3-dialect.ts';
import { fakeWorld } from '../../../world.ts';

/** A server that only issues queued certificates and is killed after so many statements. */
const { dataDir, pool, now, killAfter } = JSON.parse(process.argv[2]!) as {
  dataDir?: string;
  pool?: pg.PoolConfig;
  now: string;
  killAfter: number | null;
};
let begun = false;
let statements = 0;
const db = new Kysely<Schema>({
  dialect: pool
    ? new PostgresDialect({ pool: new pg.Pool(pool) })
    : new Sqlite3Dialect({ filename: databaseFile(dataDir!), synchronous: 'FULL' }),
  log: () => {
    if (begun && ++statements === killAfter) process.kill(process.pid, 'SIGKILL');
  },
});
const opened: OpenedDatabase = { db, engine: pool ? 'postgres' : 'sqlite', close: () => db.destroy() };
// Two servers that open a file right after a crash may collide while SQLite recovers its log.
const patiently = async <T>(ask: () => Promise<T>, tries = 20): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_BUSY' || tries === 0) throw error;
    await new Promise((wait) => setTimeout(wait, 200));
    return patiently(ask, tries - 1);
  }
};
const world = await patiently(() => fakeWorld(opened, { now }));
begun = true;
// Like the server's rounds, try again: on SQLite, one of two servers may have to wait for the next round.
for (let rounds = 0; rounds < 20 && (await patiently(() => listOpenIssueRuns(db))).length > 0; rounds++)
  await workOffIssueRuns(world).catch((error: { code?: string }) => {
    if (error.code !== 'SQLITE_BUSY') throw error;
  });
await world.close();
// The shared printer thread would keep the process alive for a minute.
process.exit(0);
