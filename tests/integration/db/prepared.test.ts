import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedDatabase } from '#db/open-database.ts';
import { prepared } from '#db/prepared.ts';
import { onBothDatabases } from '../../databases.ts';

onBothDatabases('a prepared query', (_, fresh) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await fresh();
  });
  afterAll(() => opened.close());

  const ask = () => {
    let built = 0;
    const query = prepared(['first', 'second'], (db, { first, second }) => {
      built++;
      return db
        .selectFrom('setting')
        .select(['key', 'value'])
        .where((on) => on.or([on('key', '=', second), on('key', '=', first), on('value', '=', second)]))
        .orderBy('key');
    });
    return { query, built: () => built };
  };
  const row = (key: string, value: string) => ({ key, value, recorded_at: '2026-11-26T12:00:00.000Z' });

  test('is compiled once and runs with the values of each call, in all their places', async () => {
    const { db } = opened;
    await db
      .insertInto('setting')
      .values([row('a', '1'), row('b', '2'), row('c', 'b')])
      .execute();
    const { query, built } = ask();
    const keys = async (first: string, second: string) => (await query(db, { first, second })).map(({ key }) => key);
    expect(await keys('a', 'b')).toEqual(['a', 'b', 'c']);
    expect(await Promise.all([keys('c', 'x'), keys('x', 'c'), keys('b', '1')])).toEqual([['c'], ['c'], ['a', 'b']]);
    expect(built()).toBe(1);
  });

  test('sees what its own transaction wrote, but nothing of it after a rollback', async () => {
    const { db } = opened;
    const { query } = ask();
    await db
      .transaction()
      .execute(async (trx) => {
        await trx.insertInto('setting').values(row('mine', '1')).execute();
        expect(await query(trx, { first: 'mine', second: '' })).toEqual([{ key: 'mine', value: '1' }]);
        throw new Error('back');
      })
      .catch((error) => expect(error.message).toBe('back'));
    expect(await query(db, { first: 'mine', second: '' })).toEqual([]);
  });
});
