import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Affiliation, dropAffiliation, endBeforeMove, putRight } from '#curriculum/affiliation/put-right.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';

const at = (id: string, from: string, until: string | null, guidesFrom: string | null = null): Affiliation => ({
  ...{ id, library: `library-${id}`, from, until, guidesFrom },
});
const moved = [at('a', '2020-01-01', '2062-12-01'), at('b', '2062-12-01', null)];

test('a move that was planned for the wrong day is one day for both libraries', () => {
  expect(putRight(moved, { ...moved[1]!, from: '2026-12-01' }, undefined)).toEqual({
    ok: true,
    changed: [at('b', '2026-12-01', null), at('a', '2020-01-01', '2026-12-01')],
  });
  expect(putRight(moved, { ...moved[0]!, until: '2026-12-01' }, undefined)).toMatchObject({
    changed: [
      { id: 'a', until: '2026-12-01' },
      { id: 'b', from: '2026-12-01' },
    ],
  });
});

test('a wrong library is put right alone, and the same again changes nothing', () => {
  const wanted = { ...moved[1]!, library: 'library-c' };
  expect(putRight(moved, wanted, undefined)).toEqual({ ok: true, changed: [wanted] });
  expect(putRight(moved, moved[1]!, undefined)).toEqual({ ok: true, changed: [] });
});

test('days that swap, overlap or contradict what follows are refused', () => {
  const three = [at('a', '2020-01-01', '2022-01-01'), at('b', '2022-01-01', '2024-01-01'), at('c', '2024-06-01', null)];
  const reasonOf = (wanted: Affiliation, rows = three) => {
    const done = putRight(rows, wanted, undefined);
    return done.ok ? 'ok' : done.reason;
  };
  expect(reasonOf({ ...three[1]!, until: '2022-01-01' })).toBe('ends-before-it-begins');
  expect(reasonOf({ ...three[1]!, from: '2023-01-01', until: '2022-06-01' })).toBe('ends-before-it-begins');
  expect(reasonOf({ ...three[1]!, from: '2020-01-01' })).toBe('before-earlier');
  expect(reasonOf({ ...three[0]!, until: '2024-01-01' })).toBe('after-later');
  expect(reasonOf({ ...three[0]!, until: null })).toBe('move-follows');
  expect(reasonOf({ ...three[1]!, until: '2024-06-02' })).toBe('overlaps');
  expect(reasonOf({ ...three[1]!, until: null })).toBe('overlaps');
  expect(reasonOf({ ...three[2]!, from: '2023-12-31' })).toBe('overlaps');
  expect(reasonOf({ ...three[1]!, until: '2024-06-01' })).toBe('ok');
});

test('a planned move that is dropped lets the affiliation before go on as it was, but not into a later one', () => {
  expect(dropAffiliation(moved, 'b', null, undefined)).toEqual([
    at('b', '2062-12-01', '2062-12-01'),
    at('a', '2020-01-01', null),
  ]);
  const contract = [at('a', '2020-01-01', '2027-03-01'), at('b', '2027-03-01', null)];
  expect(dropAffiliation(contract, 'b', '2027-07-01', undefined)[1]).toMatchObject({ id: 'a', until: '2027-07-01' });
  const three = [at('a', '2020-01-01', '2022-01-01'), at('b', '2022-01-01', '2024-01-01'), at('c', '2024-01-01', null)];
  expect(dropAffiliation(three, 'b', null, undefined)[1]).toMatchObject({ id: 'a', until: '2024-01-01' });
  expect(
    dropAffiliation([at('a', '2020-01-01', '2021-01-01'), at('b', '2022-01-01', null)], 'b', null, undefined),
  ).toHaveLength(1);
});

test('the end before a move is the last that the move did not give, also after its day was corrected', () => {
  expect(endBeforeMove([null, '2062-12-01', '2026-12-01'], ['2062-12-01', '2026-12-01'])).toBeNull();
  expect(endBeforeMove([null, '2027-07-01', '2027-03-01'], ['2027-03-01'])).toBe('2027-07-01');
  expect(endBeforeMove(['2027-03-01'], ['2027-03-01'])).toBeNull();
});

test('who guides since the first day guides since the corrected first day, and never before the certificate', () => {
  const guidesOf = (row: Affiliation, wanted: Partial<Affiliation>, certified?: string) => {
    const done = putRight([row], { ...row, ...wanted }, certified);
    return done.ok ? done.changed[0]!.guidesFrom : done.reason;
  };
  const appointed = at('a', '2026-04-01', null, '2026-04-01');
  expect(guidesOf(appointed, { from: '2026-02-01' })).toBe('2026-02-01');
  expect(guidesOf(appointed, { from: '2026-06-01' })).toBe('2026-06-01');
  expect(guidesOf(appointed, { from: '2026-02-01' }, '2026-03-01')).toBe('2026-03-01');
  expect(guidesOf(appointed, { from: '2026-02-01' }, '2025-03-01')).toBe('2026-02-01');
  expect(guidesOf(at('a', '2026-01-01', null, '2026-04-01'), { from: '2026-02-01' })).toBe('2026-04-01');
  expect(guidesOf(at('a', '2026-01-01', null, '2026-04-01'), { until: '2026-04-01' })).toBeNull();
  expect(guidesOf(at('a', '2026-01-01', '2026-07-01'), { until: '2026-09-01' }, '2026-08-01')).toBe('2026-08-01');
  expect(guidesOf(at('a', '2026-01-01', '2026-07-01'), { until: '2026-09-01' })).toBeNull();
});

test('after any correction nobody works at two libraries, every affiliation ends after it begins, and guiding lies in it', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-01-01', days));
  const rows = fc
    .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 6 })
    .map((days) => days.sort((a, b) => a - b).map((each) => addDays('2026-01-01', each)))
    .chain((days) => fc.tuple(fc.constant(days), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 })))
    .map(([days, kept]) =>
      days.flatMap((from, place) => (kept[place] ? [at(String(place), from, days[place + 1] ?? null, from)] : [])),
    )
    .filter(({ length }) => length > 0);
  fc.assert(
    fc.property(
      rows,
      fc.nat(),
      day,
      fc.option(day, { nil: null }),
      fc.option(day, { nil: undefined }),
      (all, which, from, until, certified) => {
        const wanted = { ...all[which % all.length]!, from, until };
        const done = putRight(all, wanted, certified);
        if (!done.ok) return;
        const now = all
          .map((each) => done.changed.find(({ id }) => id === each.id) ?? each)
          .sort((a, b) => (a.from < b.from ? -1 : 1));
        for (const [place, row] of now.entries()) {
          expect(row.until === null || row.until > row.from).toBe(true);
          const next = now[place + 1];
          if (next) expect(row.until !== null && row.until <= next.from).toBe(true);
          if (row.guidesFrom !== null)
            expect(row.guidesFrom >= row.from && (row.until === null || row.guidesFrom < row.until)).toBe(true);
        }
      },
    ),
  );
});
