import { afterEach, expect, test } from 'vitest';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { listKept } from '#app/use-cases/offline/list-kept.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld } from '../../../world.ts';

onBothDatabases('what an adviser can use without a network', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('is the log and the open texts of their own course, read or not, and never a test', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    expect(await listKept(world, cast.adviser)).toEqual(['/offline', '/my-certificate', '/guidance']);
    const { enrolmentId } = await begin(world, cast);
    const at = (step: string) => `/enrolments/${enrolmentId}/steps/${step}`;
    const first = await listKept(world, cast.adviser);
    expect(first).toContain(at('m1'));
    expect(first).not.toContain(at('m2'));
    await readLesson(world, cast.adviser, { enrolmentId, step: 'm1' });
    const then = await listKept(world, cast.adviser);
    expect(then).toContain(at('m1'));
    const tests = world.catalogue.find('it-paedagogisk-vejleder', '2026.1')!.course.steps;
    for (const { id } of tests.filter(({ kind }) => kind === 'quiz')) expect(then).not.toContain(at(id));
  });

  test('is nothing for somebody who does not learn', async () => {
    world = await fakeWorld(await fresh());
    const { leader } = await castOf(world);
    expect(await listKept(world, leader)).toEqual([]);
  });
});
