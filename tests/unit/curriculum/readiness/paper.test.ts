import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { latestPaper, type Paper, paperCounts, paperWaits, waitingPaper } from '#curriculum/readiness/paper.ts';

const today = '2026-12-01';
const asks = { confirmed: ['rum'] };
const rely = { confirmed: [] };
const paper = (more: Partial<Paper> = {}): Paper => ({
  ...{ gate: 'rum', value: 'opfyldt', observedOn: '2026-11-20', expiresOn: null },
  ...more,
});
const stated = (decision: { confirmed: boolean; on: string } | null = null, more: Partial<Paper> = {}) =>
  paper({ stated: { decision }, ...more });

const anyPaper = fc
  .record({
    ago: fc.integer({ min: -20, max: 60 }),
    place: fc.boolean(),
    decision: fc.option(fc.record({ confirmed: fc.boolean(), ago: fc.integer({ min: -20, max: 60 }) })),
  })
  .map(({ ago, place, decision }) =>
    paper({
      observedOn: addDays(today, -ago),
      ...(place && {
        stated: { decision: decision && { confirmed: decision.confirmed, on: addDays(today, -decision.ago) } },
      }),
    }),
  );

describe('what a place says of itself', () => {
  test('counts from the day the agency confirms it, where the policy asks for that', () => {
    const confirmed = stated({ confirmed: true, on: '2026-11-25' });
    expect(['2026-11-20', '2026-11-24', '2026-11-25'].map((day) => paperCounts(asks, confirmed, day))).toEqual([
      ...[false, false, true],
    ]);
    expect(paperCounts(rely, confirmed, '2026-11-20')).toBe(true);
  });
  test('counts no more from the day the agency declines it, whatever the policy asks for', () => {
    const declined = stated({ confirmed: false, on: '2026-11-25' });
    expect([rely, asks].map((rules) => paperCounts(rules, declined, today))).toEqual([false, false]);
    expect(paperCounts(rely, declined, '2026-11-24')).toBe(true);
  });
  test('leaves the earlier paper to count until it is confirmed', () => {
    const earlier = paper({ observedOn: '2026-06-01' });
    expect(latestPaper(asks, [earlier, stated()], 'rum', today)).toBe(earlier);
    expect(waitingPaper(asks, [earlier, stated()], 'rum', today)).toEqual(stated());
    const confirmed = stated({ confirmed: true, on: '2026-11-25' });
    expect(latestPaper(asks, [earlier, confirmed], 'rum', today)).toBe(confirmed);
    expect(waitingPaper(asks, [earlier, confirmed], 'rum', today)).toBeUndefined();
  });
  test('does not wait where something newer counts', () => {
    expect(waitingPaper(asks, [stated(), paper({ observedOn: '2026-11-21' })], 'rum', today)).toBeUndefined();
  });
  test('never both counts and waits, and without a decision waits exactly where it does not count', () => {
    fc.assert(
      fc.property(anyPaper, fc.constantFrom(asks, rely), (given, rules) => {
        const [counts, waits] = [paperCounts(rules, given, today), paperWaits(rules, given, today)];
        expect(counts && waits).toBe(false);
        const undecided = given.stated?.decision === null && given.observedOn <= today;
        if (undecided) expect(waits).toBe(!counts);
      }),
    );
  });
  test('makes nothing count that would not count without it', () => {
    fc.assert(
      fc.property(fc.array(anyPaper, { maxLength: 6 }), anyPaper, (papers, one) => {
        const undecided = paper({ observedOn: one.observedOn, stated: { decision: null } });
        const [with_, without] = [[...papers, undecided], papers].map((all) => latestPaper(asks, all, 'rum', today));
        expect(with_).toBe(without);
      }),
    );
  });
});

test('what the agency says counts from the day it was seen', () => {
  expect([paperCounts(asks, paper(), '2026-11-19'), paperCounts(asks, paper(), '2026-11-20')]).toEqual([false, true]);
});
