import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Opened } from '#db/open-database.ts';
import { onBothDatabases } from '../../databases.ts';

const appendOnlyTables = [
  'learning_event',
  'attendance',
  'attempt_item',
  'response',
  'item_score',
  'document',
  'grading',
  'certificate_event',
  'evidence',
  'rollout_event',
  'audit',
];

onBothDatabases('a fact', (engine, fresh) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await fresh();
    await opened.db
      .insertInto('document')
      .values({
        sha256: 'a',
        media_type: 'text/plain',
        bytes: Buffer.from('a'),
        size: 1,
        recorded_at: '2026-01-01T00:00:00.000Z',
      })
      .execute();
    await opened.db
      .insertInto('audit')
      .values({
        seq: 1,
        at: '2026-01-01T00:00:00.000Z',
        actor: null,
        action: 'a',
        subject: 'b',
        detail: '',
        previous: '',
        hash: 'x',
      })
      .execute();
  });
  afterAll(() => opened.close());

  test.each([
    'update document set size = 2',
    'delete from document',
    "update audit set hash = 'y'",
    'delete from audit',
  ])('stays: %s', async (text) => {
    await expect(sql.raw(text).execute(opened.db)).rejects.toThrow(/append-only/);
  });
  test.each(appendOnlyTables)('%s has its guards', async (table) => {
    const { rows } =
      engine === 'sqlite'
        ? await sql<{
            n: number;
          }>`select count(*) as n from sqlite_master where type = 'trigger' and tbl_name = ${table}`.execute(opened.db)
        : await sql<{
            n: number;
          }>`select count(*) as n from pg_trigger where tgrelid = ${`"${table}"`}::regclass and not tgisinternal`.execute(
            opened.db,
          );
    expect(rows[0]!.n).toBe(engine === 'sqlite' ? 2 : 1);
  });
  test('points at things that are there', async () => {
    const orphan = {
      enrolment_id: 'nobody',
      seq: 1,
      type: 'started',
      payload: '{}',
      at: '2026-01-01T00:00:00.000Z',
      actor: null,
      recorded_at: '2026-01-01T00:00:00.000Z',
    };
    await expect(opened.db.insertInto('learning_event').values(orphan).execute()).rejects.toThrow(/foreign key/i);
  });
  test('has the type its column says', async () => {
    const wrong = {
      code: '0101',
      name: 'København',
      population: 'mange' as never,
      population_date: '2020-01-01',
      recorded_at: 'x',
    };
    await expect(opened.db.insertInto('municipality').values(wrong).execute()).rejects.toThrow();
  });
});
