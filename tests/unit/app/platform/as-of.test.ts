import { expect, test } from 'vitest';
import { asOfFrom, requireAsOf } from '#app/platform/as-of.server.ts';
import type { World } from '#app/platform/world.server.ts';

const world = { now: () => '2026-11-24T09:00:00.000Z' } as World;
const at = (search: string) => new URL(`http://vejlederbevis.test/readiness${search}`);

function redirected(search: string): string | null {
  try {
    requireAsOf(world, at(search));
    return null;
  } catch (thrown) {
    return (thrown as Response).headers.get('location');
  }
}

test('a page without a day is about today, and one with a day is about that day', () => {
  expect(asOfFrom(world, at(''))).toMatchObject({ ok: true, asOf: '2026-11-24' });
  expect(asOfFrom(world, at('?asOf=2027-03-01'))).toMatchObject({ ok: true, asOf: '2027-03-01', today: '2026-11-24' });
});

test('a day that is typed stands in the address afterwards, beside what the page was narrowed to', () => {
  expect(redirected('?find=%C3%A6r&sort=score&day=1&month=3&year=2027')).toBe(
    '/readiness?find=%C3%A6r&sort=score&asOf=2027-03-01',
  );
  expect(redirected('?asOf=2027-03-01')).toBeNull();
});

test.each([
  '?day=30&month=2&year=2027',
  '?day=&month=2&year=2027',
  '?day=x&month=2&year=2027',
  '?day=1&month=3&year=27',
  '?asOf=2027-02-30',
  '?asOf=',
])('%s is no day: the page says so and shows today', (search) => {
  expect(requireAsOf(world, at(search))).toMatchObject({ ok: false, asOf: '2026-11-24' });
});

test('what was typed wrong stays in its fields', () => {
  expect(asOfFrom(world, at('?day=30&month=2&year=2027')).typed).toEqual({ day: '30', month: '2', year: '2027' });
});
