import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Affiliation } from '#curriculum/affiliation/put-right.ts';
import { cutAtClosing, whenLibraryCloses } from '#curriculum/affiliation/when-library-closes.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';

const at = (id: string, from: string, until: string | null, guidesFrom: string | null = null, library = 'old') =>
  ({ id, library, from, until, guidesFrom }) satisfies Affiliation;
const merge = { library: 'old', day: '2027-01-01', to: 'new' };

test('on the day of a merger what people had ends and the same begins at the successor, with the end they had', () => {
  const before = [at('a', '2020-01-01', '2027-07-01', '2026-01-10'), at('b', '2020-01-01', null)];
  expect(whenLibraryCloses(before, merge)).toEqual({
    ended: [at('a', '2020-01-01', '2027-01-01', '2026-01-10'), at('b', '2020-01-01', '2027-01-01')],
    begun: [
      { library: 'new', from: '2027-01-01', until: '2027-07-01', guidesFrom: '2027-01-01' },
      { library: 'new', from: '2027-01-01', until: null, guidesFrom: null },
    ],
    planned: [],
  });
});

test('who was to come later comes to the successor, or not at all', () => {
  const planned = at('a', '2027-02-01', null);
  expect(whenLibraryCloses([planned], merge).planned).toEqual([{ ...planned, library: 'new' }]);
  expect(whenLibraryCloses([planned], { ...merge, to: null })).toEqual({
    ended: [],
    begun: [],
    planned: [{ ...planned, until: planned.from }],
  });
});

const someDay = fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-12-15', days));
const someAffiliations = fc.array(
  fc.record({
    id: fc.uuid(),
    library: fc.constantFrom('old', 'new', 'other'),
    from: someDay,
    until: fc.option(someDay, { nil: null }),
    guidesFrom: fc.option(someDay, { nil: null }),
  }),
);
const isThere = (each: Omit<Affiliation, 'id'>, library: string, day: string) =>
  each.library === library && each.from <= day && (each.until === null || each.until > day);
const guides = (each: Omit<Affiliation, 'id'>, day: string) => each.guidesFrom !== null && each.guidesFrom <= day;

test('days before the closing stay as they were, and from it on everybody who was there is at the successor', () => {
  fc.assert(
    fc.property(someAffiliations, someDay, fc.boolean(), someDay, (before, day, moves, on) => {
      const { ended, begun, planned } = whenLibraryCloses(before, { library: 'old', day, to: moves ? 'new' : null });
      for (const each of begun) expect(each.until === null || each.until > each.from).toBe(true);
      const changed = [...ended, ...planned];
      const after = [...before.map((each) => changed.find(({ id }) => id === each.id) ?? each), ...begun];
      const count = (
        rows: readonly Omit<Affiliation, 'id'>[],
        library: string,
        only = (_: Omit<Affiliation, 'id'>) => true,
      ) => rows.filter((each) => isThere(each, library, on) && only(each)).length;
      const guiding = (each: Omit<Affiliation, 'id'>) => guides(each, on);
      if (on < day) {
        expect(count(after, 'old')).toBe(count(before, 'old'));
        expect(count(after, 'new')).toBe(count(before, 'new'));
        return;
      }
      expect(count(after, 'old')).toBe(0);
      expect(count(after, 'new')).toBe(count(before, 'new') + (moves ? count(before, 'old') : 0));
      expect(count(after, 'new', guiding)).toBe(
        count(before, 'new', guiding) + (moves ? count(before, 'old', guiding) : 0),
      );
    }),
  );
});

test('what is brought back after a closing ends where the library closed', () => {
  const open = at('a', '2020-01-01', null, '2026-01-10');
  expect(cutAtClosing(open, { closedOn: null })).toBe(open);
  expect(cutAtClosing(open, { closedOn: '2027-01-01' })).toEqual({ ...open, until: '2027-01-01' });
  expect(cutAtClosing(open, { closedOn: '2020-01-01' })).toEqual({ ...open, until: '2020-01-01', guidesFrom: null });
  expect(cutAtClosing({ ...open, until: '2026-06-01' }, { closedOn: '2027-01-01' }).until).toBe('2026-06-01');
});
