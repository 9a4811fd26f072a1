import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Migrations, migrateToLatest, migrationsOf } from '#db/migrate.ts';
import { migrations } from '#db/migrations/all.ts';
import { createTable } from '#db/migrations/table-kit.ts';
import { type OpenedDatabase, openDatabase } from '#db/open-database.ts';
import { findPersonAt } from '#db/queries/person.ts';

const first: Migrations = { '1-first': (db, engine) => createTable(db, engine, 'a', 'b text primary key not null') };
const second: Migrations = { ...first, '2-second': (db, engine) => createTable(db, engine, 'c', 'd integer') };
const halfway: Migrations = {
  ...first,
  '2-halfway': async (db, engine) => {
    await createTable(db, engine, 'c', 'd integer');
    throw new Error('the lights went out');
  },
};

describe.each(['sqlite', 'postgres'] as const)('migrations (%s)', (engine) => {
  let folder: string;
  let databaseName: string;
  const opened: OpenedDatabase[] = [];
  const host = () => inject('postgresSocket');

  /** Opens the same empty database on another connection, like another process that starts. */
  const open = () => {
    const pool = { host: host(), user: 'test', database: databaseName, max: 3 };
    const another = openDatabase({ dataDir: folder, ...(engine === 'postgres' && { pool }) });
    opened.push(another);
    return another.db;
  };
  const tables = async () => {
    const found = await open().introspection.getTables();
    return found.map(({ name }) => name).sort();
  };
  const admin = async (text: string) => {
    const client = new pg.Client({ host: host(), user: 'test', database: 'template1' });
    await client.connect();
    await client.query(text);
    await client.end();
  };

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'migrations-'));
    databaseName = `m_${path.basename(folder).replace(/\W/g, '_').toLowerCase()}_${Date.now()}`;
    if (engine === 'postgres') await admin(`create database ${databaseName} template template0`);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
    rmSync(folder, { recursive: true, force: true });
    if (engine === 'postgres') await admin(`drop database ${databaseName} with (force)`);
  });

  test('all run on an empty database, and then nothing is left to do', async () => {
    const db = open();
    expect((await migrationsOf(db, engine)).pending).toEqual(Object.keys(migrations));
    expect(await migrateToLatest(db, engine)).toEqual(Object.keys(migrations));
    expect((await migrationsOf(db, engine)).pending).toEqual([]);
    expect(await migrateToLatest(db, engine)).toEqual([]);
  });
  test('need no turn at a start beside another process that writes, if nothing is left to do', async () => {
    await migrateToLatest(open(), engine, first);
    const began = performance.now();
    await open()
      .transaction()
      .execute(async (trx) => {
        await sql`insert into a values ('held')`.execute(trx);
        expect(await migrateToLatest(open(), engine, first)).toEqual([]);
      });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test('run only if they have not run before', async () => {
    await migrateToLatest(open(), engine, first);
    expect((await migrationsOf(open(), engine, second)).pending).toEqual(['2-second']);
    expect(await migrateToLatest(open(), engine, second)).toEqual(['2-second']);
    expect(await tables()).toEqual(['a', 'c']);
  });
  test('leave nothing behind if they fail halfway, and can run again', async () => {
    await expect(migrateToLatest(open(), engine, halfway)).rejects.toThrow('the lights went out');
    expect(await tables()).toEqual([]);
    await migrateToLatest(open(), engine, second);
    expect(await tables()).toEqual(['a', 'c']);
  });
  test('run once each when several servers start at once', async () => {
    const done = await Promise.all([open(), open(), open(), open()].map((db) => migrateToLatest(db, engine)));
    expect(done.flat()).toEqual(Object.keys(migrations));
    expect((await migrationsOf(open(), engine)).pending).toEqual([]);
  });
  test('do not touch a database that a newer version has changed', async () => {
    await migrateToLatest(open(), engine, second);
    await expect(migrateToLatest(open(), engine, first)).rejects.toThrow(/2-second/);
    expect(await migrationsOf(open(), engine, first)).toEqual({
      done: ['1-first'],
      pending: [],
      unknown: ['2-second'],
    });
    expect(await tables()).toEqual(['a', 'c']);
  });
  test('keep the names of people, which can then be corrected on their first day', async () => {
    const at = '2026-11-24T09:00:00.000Z';
    const name = { person_id: 'vera', given_name: 'Vera', valid_from: '2020-01-01' };
    const before = Object.entries(migrations).filter(([each]) => each < '2026-11-25-1250');
    await migrateToLatest(open(), engine, Object.fromEntries(before));
    const db = open();
    const vera = {
      id: 'vera',
      email: null,
      status: 'active',
      language: 'da',
      created_at: at,
      recorded_at: at,
    } as const;
    await db.insertInto('person').values(vera).execute();
    await db
      .insertInto('person_name')
      .values({ ...name, family_name: 'Nielsen', recorded_at: at })
      .execute();
    await migrateToLatest(open(), engine);
    await db
      .insertInto('person_name')
      .values({ ...name, family_name: 'Nielson', recorded_at: '2026-11-25T09:00:00.000Z' })
      .execute();
    expect((await findPersonAt(db, 'vera', '2026-11-25'))?.name).toBe('Vera Nielson');
    expect(await db.selectFrom('person_name').select('family_name').orderBy('recorded_at').execute()).toEqual([
      { family_name: 'Nielsen' },
      { family_name: 'Nielson' },
    ]);
  });
  test('respell states that were stored in another spelling', async () => {
    const at = '2026-11-26T09:00:00.000Z';
    const former = Object.entries(migrations).filter(([each]) => each < '2026-11-29-1200');
    await migrateToLatest(open(), engine, Object.fromEntries(former));
    const db = open();
    const person = { email: null, status: 'active', language: 'da', created_at: at, recorded_at: at } as const;
    await db
      .insertInto('person')
      .values({ id: 'vera', ...person })
      .execute();
    await sql`insert into course_edition (slug, edition, content_hash, change_class, published_at, recorded_at)
      values ('soil', '2026.1', '', 'first', ${at}, ${at})`.execute(db);
    await sql`insert into hold (id, name, course, edition, starts_on, ends_on, seats, self_enrol, recorded_at)
      values ('h', 'Hold', 'soil', '2026.1', '2026-01-01', '2026-12-01', 1, 0, ${at})`.execute(db);
    await sql`insert into enrolment (id, person_id, hold_id, course, edition, seq, state, last_at, recorded_at)
      values ('e', 'vera', 'h', 'soil', '2026.1', 9, 'closedFailed', ${at}, ${at})`.execute(db);
    const spelt = { a: 'notChosen', b: 'inAttempt', c: 'inReview', d: 'secondReview', e: 'makeUp', f: 'done' };
    const steps = Object.entries(spelt).map(([step, state]) => ({
      enrolment_id: 'e',
      step,
      state,
      status: 'x',
      since: at,
    }));
    await db.insertInto('enrolment_step').values(steps).execute();
    await migrateToLatest(open(), engine);
    expect(await db.selectFrom('enrolment').select('state').execute()).toEqual([{ state: 'closed-failed' }]);
    const states = await db.selectFrom('enrolment_step').select('state').orderBy('step').execute();
    expect(states.map(({ state }) => state)).toEqual([
      ...['not-chosen', 'in-attempt', 'in-review', 'second-review', 'make-up', 'done'],
    ]);
  });
  test('the course days and notes of attendance that were there before stay, and each note counts', async () => {
    const at = '2026-11-24T09:00:00.000Z';
    const before = Object.entries(migrations).filter(([each]) => each < '2026-11-29-1320');
    await migrateToLatest(open(), engine, Object.fromEntries(before));
    const db = open();
    const put = (table: string, row: object) =>
      db
        .insertInto(table as 'hold')
        .values({ ...row, recorded_at: at } as never)
        .execute();
    await put('person', { id: 'vera', status: 'active', language: 'da', created_at: at });
    const edition = { slug: 'c', edition: '1', content_hash: '', change_class: 'first', published_at: at };
    await put('course_edition', edition);
    const hold = { id: 'h', name: 'H', course: 'c', edition: '1', starts_on: at, ends_on: at, seats: 1, self_enrol: 0 };
    await put('hold', hold);
    const day = { hold_id: 'h', step: 's', held_on: '2026-11-20', starts_at: '09:00', place: 'Odense' };
    await put('course_day', { ...day, id: 'd' });
    const enrolment = { id: 'e', person_id: 'vera', hold_id: 'h', course: 'c', edition: '1', seq: 0, last_at: at };
    await put('enrolment', { ...enrolment, state: 'active' });
    const note = { course_day_id: 'd', enrolment_id: 'e', by_person: 'vera', at };
    await put('attendance', { ...note, id: 'a', outcome: 'absent' });
    await put('attendance', { ...note, id: 'b', outcome: 'attended', corrects: 'a', reason: 'Forkert linje' });
    await migrateToLatest(open(), engine);
    const notes = await db.selectFrom('attendance').select(['id', 'course_day_id', 'corrects']).orderBy('id').execute();
    expect(notes).toEqual([
      { id: 'a', course_day_id: 'd', corrects: null },
      { id: 'b', course_day_id: 'd', corrects: 'a' },
    ]);
    const counted = await db.selectFrom('counted_attendance').select('attendance_id').execute();
    expect(counted.map(({ attendance_id }) => attendance_id).sort()).toEqual(['a', 'b']);
    await put('course_day', { ...day, id: 'd2', starts_at: '13:00' });
    await expect(put('course_day', { ...day, id: 'd3', starts_at: '13:00' })).rejects.toThrow();
    await expect(put('attendance', { ...note, id: 'c', course_day_id: 'd9', outcome: 'absent' })).rejects.toThrow();
    await expect(db.updateTable('attendance').set({ reason: 'Andet' }).execute()).rejects.toThrow(/append-only/);
  });
  test('let people who were there before be searched and sorted, and give addresses one spelling', async () => {
    const at = '2026-11-24T09:00:00.000Z';
    const before = Object.entries(migrations).filter(([each]) => each < '2026-11-29-1350');
    await migrateToLatest(open(), engine, Object.fromEntries(before));
    const db = open();
    const rest = { status: 'active', language: 'da', created_at: at, recorded_at: at } as const;
    const emails = { rene: 'rene@xn--bger-gra.example', ib: 'ib@bib.example.', ib2: 'ib@bib.example', none: null };
    for (const [id, email] of Object.entries(emails)) {
      await db
        .insertInto('person')
        .values({ ...rest, id, email })
        .execute();
      const name = { given_name: 'René', family_name: 'Aase', valid_from: '2020-01-01', recorded_at: at };
      await db
        .insertInto('person_name')
        .values({ ...name, person_id: id })
        .execute();
    }
    await migrateToLatest(open(), engine);
    const rows = await db
      .selectFrom('person')
      .select(['id', 'email', 'search_key', 'sort_key'])
      .orderBy('id')
      .execute();
    expect(rows.map(({ id, email }) => [id, email])).toEqual([
      ['ib', 'ib@bib.example.'],
      ['ib2', 'ib@bib.example'],
      ['none', null],
      ['rene', 'rene@bøger.example'],
    ]);
    expect(rows[2]).toMatchObject({ search_key: 'rene aase', sort_key: 'rene }se' });
  });
  test('leave a database whose counts come back as numbers', async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from (select 1 as a) as b`.execute(open());
    expect(rows).toEqual([{ n: 1 }]);
  });
});

test('the names of migrations sort in the order in which they are listed', () => {
  const names = Object.keys(migrations);
  expect(names).toEqual([...names].sort());
  for (const name of names) expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-\d{4}-[a-z-]+$/);
});
