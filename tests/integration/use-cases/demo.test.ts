import { expect, test } from 'vitest';
import { markAsDemo, seedDemo } from '#app/demo/seed-demo.ts';
import { freshDatabase } from '../../databases.ts';
import { expectAWholeDemo } from '../../demo-states.ts';
import { fakeWorld } from '../../world.ts';

// A hold that fills up would stop the whole demo, as a fresh clone starts with. The small one is seeded by the toolkit's test.
test.skipIf(process.env.LONG_TESTS !== '1')(
  'the whole demo has somebody in every state of the charts',
  { timeout: 400_000 },
  async () => {
    const world = await fakeWorld(await freshDatabase('sqlite'), { demo: true });
    await markAsDemo(world);
    const { people } = await seedDemo(world, 'whole');
    expect(people).toBeGreaterThanOrEqual(250);
    await expectAWholeDemo(world);
    await world.close();
  },
);
