import { type Kysely, sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { checkLearning } from '#app/use-cases/learning/check-learning.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { auditHash } from '#app/use-cases/record/audit-hash.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { keepAuditHead } from '#app/use-cases/record/keep-audit-head.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { listAudit } from '#db/queries/audit.ts';
import type { Schema } from '#db/schema.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld } from '../../../world.ts';

onBothDatabases('the check of the record', (engine, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  const write = (...subjects: string[]) =>
    world.db.transaction().execute(async (trx) => {
      for (const subject of subjects) await writeAudit(world, trx, { actor: null, action: 'tried', subject });
    });

  /** Somebody who may do everything to the database, but has not the secret of the service. */
  async function tamper(table: string, change: (db: Kysely<Schema>) => Promise<unknown>) {
    const { db } = world;
    if (engine === 'sqlite') {
      await sql.raw(`drop trigger "${table}_no_update"`).execute(db);
      await sql.raw(`drop trigger "${table}_no_delete"`).execute(db);
    } else await sql.raw(`alter table "${table}" disable trigger all`).execute(db);
    await change(db);
  }

  /** Changes one entry and computes the hashes of all that follow anew. */
  const writeAnew = (from: number) =>
    tamper('audit', async (db) => {
      let previous: string | undefined;
      for (const entry of await listAudit(db)) {
        const next = { ...entry, subject: entry.seq === from ? 'another' : entry.subject };
        if (previous !== undefined) next.previous = previous;
        next.hash = auditHash(next);
        previous = next.hash;
        await db.updateTable('audit').set(next).where('seq', '=', entry.seq).execute();
      }
    });

  test('finds no fault in an audit in order, even if its heads are stored outside the database repeatedly', async () => {
    world = await fakeWorld(await fresh());
    expect(await checkAudit(world)).toEqual([]);
    await write('a', 'b');
    await keepAuditHead(world);
    await keepAuditHead(world);
    await write('c');
    await keepAuditHead(world);
    expect(world.auditHeads.list().map(({ seq }) => seq)).toEqual([2, 3]);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('finds an audit that was cut at its end, before and after the next entry', async () => {
    world = await fakeWorld(await fresh());
    await write('a', 'b', 'c');
    await tamper('audit', (db) => db.deleteFrom('audit').where('seq', '>', 1).execute());
    expect(await checkAudit(world)).toEqual([expect.stringContaining('the chain ends at 1, its head was 3')]);
    await write('d');
    expect(await checkAudit(world)).toEqual(['audit 2: the chain had ended at 3 and was cut']);
  });

  test('finds an audit that was rewritten with matching hashes', async () => {
    world = await fakeWorld(await fresh());
    await write('a', 'b', 'c');
    await writeAnew(2);
    expect(await checkAudit(world)).toEqual([expect.stringContaining('cut or written anew')]);
  });

  test('finds an audit that was set back together with its head, thanks to the heads stored outside', async () => {
    world = await fakeWorld(await fresh());
    await write('a');
    const setting = () =>
      world.db.selectFrom('setting').selectAll().where('key', '=', 'lock:audit').executeTakeFirstOrThrow();
    const before = await setting();
    await write('b', 'c');
    await keepAuditHead(world);
    await tamper('audit', async (db) => {
      await db.deleteFrom('audit').where('seq', '>', 1).execute();
      await db.updateTable('setting').set(before).where('key', '=', 'lock:audit').execute();
    });
    expect(await checkAudit(world)).toEqual([expect.stringMatching(/^audit 3: was another one at /)]);
    // The round says it each minute, and does not go on from an altered chain.
    await write('d', 'e', 'f');
    await expect(keepAuditHead(world)).rejects.toThrow('lacks entry 3');
    expect(world.auditHeads.list()).toHaveLength(1);
    expect(await checkAudit(world)).toHaveLength(1);
  });

  test('finds an audit without a head, and heads that were not made with the secret', async () => {
    world = await fakeWorld(await fresh());
    await write('a');
    await keepAuditHead(world);
    world.auditHeads.append({ seq: 1, hash: 'x', at: world.now(), mac: 'y' });
    expect(await checkAudit(world)).toEqual([expect.stringContaining('SESSION_SECRET')]);
    await world.db.updateTable('setting').set({ value: '' }).where('key', '=', 'lock:audit').execute();
    expect((await checkAudit(world))[0]).toContain('the head of the chain is not there');
  });

  test('starts a new list of heads after the secret changed, and keeps the former list', async () => {
    world = await fakeWorld(await fresh());
    await write('a');
    await keepAuditHead(world);
    const later: FakeWorld = { ...world, keyed: (text) => `other ${text}` };
    expect(await checkAudit(later)).toHaveLength(2);
    await keepAuditHead(later);
    expect(later.auditHeads.list().map(({ seq }) => seq)).toEqual([1]);
    expect(await checkAudit(later)).toEqual([]);
  });

  test('finds a list that differs from the events, and a score that differs from its answers', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    const { steps } = world.catalogue.editions.at(-1)!.course;
    const quiz = steps.findIndex(({ kind }) => kind === 'quiz');
    await walkTo(worldThrough(world, world.clock.at), enrolled, { leaders: [cast.leader] }, steps[quiz + 1]!.id);
    expect(await checkLearning(world)).toEqual([]);

    await world.db.updateTable('enrolment').set({ state: 'withdrawn' }).execute();
    expect(await checkLearning(world)).toEqual([expect.stringContaining('is listed otherwise than its events say')]);
    await rebuildProjections(world);
    expect(await checkLearning(world)).toEqual([]);

    await world.db.updateTable('enrolment_step').set({ state: 'x' }).where('step', '=', steps[quiz]!.id).execute();
    expect(await checkLearning(world)).toHaveLength(1);
    await rebuildProjections(world);

    await world.db.updateTable('quiz_attempt').set({ score: 0.5 }).execute();
    expect((await checkLearning(world)).map((each) => each.replace(/^attempt \S+ /, ''))).toEqual([
      'has the score 0.5, but its answers are worth 1',
      'has the score 0.5, but its event says 1',
    ]);
    await world.db.updateTable('quiz_attempt').set({ score: 1 }).execute();
    await tamper('item_score', (db) => db.updateTable('item_score').set({ score: 0 }).where('slot', '=', 1).execute());
    expect(await checkLearning(world)).toEqual([
      expect.stringMatching(/question 1: 0 is noted, the answer is worth 1$/),
    ]);
  });
});
