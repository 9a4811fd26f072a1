import { afterEach, expect, test } from 'vitest';
import { loader } from '#app/routes/forecast.tsx';
import type { Role } from '#app/use-cases/viewer.ts';
import { freshDatabase } from '../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../world.ts';

let world: FakeWorld;
afterEach(() => world.close());

async function asked(role: Role, search = '') {
  world = await fakeWorld(await freshDatabase('sqlite'));
  const viewer = await somebody(world, { givenName: 'Stine', roles: [role], library: libraries.herning });
  return loader({
    request: new Request(`http://vejlederbevis.test/forecast${search}`),
    params: {},
    context: { world, viewer, language: 'da' } as never,
  }) as unknown as Promise<{ data: { title: string; completions: number; wrong?: string }; init: { status: number } }>;
}

test('without experience the page of the forecast says how many have completed, and no chance', async () => {
  const { data, init } = await asked('agency');
  expect(init.status).toBe(200);
  expect(data).toMatchObject({ title: 'For få data til en prognose', completions: 0, page: undefined });
});

test('a question with a day that does not exist is answered with 400, and the title says so', async () => {
  const { data, init } = await asked('administrator', '?by=2027-02-30');
  expect(init.status).toBe(400);
  expect(data).toMatchObject({ wrong: 'not-a-day', title: 'Fejl: For få data til en prognose' });
});

test('a day that was typed in three parts leads to an address that carries it', async () => {
  const answer = await asked('agency', '?by.day=1&by.month=10&by.year=2027').catch((thrown: Response) => thrown);
  expect((answer as Response).headers.get('Location')).toBe('/forecast?by=2027-10-01');
});

test('a contact person is refused the forecast of the country', async () => {
  const answer = await asked('contact-person').catch((thrown: Response) => thrown);
  expect((answer as Response).status).toBe(403);
});
