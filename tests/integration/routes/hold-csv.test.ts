import { afterEach, expect, test } from 'vitest';
import { loader } from '#app/routes/hold-csv.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { freshDatabase } from '../../databases.ts';
import { begin, castOf } from '../../stage.ts';
import { type FakeWorld, fakeWorld, pass } from '../../world.ts';

let world: FakeWorld;
afterEach(() => world.close());

async function ask(viewer: Viewer, holdId: string): Promise<Response> {
  const request = new Request(`http://vejlederbevis.test/holds/${holdId}/people.csv`);
  try {
    return await loader({ request, params: { holdId }, context: { world, viewer, language: 'da' } as never });
  } catch (thrown) {
    return thrown as Response;
  }
}

test('the CSV of a hold lists every adviser with their state and every step, for its leaders alone', async () => {
  world = await fakeWorld(await freshDatabase('sqlite'));
  const cast = await castOf(world);
  const { leader, colleague, adviser, holdId } = cast;
  await begin(world, cast);
  pass(world, 15 * 24 * 60);

  const answer = await ask(leader, holdId);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const [head, ...rows] = (await answer.text())
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));
  const steps = world.catalogue.editions.at(-1)!.course.steps.map(({ title }) => title.da);
  expect(head!.slice(-steps.length)).toEqual(steps);
  expect(rows).toEqual([
    [
      adviser.name,
      expect.stringContaining('@'),
      expect.any(String),
      'i gang',
      steps[0],
      expect.stringContaining('15'),
      'næste skridt',
      ...steps.slice(1).map(() => 'lukket endnu'),
    ],
  ]);

  expect((await ask(colleague, holdId)).status).toBe(404);
  expect((await ask(leader, 'no-such-hold')).status).toBe(404);
  expect((await ask(adviser, holdId)).status).toBe(403);
});
