import { afterEach, expect, test } from 'vitest';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { listOwnHolds } from '#app/use-cases/holds/list-own-holds.server.ts';
import { listRunningHolds } from '#app/use-cases/holds/list-running-holds.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../../world.ts';

onBothDatabases('the list of holds', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function make(leader: Viewer, name: string, startsOn: string, endsOn: string) {
    const { course } = world.catalogue.editions.at(-1)!;
    const made = await createHold(world, leader, {
      ...{ name, course: course.id, edition: course.edition, startsOn, endsOn, seats: 9, selfEnrol: true },
    });
    if (!made.ok) throw new Error(JSON.stringify(made));
  }

  test('comes in pages, newest first, and is searched by name; a leader sees own holds, the administrator all', async () => {
    world = await fakeWorld(await fresh());
    const karla = await somebody(world, { givenName: 'Karla', roles: ['course-leader'] });
    const klaus = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'] });
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    for (let at = 10; at < 40; at++)
      await make(karla, `Hold ${at}`, `2027-01-${at - 9}`.replace(/-(\d)$/, '-0$1'), '2027-12-01');
    await make(klaus, 'Ærø, forår', '2027-02-01', '2027-12-01');
    const first = await listOwnHolds(world, karla);
    expect([first.count, first.page, first.of, first.holds.length]).toEqual([30, 1, 2, 25]);
    const second = await listOwnHolds(world, karla, { find: '', page: 2 });
    expect([...first.holds, ...second.holds].map(({ name }) => name)).toEqual(
      Array.from({ length: 30 }, (_, at) => `Hold ${39 - at}`),
    );
    expect(await listOwnHolds(world, karla, { find: '', page: 7 })).toMatchObject({ page: 2 });
    const found = async (viewer: Viewer, find: string) =>
      (await listOwnHolds(world, viewer, { find, page: 1 })).holds.map(({ name }) => name);
    expect(await found(karla, '17')).toEqual(['Hold 17']);
    expect(await found(karla, 'aeroe')).toEqual([]);
    expect(await found(klaus, 'aeroe')).toEqual(['Ærø, forår']);
    expect(await found(boss, 'forår ærø')).toEqual(['Ærø, forår']);
    expect((await listOwnHolds(world, boss)).count).toBe(31);
    // Those that have ended are in the list and no longer under way.
    expect(await listRunningHolds(world, karla)).toHaveLength(30);
    world.clock.at = '2027-12-02T09:00:00.000Z';
    expect(await listRunningHolds(world, karla)).toEqual([]);
    expect((await listOwnHolds(world, karla)).count).toBe(30);
  });
});
