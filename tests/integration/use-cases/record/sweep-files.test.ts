import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { handInPractical } from '#app/use-cases/learning/practical/hand-in-practical.server.ts';
import { removeOwnFile } from '#app/use-cases/learning/practical/remove-own-file.server.ts';
import { saveDraft } from '#app/use-cases/learning/practical/save-draft.server.ts';
import { storeDocument } from '#app/use-cases/record/store-document.server.ts';
import { sweepFiles } from '#app/use-cases/record/sweep-files.server.ts';
import { fileReferences } from '#db/queries/document.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, pass } from '../../../world.ts';

const day = 24 * 60;

onBothDatabases('files', (engine, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function beforePractical() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    const step = world.catalogue.editions.at(-1)!.course.steps.find(({ kind }) => kind === 'practical')!.id;
    await walkTo(clock, enrolled, { leaders: [cast.leader] }, step);
    world.clock.at = clock.world.now();
    return { ...cast, place: { enrolmentId: enrolled.enrolmentId, step } };
  }
  const text = (words: string) => ({ name: `${words}.txt`, bytes: Buffer.from(words) });
  const stored = async () =>
    (await world.db.selectFrom('document').select('bytes').execute()).map(({ bytes }) => String(bytes)).sort();

  test('that nobody refers to go after a day, and the others stay', async () => {
    const { adviser, place } = await beforePractical();
    const saved = await saveDraft(world, adviser, { ...place, text: '', files: [text('kept'), text('removed')] });
    expect(saved.ok).toBe(true);
    const digest = (
      await world.db
        .selectFrom('submission_file')
        .selectAll()
        .where('name', '=', 'removed.txt')
        .executeTakeFirstOrThrow()
    ).sha256;
    await removeOwnFile(world, adviser, { ...place, sha256: digest });
    pass(world, day - 1);
    await sweepFiles(world);
    expect(await stored()).toEqual(['kept', 'removed']);
    pass(world, 2);
    await sweepFiles(world);
    expect(await stored()).toEqual(['kept']);
    expect(await saveDraft(world, adviser, { ...place, text: '', files: [text('removed')] })).toMatchObject({
      ok: true,
    });
    expect(await handInPractical(world, adviser, { ...place, text: 'Ord' })).toEqual({ ok: true });
    pass(world, 3 * day);
    await sweepFiles(world);
    expect(await stored()).toEqual(['kept', 'removed']);
  });

  test('of one person have a limit, and a file that passes it is refused while the rest stays', async () => {
    const { adviser, place } = await beforePractical();
    expect(await saveDraft(world, adviser, { ...place, text: '', files: [text('small')] })).toMatchObject({ ok: true });
    // A file that says it is nearly as large as there is room for.
    const large = await storeDocument(world.db, { bytes: Buffer.from('x'), mediaType: 'text/plain', at: world.now() });
    await sql
      .raw(engine === 'sqlite' ? 'drop trigger document_no_update' : 'drop trigger document_append_only on document')
      .execute(world.db);
    await sql`update document set size = ${300 * 1024 * 1024 - 6} where sha256 = ${large}`.execute(world.db);
    const draft = await world.db.selectFrom('submission').select('id').executeTakeFirstOrThrow();
    await world.db
      .insertInto('submission_file')
      .values({ submission_id: draft.id, sha256: large, name: 'large', position: 7, recorded_at: world.now() })
      .execute();
    for (const send of [saveDraft, handInPractical])
      expect(await send(world, adviser, { ...place, text: 'Ord', files: [text('one too much')] })).toEqual({
        ok: false,
        reason: 'files-full',
        name: 'one too much.txt',
      });
    expect(await saveDraft(world, adviser, { ...place, text: 'Ord', files: [text('small')] })).toMatchObject({
      ok: true,
    });
  });

  test('are looked for in every column that refers to one', async () => {
    world = await fakeWorld(await fresh());
    const { rows } = await (engine === 'sqlite'
      ? sql<{ name: string }>`
          select list.name || '.' || key."from" as name from sqlite_master as list, pragma_foreign_key_list(list.name) as key
          where list.type = 'table' and key."table" = 'document'`
      : sql<{ name: string }>`
          select relname || '.' || attname as name from pg_constraint
          join pg_class on pg_class.oid = conrelid join pg_attribute on attrelid = conrelid and attnum = any (conkey)
          where contype = 'f' and confrelid = 'document'::regclass`
    ).execute(world.db);
    expect(rows.map(({ name }) => name).sort()).toEqual(fileReferences.map((each) => each.join('.')).sort());
  });
});
