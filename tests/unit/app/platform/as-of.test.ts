import { expect, test } from 'vitest';
import { asOfFrom, requireAsOf } from '#app/platform/as-of.server.ts';
import { requireDays } from '#app/platform/typed-day.server.ts';
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

test('a page is about the day in its address, or about today if there is none', () => {
  expect(asOfFrom(world, at(''))).toMatchObject({ ok: true, asOf: '2026-11-24' });
  expect(asOfFrom(world, at('?asOf=2027-03-01'))).toMatchObject({ ok: true, asOf: '2027-03-01', today: '2026-11-24' });
});

test('a typed day is put in the address beside the filters of the page', () => {
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
])('a page shows today and an error if the day is %s', (search) => {
  expect(requireAsOf(world, at(search))).toMatchObject({ ok: false, asOf: '2026-11-24' });
});

test('a wrong day stays in its fields as it was typed', () => {
  expect(asOfFrom(world, at('?day=30&month=2&year=2027')).typed).toEqual({ day: '30', month: '2', year: '2027' });
});

test('days typed in the fields of a filter are put in the address, also a wrong one, and nothing else is lost', () => {
  const redirectedDays = (search: string): string | null => {
    try {
      requireDays(at(search), ['since', 'until'], 'changed');
      return null;
    } catch (thrown) {
      return (thrown as Response).headers.get('location');
    }
  };
  expect(redirectedDays('?find=a&since.day=1&since.month=3&since.year=2027&until.day=&until.month=&until.year=')).toBe(
    '/readiness?find=a&since=2027-03-01#changed',
  );
  expect(redirectedDays('?until=2026-01-01&since.day=31&since.month=2&since.year=2027')).toBe(
    '/readiness?until=2026-01-01&since=31.2.2027#changed',
  );
  expect(redirectedDays('?since=2027-03-01&day=1')).toBeNull();
});

test('what was known on a day is asked for beside the day, and both go into the address', () => {
  expect(asOfFrom(world, at('?asOf=2026-03-01&knownOn=2026-05-01'))).toMatchObject({
    ...{ ok: true, asOf: '2026-03-01', knownOn: '2026-05-01' },
  });
  expect(redirected('?find=a&asOf=2026-03-01&knownOn.day=1&knownOn.month=5&knownOn.year=2026')).toBe(
    '/readiness?find=a&asOf=2026-03-01&knownOn=2026-05-01',
  );
  expect(redirected('?day=1&month=3&year=2026&knownOn.day=&knownOn.month=&knownOn.year=&knownOn=2026-01-01')).toBe(
    '/readiness?knownOn=2026-01-01&asOf=2026-03-01',
  );
});

test('what is known today is all that is known', () => {
  expect(asOfFrom(world, at('?asOf=2026-03-01&knownOn=2026-11-24')).knownOn).toBeUndefined();
});

test.each([
  ['?asOf=2026-03-01&knownOn=2026-02-30', 'not-a-day'],
  ['?asOf=2026-03-01&knownOn.day=31&knownOn.month=2&knownOn.year=2026', 'not-a-day'],
  ['?asOf=2026-03-01&knownOn=2026-11-25', 'ahead'],
])('a page shows what is known now and an error if it is asked %s', (search, wrong) => {
  const day = requireAsOf(world, at(search));
  expect(day).toMatchObject({ ok: false, wrong: false, asOf: '2026-03-01', known: { wrong } });
  expect(day.knownOn).toBeUndefined();
});
