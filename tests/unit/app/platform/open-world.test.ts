import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markAsDemo } from '#app/demo/seed-demo.ts';
import { readSettings } from '#app/platform/env.server.ts';
import { openWorld } from '#app/platform/open-world.server.ts';
import { putCourseEdition } from '#db/queries/hold.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'world-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(source: Record<string, string> = {}) {
  const settings = readSettings({ DATA_DIR: folder, ...source });
  if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
  return openWorld(settings.env, { migrate: true });
}
const offers = async (source: Record<string, string>) => {
  const world = await open(source);
  await world.close();
  return [world.demo, world.demoSignIn];
};

test('demo sign-in needs a database that was made as a demo and settings that allow it', async () => {
  const world = await open({ DEMO: '1' });
  expect([world.demo, world.demoSignIn]).toEqual([false, false]);
  expect(await markAsDemo(world)).toBe(true);
  expect(await markAsDemo(world)).toBe(false);
  await world.close();
  expect(await offers({})).toEqual([true, true]);
  const real = {
    APP_URL: 'https://vejlederbevis.example',
    SESSION_SECRET: 's'.repeat(32),
    ISSUER_NAME: 'Styrelsen',
    SUPPORT_EMAIL: 'a@b.example',
  };
  expect(await offers(real)).toEqual([true, false]);
});

test('a confirmed answer survives a loss of power', async () => {
  const world = await open();
  const { rows } = await world.db
    .transaction()
    .execute((trx) => sql<{ synchronous: number }>`pragma synchronous`.execute(trx));
  await world.close();
  // SQLite returns 2 for FULL.
  expect(rows).toEqual([{ synchronous: 2 }]);
});

test('a database with holds of an edition that has changed since is not opened, and the edition is named', async () => {
  const world = await open();
  const { course, contentHash } = world.catalogue.editions[0]!;
  const at = '2026-11-24T09:00:00.000Z';
  const written = { change_class: 'first', published_at: at, recorded_at: at } as const;
  const row = { slug: course.id, edition: course.edition, ...written };
  await putCourseEdition(world.db, { ...row, content_hash: contentHash });
  await world.close();
  await (await open()).close();
  const again = await open();
  await putCourseEdition(again.db, { ...row, edition: '2020.1', content_hash: contentHash });
  await again.close();
  await expect(open()).rejects.toThrow(`curriculum/courses/${course.id}/2020.1/course.yaml`);
});
