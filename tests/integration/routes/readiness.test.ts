import { afterEach, expect, test } from 'vitest';
import { loader } from '#app/routes/readiness.tsx';
import { freshDatabase } from '../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../world.ts';

let world: FakeWorld;
afterEach(() => world.close());

test('the readiness page counts missing advisers where the staffing is known, and names unknown municipalities separately', async () => {
  world = await fakeWorld(await freshDatabase('sqlite'));
  const viewer = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
  await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
  const { data } = (await loader({
    request: new Request('http://vejlederbevis.test/readiness'),
    params: {},
    context: { world, viewer, language: 'da' } as never,
  })) as unknown as { data: { missing: number; unknown: number; close: number; rows: { name: string }[] } };
  expect([data.missing, data.unknown, data.close]).toEqual([4, 97, 0]);
});
