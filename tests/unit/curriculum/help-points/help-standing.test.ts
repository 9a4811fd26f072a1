import fc from 'fast-check';
import { expect, test } from 'vitest';
import { helpStandingOf } from '#curriculum/help-points/help-standing.ts';
import type { Stage } from '#curriculum/readiness/readiness-of.ts';

const today = '2026-11-30';
const live = { consented: true, described: true, stage: 'i-drift' as Stage, opensOn: undefined };

test('a place helps now when it agreed, is live and said how', () => {
  expect(helpStandingOf(live, today)).toEqual({ is: 'now' });
  expect(helpStandingOf({ ...live, described: false }, today)).toEqual({ is: 'ask' });
});

test('a place whose wave opens later helps from that day, on the day itself only when it is live', () => {
  const coming = { ...live, stage: 'tilsagn' as Stage, opensOn: '2027-03-01' };
  expect(helpStandingOf(coming, today)).toEqual({ is: 'from', day: '2027-03-01' });
  expect(helpStandingOf(coming, '2027-02-28')).toEqual({ is: 'from', day: '2027-03-01' });
  expect(helpStandingOf(coming, '2027-03-01')).toEqual({ is: 'ask' });
  expect(helpStandingOf({ ...coming, stage: 'paa-pause' }, today)).toEqual({ is: 'ask' });
});

const stages: Stage[] = ['ikke-startet', 'inviteret', 'tilsagn', 'i-drift', 'paa-pause'];
const facts = fc.record({
  consented: fc.boolean(),
  described: fc.boolean(),
  stage: fc.constantFrom(...stages),
  opensOn: fc.constantFrom(undefined, '2026-11-29', '2026-11-30', '2026-12-01', '2027-03-01'),
});

test('whoever did not agree, or is paused, is never shown', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const { is } = helpStandingOf(given, today);
      if (!given.consented || given.stage === 'paa-pause') expect(is).toBe('ask');
      if (is === 'now') expect(given).toMatchObject({ consented: true, described: true, stage: 'i-drift' });
    }),
  );
});

test('taking the yes back takes a place away whatever else is true of it', () => {
  fc.assert(
    fc.property(facts, (given) => {
      expect(helpStandingOf({ ...given, consented: false }, today)).toEqual({ is: 'ask' });
    }),
  );
});
