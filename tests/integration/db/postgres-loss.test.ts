import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateToLatest } from '#db/migrate.ts';
import { type OpenedDatabase, openDatabase } from '#db/open-database.ts';
import { insertSetting } from '#db/queries/setting.ts';
import { isUnavailable } from '#db/unavailable.ts';
import { type Postgres, startPostgres } from '../../postgres.ts';

const restarts = process.env.LONG_TESTS === '1' ? 12 : 2;
const pause = (ms: number) => new Promise((wait) => setTimeout(wait, ms));

/** A PostgreSQL of its own, because it is restarted and frozen. */
describe('a PostgreSQL that goes away', () => {
  let server: Postgres;
  let opened: OpenedDatabase;
  const open = (longest: number) => {
    const pool = { host: server.socket, user: 'test', database: 'postgres', max: 4, connectionTimeoutMillis: 1_000 };
    return openDatabase({ dataDir: '', pool, longest });
  };
  beforeAll(async () => {
    server = await startPostgres();
    opened = open(1_000);
    await migrateToLatest(opened.db, opened.engine);
  });
  afterAll(async () => {
    await opened.close();
    await server.stop();
  });

  test('in the middle of a transaction is an error of that transaction alone', async () => {
    const { db } = opened;
    const lost = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(db);
      // Long enough for the error to come while nobody asks the connection anything.
      await pause(100);
      await sql`select 1`.execute(trx);
    });
    expect(isUnavailable(await lost.catch((error: unknown) => error))).toBe(true);
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  test('and comes back has every write that it confirmed, and serves again without a new start', async () => {
    const { db } = opened;
    const confirmed: string[] = [];
    const refusals: unknown[] = [];
    let writing = true;
    const write = async (who: number) => {
      for (let each = 0; writing; each++) {
        const key = `write:${who}:${each}`;
        await db
          .transaction()
          .execute(async (trx) => {
            await insertSetting(trx, key, '', 'now');
            await insertSetting(trx, `${key}:too`, '', 'now');
          })
          .then(
            () => confirmed.push(key, `${key}:too`),
            (error: unknown) => refusals.push(error),
          );
        await pause(5);
      }
    };
    const writers = [0, 1, 2, 3].map(write);
    for (let each = 0; each < restarts; each++) {
      await pause(300);
      await server.restart();
    }
    const before = confirmed.length;
    await pause(500);
    writing = false;
    await Promise.all(writers);
    expect(confirmed.length).toBeGreaterThan(before);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.filter((each) => !isUnavailable(each))).toEqual([]);
    const { rows } = await sql<{ key: string }>`select key from setting where key like 'write:%'`.execute(db);
    const there = new Set(rows.map(({ key }) => key));
    expect(confirmed.filter((key) => !there.has(key))).toEqual([]);
  });

  test('and stands still is given up after seconds, and nobody waits behind what it did not answer', async () => {
    const { db, close } = open(1_000);
    await sql`select 1`.execute(db);
    server.freeze();
    const began = performance.now();
    const asked = await Promise.allSettled([
      sql`select 1`.execute(db),
      db.transaction().execute((trx) => sql`select 1`.execute(trx)),
      db.transaction().execute((trx) => sql`select 1`.execute(trx)),
    ]);
    const waited = performance.now() - began;
    server.thaw();
    expect(asked.map((each) => each.status === 'rejected' && isUnavailable(each.reason))).toEqual([true, true, true]);
    expect(waited).toBeLessThan(5_000);
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await close();
  });

  test('and stands still ends a transaction that had begun with its first silent statement, without asking again', async () => {
    const { db, close } = open(1_000);
    let began = 0;
    const midway = db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      server.freeze();
      began = performance.now();
      await sql`select 1`.execute(trx);
    });
    const lost = await midway.catch((error: unknown) => error);
    const waited = performance.now() - began;
    server.thaw();
    expect([isUnavailable(lost), waited < 3_200]).toEqual([true, true]);
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await close();
  });

  test('a statement that takes too long is ended by the server, and the connection goes on', async () => {
    const { db } = opened;
    const slow = await sql`select pg_sleep(30)`.execute(db).catch((error: unknown) => error);
    expect([(slow as { code: string }).code, isUnavailable(slow)]).toEqual(['57014', true]);
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });
});
