import { expect, test } from 'vitest';
import { markAsDemo } from '#app/demo/seed-demo.ts';
import { auditHeadsIn } from '#app/platform/audit-heads.server.ts';
import type { Environment } from '#app/platform/env.server.ts';
import { parseArguments } from '#app/toolkit/arguments.ts';
import { databaseVerb } from '#app/toolkit/database.ts';
import { inWorld } from '#app/toolkit/in-world.ts';
import { deleteSetting } from '#db/queries/setting.ts';
import { onBothDatabases, settingsOf } from '../../databases.ts';
import { expectAWholeDemo } from '../../demo-states.ts';
import { fakeWorld, somebody } from '../../world.ts';

const seed = (env: Environment) => databaseVerb(parseArguments(['db', 'seed', '--small']), env);

onBothDatabases('a demo', (engine, fresh) => {
  /** A database that was marked as a demo and got one person before the power failed. */
  async function interrupted() {
    const opened = await fresh();
    const env = settingsOf(opened.at);
    const world = await fakeWorld(opened);
    await markAsDemo(world);
    await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    return { world, env };
  }

  test('that was not filled completely is started again, or refused with advice', async () => {
    const { world, env } = await interrupted();
    if (engine === 'postgres') {
      expect(await seed(env)).toMatchObject({ exit: 1, error: expect.stringContaining('drop schema public cascade') });
      return world.close();
    }
    auditHeadsIn(env.dataDir).append({ seq: 9, hash: 'of the file that is deleted', at: world.now(), mac: 'x' });
    expect(await seed(env), 'while somebody holds it').toMatchObject({ exit: 1 });
    await world.db.destroy();
    expect(await seed(env)).toMatchObject({
      exit: 0,
      text: expect.stringMatching(/^[5-9]\d people, \d+ certificates$/),
    });
    expect(await seed(env)).toMatchObject({ exit: 0, text: 'nothing to do: the database is not empty' });
    // The audit of the deleted file no longer counts: the new one is in order.
    expect(auditHeadsIn(env.dataDir).list()).toEqual([]);
    await inWorld(env, expectAWholeDemo);
    await world.close();
  });

  test('made by a version without that mark counts as complete', async () => {
    const { world, env } = await interrupted();
    await deleteSetting(world.db, 'demo-unfinished');
    expect(await seed(env)).toMatchObject({ exit: 0, text: 'nothing to do: the database is not empty' });
    await world.close();
  });

  test('is refused under real settings, and nothing is deleted', async () => {
    const { world, env } = await interrupted();
    expect(await seed({ ...env, demoAllowed: false })).toMatchObject({ exit: 0 });
    expect(await world.db.selectFrom('person').select('id').execute()).toHaveLength(1);
    await world.close();
  });
});
