import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrateToLatest } from '#db/migrate.ts';
import { migrations } from '#db/migrations/all.ts';
import { createTable } from '#db/migrations/table-kit.ts';
import { databaseFile, type OpenedDatabase, openDatabase } from '#db/open-database.ts';
import { backUp, checkDatabase, restore } from '#db/upkeep.ts';
import { onBothDatabases } from '../../databases.ts';

const now = '2026-01-01T00:00:00.000Z';
const emptySha = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('a copy of the database', () => {
  let folder: string;
  let place: { databaseUrl: undefined; dataDir: string };
  let copy: string;
  const open = () => openDatabase(place);

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'upkeep-'));
    place = { databaseUrl: undefined, dataDir: path.join(folder, 'data') };
    copy = path.join(folder, 'copies', 'monday.sqlite');
    const { db, engine, close } = open();
    await migrateToLatest(db, engine);
    await close();
    await put('before');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function put(value: string, { db, close }: OpenedDatabase = open()): Promise<void> {
    const row = { key: 'word', value, recorded_at: now };
    await db
      .insertInto('setting')
      .values(row)
      .onConflict((on) => on.column('key').doUpdateSet({ value }))
      .execute();
    await close();
  }
  async function found(): Promise<string | undefined> {
    const { db, close } = open();
    const row = await db.selectFrom('setting').select('value').where('key', '=', 'word').executeTakeFirst();
    await close();
    return row?.value;
  }
  /** Changes a database file by hand. */
  async function changed(file: string, ...texts: string[]): Promise<void> {
    const aside = { databaseUrl: undefined, dataDir: path.join(folder, 'aside') };
    const { db, close } = openDatabase(aside);
    await close();
    copyFileSync(file, databaseFile(aside.dataDir));
    const again = openDatabase(aside);
    for (const text of ['pragma foreign_keys = off', ...texts]) await sql.raw(text).execute(again.db);
    await again.close();
    await db.destroy();
    copyFileSync(databaseFile(aside.dataDir), file);
  }
  const leftovers = () => readdirSync(place.dataDir).filter((name) => name !== 'vejlederbevis.sqlite');

  test('restores what the database contained when the copy was made', async () => {
    expect(await backUp(place, copy)).toEqual({ ok: true });
    await put('after');
    expect(await restore(place, copy)).toEqual({ ok: true });
    expect(await found()).toBe('before');
    expect(leftovers()).toEqual([]);
  });
  test('can be made while a server writes', async () => {
    const server = open();
    await put('meanwhile', { ...server, close: async () => undefined });
    expect(await backUp(place, copy)).toEqual({ ok: true });
    await server.close();
    expect(await restore(place, copy)).toEqual({ ok: true });
    expect(await found()).toBe('meanwhile');
  });
  test('never overwrites an older copy', async () => {
    await backUp(place, copy);
    const before = readFileSync(copy);
    expect(await backUp(place, copy)).toMatchObject({ ok: false, reason: expect.stringContaining('there already') });
    expect(readFileSync(copy).equals(before)).toBe(true);
  });
  test('is not made if there is no database, and no database is created', async () => {
    const nowhere = { databaseUrl: undefined, dataDir: path.join(folder, 'typo') };
    expect(await backUp(nowhere, copy)).toMatchObject({ ok: false });
    expect(existsSync(copy) || existsSync(nowhere.dataDir)).toBe(false);
  });
  test('is not restored into a database that a server uses', async () => {
    await backUp(place, copy);
    await put('after');
    const server = open();
    await server.db.selectFrom('setting').selectAll().execute();
    expect(await restore(place, copy)).toMatchObject({ ok: false, reason: expect.stringContaining('in use') });
    await put('still here', server);
    expect(await found()).toBe('still here');
  });
  test('can be restored into an empty data folder', async () => {
    await backUp(place, copy);
    const other = { databaseUrl: undefined, dataDir: path.join(folder, 'new', 'machine') };
    expect(await restore(other, copy)).toEqual({ ok: true });
    place = other;
    expect(await found()).toBe('before');
  });
  test('can be restored over a damaged database', async () => {
    await backUp(place, copy);
    writeFileSync(databaseFile(place.dataDir), 'a disk that has failed '.repeat(500));
    expect(await restore(place, copy)).toEqual({ ok: true });
    expect(await found()).toBe('before');
  });
  test.each([
    ['whole', (file: string, bytes: Buffer) => writeFileSync(file, bytes)],
    ['damaged', (file: string, bytes: Buffer) => writeFileSync(file, bytes.fill(0xff, 4096))],
    ['gone', () => undefined],
  ])('is not mixed with the write-ahead log of a former database that is %s', async (_, leave) => {
    await backUp(place, copy);
    const file = databaseFile(place.dataDir);
    const server = open();
    await put('after', { ...server, close: async () => undefined });
    const [bytes, log] = [readFileSync(file), readFileSync(`${file}-wal`)];
    await server.close();
    rmSync(file);
    leave(file, bytes);
    writeFileSync(`${file}-wal`, log);
    expect(await restore(place, copy)).toEqual({ ok: true });
    expect(await found()).toBe('before');
    expect(leftovers()).toEqual([]);
  });
  test('is complete if it is a plain copy of the file and its log', async () => {
    const server = open();
    await put('in the log', { ...server, close: async () => undefined });
    const byHand = path.join(folder, 'by-hand.sqlite');
    for (const end of ['', '-wal']) copyFileSync(databaseFile(place.dataDir) + end, byHand + end);
    await server.close();
    await put('after');
    expect(await restore(place, byHand)).toEqual({ ok: true });
    expect(await found()).toBe('in the log');
  });

  test.each([
    ['a text file', (file: string) => writeFileSync(file, 'no database')],
    ['an empty file', (file: string) => writeFileSync(file, '')],
    ['half a copy', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 60_000))],
    [
      'a damaged page',
      (file: string) => {
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0xff, 4096 * 3, 4096 * 6));
      },
    ],
    ['a database of something else', (file: string) => changed(file, 'drop table kysely_migration')],
    [
      'a database of a newer version',
      (file: string) => changed(file, `insert into kysely_migration values ('2999-01-01-0000-later', '${now}')`),
    ],
    ['one whose facts can be changed', (file: string) => changed(file, 'drop trigger learning_event_no_update')],
    [
      'one with a trigger that is not ours',
      (file: string) => changed(file, 'create trigger spy after insert on person begin delete from setting; end'),
    ],
    [
      'one with a row that points at nothing',
      (file: string) => changed(file, `insert into hold_leader values ('no-hold', 'no-person', '${now}')`),
    ],
  ])('is refused if it is %s, and the database stays as it is', async (_, spoil) => {
    await backUp(place, copy);
    await put('after');
    await spoil(copy);
    const given = readFileSync(copy);
    const outcome = await restore(place, copy);
    expect(outcome).toEqual({ ok: false, reason: expect.stringMatching(/\S/) });
    expect(await found()).toBe('after');
    expect(leftovers()).toEqual([]);
    expect(readFileSync(copy).equals(given)).toBe(true);
  });
  test('is refused if the file does not exist', async () => {
    expect(await restore(place, path.join(folder, 'nothing'))).toMatchObject({ ok: false });
  });
  test('of an older version can be restored, and the next start migrates it', async () => {
    await backUp(place, copy);
    const later = '2999-01-01-0000-later';
    migrations[later] = (db, engine) => createTable(db, engine, 'later', 'a text');
    try {
      expect(await restore(place, copy)).toEqual({ ok: true });
      const { db, engine, close } = open();
      expect(await checkDatabase(db, engine)).toEqual([`migration ${later} is missing`]);
      expect(await migrateToLatest(db, engine)).toEqual([later]);
      expect(await checkDatabase(db, engine)).toEqual([]);
      await close();
    } finally {
      delete migrations[later];
    }
  });
  test("is left to PostgreSQL's own tools there", async () => {
    const elsewhere = { ...place, databaseUrl: 'postgres://somewhere/else' };
    expect(await backUp(elsewhere, copy)).toMatchObject({ ok: false, reason: expect.stringContaining('pg_dump') });
    expect(await restore(elsewhere, copy)).toMatchObject({ ok: false, reason: expect.stringContaining('pg_restore') });
  });
});

onBothDatabases('a check of the database', (engine, fresh) => {
  let opened: OpenedDatabase;
  beforeEach(async () => {
    opened = await fresh();
    const { db } = opened;
    await db
      .insertInto('person')
      .values({ id: 'vera', email: null, status: 'active', language: 'da', created_at: now, recorded_at: now })
      .execute();
    await db
      .insertInto('course_edition')
      .values({
        slug: 'c',
        edition: '1',
        content_hash: '',
        change_class: 'first',
        published_at: now,
        recorded_at: now,
      })
      .execute();
    await db
      .insertInto('hold')
      .values({
        id: 'hold',
        name: 'H',
        course: 'c',
        edition: '1',
        starts_on: '2026-01-01',
        ends_on: '2026-02-01',
        seats: 1,
        self_enrol: 0,
        recorded_at: now,
      })
      .execute();
    await db
      .insertInto('enrolment')
      .values({
        id: 'e',
        person_id: 'vera',
        hold_id: 'hold',
        course: 'c',
        edition: '1',
        seq: 1,
        state: 'active',
        step: null,
        due_at: null,
        last_at: now,
        recorded_at: now,
      })
      .execute();
    await event(1);
    await db
      .insertInto('document')
      .values({ sha256: emptySha, media_type: 'text/plain', bytes: Buffer.alloc(0), size: 0, recorded_at: now })
      .execute();
  });
  afterEach(() => opened.close());

  const event = (seq: number) =>
    opened.db
      .insertInto('learning_event')
      .values({ enrolment_id: 'e', seq, type: 'started', payload: '{}', at: now, actor: null, recorded_at: now })
      .execute();
  const problems = () => checkDatabase(opened.db, engine);

  test('finds nothing in a database without faults', async () => {
    expect(await problems()).toEqual([]);
  });
  test('finds an event that its enrolment does not count, and a missing event', async () => {
    await event(3);
    expect(await problems()).toEqual([
      'enrolment e stands at 1, but its last event is 3',
      'enrolment e has 2 events, but the last is number 3',
    ]);
  });
  test('finds a file whose bytes differ from its digest', async () => {
    await opened.db
      .insertInto('document')
      .values({ sha256: 'abc', media_type: 'text/plain', bytes: Buffer.from('a'), size: 1, recorded_at: now })
      .execute();
    expect(await problems()).toEqual(['document abc has other bytes than when it was stored']);
  });
  test('finds a quiz that was handed in without a score for each question', async () => {
    const attempt = { id: 'a', enrolment_id: 'e', step: 's', number: 1, seed: 'x', started_at: now, recorded_at: now };
    await opened.db
      .insertInto('quiz_attempt')
      .values({ ...attempt, deadline_at: null, handed_in_at: now, questions_right: 0, score: 0 })
      .execute();
    await opened.db
      .insertInto('attempt_item')
      .values({ attempt_id: 'a', slot: 0, bank: 'b', question: 'q', option_order: '[]' })
      .execute();
    expect(await problems()).toEqual(['attempt a was handed in with 1 questions and 0 scores']);
  });
  test('finds a certificate without an `issued` event or without its files', async () => {
    await opened.db
      .insertInto('certificate')
      .values({
        number: '2026-00001',
        verify_code: 'v',
        person_id: 'vera',
        enrolment_id: null,
        name_at_issue: 'Vera',
        library_at_issue: '–',
        course: 'c',
        edition: '1',
        valid_from: '2026-01-01',
        valid_until: '2028-01-01',
        issued_at: now,
        replaces: null,
        supersedes: null,
        status_index: 1,
        recorded_at: now,
      })
      .execute();
    expect(await problems()).toEqual([
      'certificate 2026-00001 was never issued',
      'certificate 2026-00001 has 0 of its 2 files',
    ]);
  });
  test('finds an append-only table without its triggers', async () => {
    await sql
      .raw(engine === 'sqlite' ? 'drop trigger audit_no_delete' : 'alter table audit disable trigger audit_append_only')
      .execute(opened.db);
    expect(await problems()).toEqual([expect.stringMatching(/audit_/)]);
  });
  test('finds a missing table', async () => {
    await sql`drop table meeting`.execute(opened.db);
    expect((await problems()).join()).toMatch(/meeting/);
  });
  test('accepts an index that the operator has added', async () => {
    await sql`create index added on person (status)`.execute(opened.db);
    expect(await problems()).toEqual([]);
  });
});
