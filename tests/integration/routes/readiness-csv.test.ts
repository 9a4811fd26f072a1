import { afterEach, expect, test } from 'vitest';
import { loader } from '#app/routes/readiness-csv.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { freshDatabase } from '../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../world.ts';

let world: FakeWorld;
afterEach(() => world.close());

async function ask(viewer: Viewer, search: string, demo = false): Promise<Response> {
  const context = { world: { ...world, demo }, viewer, language: 'da' };
  const request = new Request(`http://vejlederbevis.test/readiness/table.csv${search}`);
  try {
    return await loader({ request, params: {}, context: context as never });
  } catch (thrown) {
    return thrown as Response;
  }
}
const rowsOf = async (answer: Response) =>
  (await answer.text())
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));

test('the CSV of the readiness is about the chosen day and has only what the viewer may see', async () => {
  world = await fakeWorld(await freshDatabase('sqlite'));
  const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
  const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
  const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });

  const answer = await ask(agency, '?asOf=2026-06-01');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="parathed-2026-06-01.csv"');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const [head, ...rows] = await rowsOf(answer);
  expect(rows).toHaveLength(98);
  const parts = world.policy.scored.filter(({ noted }) => noted);
  for (const row of rows) expect(row).toHaveLength(head!.length);
  expect(new Set(rows.map((row) => row[2]))).toEqual(new Set(['2026-06-01']));
  expect(head).toHaveLength(14 + world.policy.gates.length + parts.length + 1);
  expect(head!.slice(-1 - parts.length)).toEqual([...parts.map(({ title }) => title.da), 'Point i alt']);
  // If nobody was ever on record, the numbers are unknown and not 0.
  const numbers = (code: string) => rows.find((row) => row[0] === code)!.slice(8, 11);
  expect([numbers('0615'), numbers('0657')]).toEqual([
    ['4', '0', '0'],
    ['3', 'Ukendt', 'Ukendt'],
  ]);

  // A later day is marked as a forecast, and invented people are marked as such. The first line is always the head.
  expect((await ask(agency, '?asOf=2027-06-01')).headers.get('content-disposition')).toContain('parathed-prognose-');
  const [demoHead, ...noted] = await rowsOf(await ask(agency, '?asOf=2027-06-01', true));
  expect([demoHead![0], demoHead!.at(-1)]).toEqual(['Kommunekode', 'Bemærkning']);
  for (const row of noted) {
    expect(row).toHaveLength(demoHead!.length);
    expect(row.at(-1)).toMatch(/eksempeldata.*prognose/i);
  }

  const [, ...own] = await rowsOf(await ask(contact, ''));
  expect(own.map(([code, , day]) => [code, day])).toEqual([['0615', '2026-11-24']]);
  expect((await ask(adviser, '')).status).toBe(403);
  expect((await ask(agency, '?asOf=2027-02-30')).status).toBe(400);
});
