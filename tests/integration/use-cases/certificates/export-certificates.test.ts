import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { readSettings } from '#app/platform/env.server.ts';
import { sha256 } from '#app/platform/world.server.ts';
import { parseArguments } from '#app/toolkit/arguments.ts';
import { exportCertificates, exportVerb } from '#app/toolkit/export-certificates.ts';
import {
  insertCertificate,
  insertCertificateDocument,
  listCertificatesOf,
  putDocument,
} from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, someHold } from '../../../world.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-export-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

onBothDatabases('the export of stored files', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** One certificate of a hold, one that replaced it, and one of another person; each file is a short text. */
  async function stage(damaged = false) {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, await begin(world, cast), { leaders: [cast.leader] });
    const [first] = await listCertificatesOf(world.db, cast.adviser.personId);
    const more = async (number: string, replaces: string | null, index: number, damaged = false) => {
      const given = { ...first!, number, verify_code: number, enrolment_id: null, replaces, status_index: index };
      await insertCertificate(world.db, given);
      const bytes = Buffer.from(`file of ${number}`);
      const digest = sha256(damaged ? 'other bytes' : bytes);
      const stored = { recorded_at: world.now(), sha256: digest };
      await putDocument(world.db, { ...stored, media_type: 'application/pdf', bytes, size: bytes.length });
      await insertCertificateDocument(world.db, { ...stored, number, language: 'da' });
    };
    await more('2026-00002', first!.number, 1_002);
    await more('2026-00003', null, 1_003, damaged);
    return cast;
  }
  const exported = (hold?: string) => exportCertificates(world, { hold, out });
  const puts = async (hold?: string) =>
    ((await exported(hold)).json as { files: { put: string }[] }).files.map(({ put }) => put);

  test('writes each file under its number and language, either all or those of one hold', async () => {
    const { holdId, leader } = await stage();
    expect(await exported(holdId)).toMatchObject({ exit: 0, text: '3 written, 0 there already' });
    expect(readdirSync(out).sort()).toEqual(['2026-00001-da.pdf', '2026-00001-en.pdf', '2026-00002-da.pdf']);
    expect(readFileSync(path.join(out, '2026-00001-en.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await puts()).toEqual(['there-already', 'there-already', 'there-already', 'written']);
    expect(await puts(await someHold(world, leader))).toEqual([]);
  });

  test('makes the folder when it is not there', async () => {
    await stage();
    const made = path.join(out, 'a', 'b');
    expect(await exportCertificates(world, { hold: undefined, out: made })).toMatchObject({ exit: 0 });
    expect(readdirSync(made)).toContain('2026-00001-da.pdf');
  });

  test('never overwrites another file and never writes a damaged one', async () => {
    await stage(true);
    const there = path.join(out, '2026-00001-da.pdf');
    writeFileSync(there, 'mine');
    const answer = await exported();
    expect(answer).toMatchObject({ exit: 1, text: '2 written, 0 there already' });
    expect(answer.error).toBe(
      `${there} is another file and was left as it is.\n2026-00003 (da) is damaged in the database and was not written.`,
    );
    expect(readFileSync(there, 'utf8')).toBe('mine');
    expect(readdirSync(out).sort()).toEqual(['2026-00001-da.pdf', '2026-00001-en.pdf', '2026-00002-da.pdf']);
  });

  test('refuses a hold that does not exist and a folder that cannot be one', async () => {
    await stage();
    expect(await exported('no-such-hold')).toMatchObject({ exit: 1, error: 'There is no hold no-such-hold.' });
    const file = path.join(out, 'file');
    writeFileSync(file, '');
    expect(await exportCertificates(world, { hold: undefined, out: file })).toMatchObject({
      exit: 1,
      error: `${file} is not a folder.`,
    });
    expect(await exportCertificates(world, { hold: undefined, out: '/proc' })).toMatchObject({
      exit: 1,
      error: 'The folder /proc cannot be written to.',
    });
  });
});

test('an export without a choice of certificates or without a folder is wrong usage', async () => {
  const settings = readSettings({ DATA_DIR: out });
  if (!settings.ok) throw new Error('no settings');
  for (const line of ['--all', '--out a', '--all --hold a --out b', '--hold --out a'])
    expect(
      await exportVerb(parseArguments(['certificates', 'export', ...line.split(' ')]), settings.env),
      line,
    ).toMatchObject({ exit: 2 });
});
