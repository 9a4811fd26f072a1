import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import {
  type Agreement,
  agreementMarkOn,
  agreementStanding,
  isRenewed,
  isSameMatter,
  overlaps,
} from '#curriculum/partners/agreement.ts';

const agreement = (more: Partial<Agreement> = {}): Agreement => ({
  serviceId: null,
  partner: 'Erhvervsstyrelsen',
  about: 'It-hjælp',
  purpose: 'cooperation',
  validFrom: '2026-01-01',
  validUntil: '2027-02-01',
  ...more,
});

test.each([
  ['2025-12-31', 'coming'],
  ['2026-01-01', 'in-force'],
  ['2026-11-02', 'in-force'],
  ['2026-11-03', 'ends-soon'],
  ['2027-01-31', 'ends-soon'],
  ['2027-02-01', 'ended'],
])('an agreement through 31 January 2027 stands on %s as %s', (day, standing) =>
  expect(agreementStanding(agreement(), day)).toBe(standing),
);

test('an agreement reaches the mark of 90 days, then that of 30, and none after its end', () => {
  const on = (day: string) => agreementMarkOn(agreement(), day);
  expect(['2026-11-02', '2026-11-03', '2027-01-01', '2027-01-02', '2027-01-31', '2027-02-01'].map(on)).toEqual([
    undefined,
    90,
    90,
    30,
    30,
    undefined,
  ]);
});

test('periods overlap exactly if a day is in both', () => {
  const day = fc.nat(40).map((days) => addDays('2026-01-01', days));
  const period = fc
    .tuple(day, fc.integer({ min: 1, max: 20 }))
    .map(([validFrom, days]) => ({ validFrom, validUntil: addDays(validFrom, days) }));
  const daysOf = ({ validFrom, validUntil }: { validFrom: string; validUntil: string }) => {
    const days = [];
    for (let each = validFrom; each < validUntil; each = addDays(each, 1)) days.push(each);
    return days;
  };
  fc.assert(
    fc.property(period, period, (one, other) => {
      const both = daysOf(one).some((each) => daysOf(other).includes(each));
      expect(overlaps(one, other)).toBe(both);
    }),
    { numRuns: 60 },
  );
});

test('two agreements are about the same if place, partner and purpose are, however the partner is spelt', () => {
  const same = (more: Partial<Agreement>) => isSameMatter(agreement(), agreement(more));
  expect(same({ partner: ' erhvervsstyrelsen ' })).toBe(true);
  expect(same({ partner: 'KL' })).toBe(false);
  expect(same({ serviceId: 's' })).toBe(false);
  expect(same({ about: 'Kampagner' })).toBe(false);
  const commitment = agreement({ purpose: 'commitment' });
  expect(isSameMatter(commitment, { ...commitment, about: 'Kampagner' })).toBe(true);
});

test('an agreement is renewed by one that begins no later than it ends and lasts longer', () => {
  const by = (validFrom: string, validUntil: string) => isRenewed(agreement(), [agreement({ validFrom, validUntil })]);
  expect(by('2027-02-01', '2028-02-01')).toBe(true);
  expect(by('2027-02-02', '2028-02-01')).toBe(false);
  expect(isRenewed(agreement(), [agreement()])).toBe(false);
});
