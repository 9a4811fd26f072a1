import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenedDatabase } from '#db/open-database.ts';
import { onBothDatabases } from '../../databases.ts';

const recorded_at = '2026-01-01T00:00:00.000Z';
const place = { code: '0101', name: 'København', population: 1, population_date: '2026-01-01', recorded_at };
const vera = { id: 'vera', email: 'v@x.dk', status: 'active', language: 'da', created_at: recorded_at, recorded_at };

onBothDatabases('the database refuses', (_, fresh) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await fresh();
    await insert('person', vera).execute();
  });
  afterAll(() => opened.close());
  const insert = (table: string, row: object) => opened.db.insertInto(table as 'audit').values(row as never);

  test('a row that refers to no other row, together with its transaction', async () => {
    const failing = opened.db.transaction().execute(async (trx) => {
      await trx.insertInto('setting').values({ key: 'half', value: 'done', recorded_at }).execute();
      await trx.insertInto('hold_leader').values({ hold_id: 'none', person_id: 'vera', recorded_at }).execute();
    });
    await expect(failing).rejects.toThrow(/foreign key/i);
    expect(await opened.db.selectFrom('setting').selectAll().execute()).toEqual([]);
  });
  test('to delete a row that another row refers to', async () => {
    const name = { person_id: 'vera', given_name: 'V', family_name: 'A', valid_from: '2026-01-01', recorded_at };
    await insert('person_name', name).execute();
    await expect(sql`delete from person where id = 'vera'`.execute(opened.db)).rejects.toThrow(/foreign key/i);
  });
  test.each([
    ['of another type', { ...place, population: 'mange' }, /cannot store TEXT|invalid input syntax/],
    ['with a fraction in a column of whole numbers', { ...place, population: 1.5 }, /cannot store REAL|invalid input/],
    ['that is missing', { ...place, name: null }, /not null|not-null/i],
    ['that is none of the allowed', { ...place, pilot: 2 }, /check constraint/i],
  ])('to store a value %s', async (__, row, reason) => {
    await expect(insert('municipality', row).execute()).rejects.toThrow(reason);
    expect(await opened.db.selectFrom('municipality').selectAll().execute()).toEqual([]);
  });
  test('no byte value in a stored file', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (___, byte) => byte));
    const document = { sha256: 'all', media_type: 'application/pdf', bytes, size: 256, recorded_at };
    await insert('document', document).execute();
    const stored = await opened.db.selectFrom('document').select('bytes').executeTakeFirstOrThrow();
    expect(Buffer.compare(Buffer.from(stored.bytes), bytes)).toBe(0);
  });
  test('a second person with the same address, and a second open affiliation with one library', async () => {
    await expect(insert('person', { ...vera, id: 'twin' }).execute()).rejects.toThrow(/unique constraint/i);
    await insert('municipality', place).execute();
    await insert('library_service', { id: 's', name: 'S', recorded_at }).execute();
    const library = {
      number: '710100',
      service_id: 's',
      municipality_code: '0101',
      name: 'H',
      opened_on: '2020-01-01',
    };
    await insert('library', { ...library, recorded_at }).execute();
    const work = { person_id: 'vera', library_number: '710100', work: 'w', valid_from: '2026-01-01', recorded_at };
    await insert('affiliation', { ...work, id: '1', valid_until: '2026-02-01' }).execute();
    await insert('affiliation', { ...work, id: '2' }).execute();
    await expect(insert('affiliation', { ...work, id: '3' }).execute()).rejects.toThrow(/unique constraint/i);
  });
});

onBothDatabases('two who write at once', (_, fresh) => {
  let opened: OpenedDatabase;
  beforeAll(async () => {
    opened = await fresh();
    const { db } = opened;
    await db.insertInto('setting').values({ key: 'count', value: '0', recorded_at }).execute();
  });
  afterAll(() => opened.close());

  test('take turns at a locked row, and no change is lost', async () => {
    const raise = () =>
      opened.db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable('setting')
          .set((each) => ({ key: each.ref('key') }))
          .where('key', '=', 'count')
          .returningAll()
          .executeTakeFirstOrThrow();
        const value = String(Number(row.value) + 1);
        await trx.updateTable('setting').set({ value }).where('key', '=', 'count').execute();
      });
    await Promise.all(Array.from({ length: 30 }, raise));
    const row = await opened.db.selectFrom('setting').select('value').where('key', '=', 'count').executeTakeFirst();
    expect(row?.value).toBe('30');
  });
  test('cannot both take the last place: one of them is refused', async () => {
    const take = () => opened.db.insertInto('setting').values({ key: 'seat', value: 'x', recorded_at }).execute();
    const taken = await Promise.allSettled([take(), take()]);
    expect(taken.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
  test('are not visible to a third before they commit', async () => {
    const seen = async () =>
      (await opened.db.selectFrom('setting').select('key').where('key', '=', 'unseen').execute()).length;
    await opened.db.transaction().execute(async (trx) => {
      await trx.insertInto('setting').values({ key: 'unseen', value: 'x', recorded_at }).execute();
      expect(await seen()).toBe(0);
    });
    expect(await seen()).toBe(1);
  });
});
