import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { operatorOf } from '#curriculum/places/library-number.ts';
import { libraryState } from '#curriculum/places/library-state.ts';
import { staysAt, whyNotOpen } from '#curriculum/places/open-library.ts';

const library = (number: string, openedOn: string, closedOn: string | null = null) => ({ number, openedOn, closedOn });

test('a library takes people from the day it opens until the day it closes, and no others', () => {
  const closing = library('1', '2026-01-01', '2027-01-01');
  expect(whyNotOpen(closing, { from: '2026-01-01', until: '2027-01-01' })).toBeUndefined();
  expect(whyNotOpen(closing, { from: '2025-12-31', until: '2026-06-01' })).toBe('library-not-open');
  expect(whyNotOpen(closing, { from: '2026-01-01', until: '2027-01-02' })).toBe('library-closed');
  expect(whyNotOpen(closing, { from: '2026-01-01', until: null })).toBe('library-closed');
  expect(staysAt([closing], { from: '2027-01-01', until: null })).toEqual({ ok: false, reason: 'library-closed' });
  expect(staysAt([closing], { from: '2025-01-01', until: null })).toEqual({ ok: false, reason: 'library-not-open' });
});

test('whoever comes before a planned closing goes on at the successor, as those do who are there', () => {
  const path = [library('1', '2020-01-01', '2027-01-01'), library('2', '2020-01-01', '2028-01-01')] as const;
  expect(staysAt([...path], { from: '2026-06-01', until: null })).toEqual({
    ok: true,
    stays: [
      { library: '1', from: '2026-06-01', until: '2027-01-01' },
      { library: '2', from: '2027-01-01', until: '2028-01-01' },
    ],
  });
  expect(staysAt([...path], { from: '2026-06-01', until: '2026-09-01' })).toMatchObject({
    stays: [{ library: '1', until: '2026-09-01' }],
  });
});

const someDay = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-01-01', days));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

test('nobody is anywhere before a library opens or after it closes, nor twice', () => {
  const libraries = fc.array(fc.record({ openedOn: someDay, closedOn: maybe(someDay) }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(libraries, someDay, maybe(someDay), (all, from, until) => {
      fc.pre(until === null || until > from);
      const [first, ...rest] = all.map((each, at) => ({ number: String(at), ...each }));
      const placed = staysAt([first!, ...rest], { from, until });
      if (!placed.ok) return;
      let last = from;
      for (const stay of placed.stays) {
        expect(stay.from).toBe(last);
        if (stay.until !== null) expect(stay.until > stay.from).toBe(true);
        const { closedOn } = all[Number(stay.library)]!;
        if (closedOn !== null) expect(stay.until !== null && stay.until <= closedOn).toBe(true);
        last = stay.until ?? '';
      }
    }),
  );
});

test('the number of a library says which municipality runs it, wherever it stands', () => {
  expect(operatorOf('756105')).toBe('0561');
  for (const other of ['656100', '75610', '7561001', '75610x', '']) expect(operatorOf(other), other).toBeUndefined();
});

test('a library is open, opens, closes or is closed on a day', () => {
  const closing = library('1', '2026-01-01', '2027-01-01');
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => libraryState(closing, day))).toEqual([
    'opens',
    'closes',
    'closes',
    'closed',
  ]);
  expect(libraryState(library('1', '2026-01-01'), '2026-01-01')).toBe('open');
});
