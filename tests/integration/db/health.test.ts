import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSettings } from '#app/platform/env.server.ts';
import { openWorld } from '#app/platform/open-world.server.ts';
import { makeHealth } from '#app/server/health.server.ts';
import { listDamage } from '#db/health.ts';
import { databaseFile } from '#db/open-database.ts';
import { onBothDatabases } from '../../databases.ts';
import { fakeWorld } from '../../world.ts';

onBothDatabases('a service that is ready', (_, fresh) => {
  test('has a database that takes a write, and says so to many at once with one write', async () => {
    const world = await fakeWorld(await fresh());
    const health = makeHealth(world, () => undefined);
    expect(await Promise.all(Array.from({ length: 20 }, () => health.isReady()))).not.toContain(false);
    const { rows } = await sql<{ value: string }>`select recorded_at as value from setting where key = 'probe'`.execute(
      world.db,
    );
    expect(rows).toEqual([{ value: world.now() }]);
    await health.checkPages();
    expect(await listDamage(world.db, world.engine)).toEqual([]);
    await world.close();
  });

  test('is not ready while nothing can be written', async () => {
    const opened = await fresh();
    const world = await fakeWorld(opened);
    const locked =
      opened.engine === 'sqlite'
        ? sql`pragma query_only = on`
        : sql.raw('alter table setting rename to setting_elsewhere');
    await locked.execute(world.db);
    expect(await makeHealth(world, () => undefined).isReady()).toBe(false);
    await world.close();
  });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'damaged-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const open = () => {
  const settings = readSettings({ DATA_DIR: folder });
  if (!settings.ok) throw new Error('settings');
  return openWorld(settings.env, { migrate: true });
};
/** Overwrites the second half of the file, as a failing disk does. */
const damage = () => {
  const file = databaseFile(folder);
  const { size } = statSync(file);
  const opened = openSync(file, 'r+');
  writeSync(opened, Buffer.alloc(Math.floor(size / 2), 0xa5), 0, Math.floor(size / 2), Math.floor(size / 2));
  closeSync(opened);
};

test('a service does not start on a database with damaged pages, says what to do, and changes nothing', async () => {
  await (await open()).close();
  damage();
  await expect(open()).rejects.toThrow(/The database is damaged\. Nothing is changed\.[\s\S]*db restore FILE/);
});

test('a database that is damaged while the service runs makes it not ready, once somebody has looked', async () => {
  const world = await open();
  const told: string[][] = [];
  vi.useFakeTimers({ toFake: ['performance'] });
  const health = makeHealth(world, (each) => told.push(each));
  expect(await health.isReady()).toBe(true);
  await sql`pragma wal_checkpoint(truncate)`.execute(world.db);
  damage();
  await health.checkPages();
  expect(told, 'it has just looked').toEqual([]);
  vi.advanceTimersByTime(61_000);
  await health.checkPages();
  expect([told.length, await health.isReady()]).toEqual([1, false]);
  await world.close().catch(() => undefined);
});
