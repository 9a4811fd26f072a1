import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery, type Generated, Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Sqlite3Dialect } from '#db/sqlite3-dialect.ts';
import { isUnavailable } from '#db/unavailable.ts';

type Tables = {
  thing: { id: Generated<number>; number: number | null; word: string | null; bytes: Uint8Array | null };
};

let folder: string;
let db: Kysely<Tables>;
const open = (change: object = {}) =>
  new Kysely<Tables>({ dialect: new Sqlite3Dialect({ filename: path.join(folder, 'things.sqlite'), ...change }) });

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'things-'));
  db = open({ acquireTimeoutMs: 300 });
  await sql`create table thing (id integer primary key, number integer, word text, bytes blob) strict`.execute(db);
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const add = (values: object) => db.insertInto('thing').values(values).execute();
const things = () => db.selectFrom('thing').selectAll().orderBy('id').execute();

describe('a value that the driver would change silently', () => {
  test('is stored unchanged if it is a BigInt', async () => {
    await add({ number: 9_007_199_254_740_991n as never });
    expect((await things())[0]!.number).toBe(9_007_199_254_740_991);
  });
  test('is stored unchanged if it is an integer beyond 32 bits', async () => {
    await add({ number: 2 ** 40 });
    const { rows } = await sql<{
      kind: string;
      number: number;
    }>`select typeof(number) as kind, number from thing`.execute(db);
    expect(rows).toEqual([{ kind: 'integer', number: 2 ** 40 }]);
  });
  test('is stored as ISO text if it is a Date', async () => {
    await add({ word: new Date('2026-03-01T09:00:00Z') as never });
    expect((await things())[0]!.word).toBe('2026-03-01T09:00:00.000Z');
  });
  test('is stored alone if it is a part of a larger buffer', async () => {
    await add({ bytes: new Uint8Array([1, 2, 3, 4, 5]).subarray(1, 4) });
    expect([...(await things())[0]!.bytes!]).toEqual([2, 3, 4]);
  });
  test.each([
    ['a BigInt too large for a number', 2n ** 60n, /outside the safe integer range/],
    ['undefined', undefined, /parameter 1 is undefined/],
    ['an object', { a: 1 }, /parameter 1 is an object/],
    ['a list', [1], /parameter 1 is an object/],
    ['not a number', Number.NaN, /parameter 1 is NaN/],
    ['a function', () => 1, /parameter 1 is a function/],
    ['a symbol', Symbol('a'), /parameter 1 is a symbol/],
  ])('is refused if it is %s', async (_, value, reason) => {
    const query = CompiledQuery.raw('insert into thing (number) values (?)', [value]);
    await expect(db.executeQuery(query)).rejects.toThrow(reason);
    expect(await things()).toEqual([]);
  });
});

describe('a database file that was moved away', () => {
  const file = () => path.join(folder, 'things.sqlite');
  const saving = {
    'in a transaction': () =>
      db.transaction().execute((trx) => trx.insertInto('thing').values({ number: 2 }).execute()),
    alone: () => add({ number: 2 }),
  };

  test.each(Object.entries(saving))('accepts no write, %s, until it is back', async (_, save) => {
    await add({ number: 1 });
    renameSync(file(), `${file()}.away`);
    await expect(save()).rejects.toThrow('not the file that was opened');
    copyFileSync(`${file()}.away`, file());
    await expect(save()).rejects.toThrow('not the file that was opened');
    renameSync(`${file()}.away`, file());
    await save();
    expect((await things()).map(({ number }) => number)).toEqual([1, 2]);
  });

  test('is noticed even in the middle of a transaction', async () => {
    const going = db.transaction().execute(async (trx) => {
      await trx.insertInto('thing').values({ number: 1 }).execute();
      renameSync(file(), `${file()}.away`);
    });
    await expect(going).rejects.toThrow('not the file that was opened');
    renameSync(`${file()}.away`, file());
    expect(await things()).toEqual([]);
  });
});

describe('a transaction', () => {
  test('leaves nothing behind when it fails', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto('thing').values({ number: 1 }).execute();
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await things()).toEqual([]);
  });
  test('can go back to a savepoint and keep what came before', async () => {
    const trx = await db.startTransaction().execute();
    await trx.insertInto('thing').values({ number: 1 }).execute();
    const inner = await trx.savepoint('inner').execute();
    await inner.insertInto('thing').values({ number: 2 }).execute();
    await inner.rollbackToSavepoint('inner').execute();
    await inner.releaseSavepoint('inner').execute();
    await trx.commit().execute();
    expect((await things()).map(({ number }) => number)).toEqual([1]);
  });
  test('can follow another on the same connection', async () => {
    await db.connection().execute(async (one) => {
      for (const number of [1, 2]) {
        await one.transaction().execute((trx) => trx.insertInto('thing').values({ number }).execute());
      }
    });
    expect(await things()).toHaveLength(2);
  });
  test('that the database itself rolled back reports the first error, not a failed rollback', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await sql`insert or rollback into thing (id) values (1), (1)`.execute(trx);
    });
    await expect(failing).rejects.toThrow(/UNIQUE constraint failed/);
    await add({ number: 1 });
    expect(await things()).toHaveLength(1);
  });
  test('never waits for itself: a write outside it fails in time and says what is wrong', async () => {
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto('thing').values({ number: 1 }).execute();
      await add({ number: 2 });
    });
    await expect(failing).rejects.toThrow(/db instead of trx/);
    await add({ number: 3 });
    expect((await things()).map(({ number }) => number)).toEqual([3]);
  });
  test('is not visible to readers before it commits', async () => {
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('thing').values({ number: 1 }).execute();
      expect(await things()).toEqual([]);
    });
    expect(await things()).toHaveLength(1);
  });
  test('that only reads cannot write and sees one snapshot', async () => {
    await add({ number: 1 });
    await db
      .transaction()
      .setAccessMode('read only')
      .execute(async (trx) => {
        expect(await trx.selectFrom('thing').selectAll().execute()).toHaveLength(1);
        await add({ number: 2 });
        expect(await trx.selectFrom('thing').selectAll().execute()).toHaveLength(1);
        await expect(trx.insertInto('thing').values({ number: 3 }).execute()).rejects.toThrow(/readonly/);
      });
    expect(await things()).toHaveLength(2);
  });
});

describe('two processes on one file', () => {
  test('lose no increment when they count at once', async () => {
    await add({ number: 0 });
    const other = open();
    const raise = (each: Kysely<Tables>) =>
      each.transaction().execute(async (trx) => {
        const { number } = await trx.selectFrom('thing').select('number').executeTakeFirstOrThrow();
        await trx
          .updateTable('thing')
          .set({ number: number! + 1 })
          .execute();
      });
    const patient = open();
    await Promise.all(Array.from({ length: 40 }, (_, turn) => raise(turn % 2 === 0 ? patient : other)));
    await Promise.all([other.destroy(), patient.destroy()]);
    expect((await things())[0]!.number).toBe(40);
  });
  test('can create the file at the same moment', async () => {
    const filename = path.join(folder, 'new.sqlite');
    const many = Array.from({ length: 8 }, () => open({ filename }));
    await Promise.all(many.map((each) => sql`create table if not exists a (b text) strict`.execute(each)));
    await Promise.all(many.map((each) => each.destroy()));
  });
});

describe('results of the database', () => {
  test('say how many rows changed, even if none did', async () => {
    await add({ id: 1, number: 1 });
    const again = await db
      .insertInto('thing')
      .values({ id: 1, number: 2 })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    expect(again.numInsertedOrUpdatedRows).toBe(0n);
    const changed = await db.updateTable('thing').set({ number: 3 }).where('id', '=', 1).executeTakeFirst();
    expect(changed.numUpdatedRows).toBe(1n);
    const raw = await db.executeQuery(CompiledQuery.raw('update thing set number = 4 where id = 1'));
    expect(raw.numAffectedRows).toBe(1n);
  });
  test('come row by row from a stream, and leaving the stream early frees its connection', async () => {
    await add(Array.from({ length: 500 }, (_, number) => ({ number })) as never);
    for (let round = 0; round < 5; round++) {
      for await (const { number } of db.selectFrom('thing').selectAll().orderBy('id').stream(10)) {
        if (number === 42) break;
      }
    }
    expect(await things()).toHaveLength(500);
  });
  test('stay right when the statement cache is full and when a column is added', async () => {
    const small = open({ statementCacheSize: 2, readers: 1 });
    for (const word of ['a', 'b', 'c', 'd']) {
      const { rows } = await sql<{ w: string }>`select ${sql.lit(word)} as w`.execute(small);
      expect(rows).toEqual([{ w: word }]);
    }
    await small.insertInto('thing').values({ number: 1 }).execute();
    expect(Object.keys((await small.selectFrom('thing').selectAll().execute())[0]!)).toHaveLength(4);
    await sql`alter table thing add column more text`.execute(small);
    expect(Object.keys((await small.selectFrom('thing').selectAll().execute())[0]!)).toHaveLength(5);
    await small.destroy();
  });
});

describe('beside another process that holds the file', () => {
  /** Another connection writes for so long; the inner promise is done when it has ended. */
  const holdFor = async (milliseconds: number): Promise<{ ended: Promise<unknown> }> => {
    const other = open();
    let begun = () => {};
    const began = new Promise<void>((go) => {
      begun = go;
    });
    const ended = other
      .transaction()
      .execute(async (trx) => {
        await sql`insert into thing (number) values (1)`.execute(trx);
        begun();
        await pause(milliseconds);
      })
      .finally(() => other.destroy());
    await began;
    return { ended };
  };

  test('a transaction and a single write wait longer than SQLite itself does', async () => {
    const own = open({ busyTimeoutMs: 20, acquireTimeoutMs: 5_000 });
    const first = await holdFor(300);
    await own.transaction().execute((trx) => trx.insertInto('thing').values({ number: 2 }).execute());
    await first.ended;
    const second = await holdFor(300);
    await own.insertInto('thing').values({ number: 3 }).execute();
    await second.ended;
    expect((await things()).map(({ number }) => number)).toEqual([1, 2, 1, 3]);
    await own.destroy();
  });

  test('a write that waits too long is told that the database is busy, in whichever process the other is', async () => {
    const own = open({ busyTimeoutMs: 20, acquireTimeoutMs: 100 });
    const write = () => own.insertInto('thing').values({ number: 2 }).execute();
    const other = await holdFor(800);
    expect(isUnavailable(await write().catch((error: unknown) => error))).toBe(true);
    await other.ended;
    // What was given up leaves nothing behind that would keep the next writes from being committed.
    const rename = (from: number, to: number) =>
      own
        .transaction()
        .execute((trx) => trx.updateTable('thing').set({ number: to }).where('number', '=', from).execute());
    await rename(1, 4);
    await own.deleteFrom('thing').where('number', '=', 99).execute();
    await db.insertInto('thing').values({ number: 5 }).execute();
    expect((await things()).map(({ number }) => number)).toEqual([4, 5]);
    const inside = own.transaction().execute(() => write());
    expect(isUnavailable(await inside.catch((error: unknown) => error))).toBe(true);
    await own.destroy();
  });

  test('plain SQL that only reads does not wait, in this process or another', async () => {
    await db.transaction().execute(async () => {
      await sql`select count(*) from thing`.execute(db);
      await sql`with a as (select 1 as b) select b from a`.execute(db);
      await sql`pragma quick_check`.execute(db);
    });
  });
});

test('closing the database waits for running and waiting queries', async () => {
  const other = open();
  await sql`select 1`.execute(other);
  const writes = Array.from({ length: 30 }, (_, number) => other.insertInto('thing').values({ number }).execute());
  const reads = Array.from({ length: 30 }, () => other.selectFrom('thing').selectAll().execute());
  await new Promise((soon) => setImmediate(soon));
  await other.destroy();
  const done = await Promise.allSettled([...writes, ...reads]);
  expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(await things()).toHaveLength(30);
});

test('a database in memory reads and writes on one connection', async () => {
  const memory = open({ filename: ':memory:' });
  await sql`create table thing (id integer primary key, number integer) strict`.execute(memory);
  await memory.insertInto('thing').values({ number: 1 }).execute();
  expect(await memory.selectFrom('thing').select('number').execute()).toEqual([{ number: 1 }]);
  await memory.destroy();
});
