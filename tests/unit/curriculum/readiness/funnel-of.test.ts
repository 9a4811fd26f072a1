import fc from 'fast-check';
import { expect, test } from 'vitest';
import { funnelOf } from '#curriculum/readiness/funnel-of.ts';
import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';

type Shown = Parameters<typeof funnelOf>[0][number];
const municipalities = [{ code: '0657', name: 'Herning', population: 1, pilot: false }];
const staffing = (missing: number | null) => ({ required: 2, certified: 0, countedForGate: 0, missing });
const service = (more: Partial<Shown>): Shown => ({
  ...{ stage: 'ikke-startet', verdict: 'ikke-klar', inTraining: false, municipalities },
  staffing: staffing(2),
  ...more,
});

test('a service counts at every step until the furthest it has come to', () => {
  const found = funnelOf([
    service({}),
    service({ stage: 'paa-pause', verdict: 'klar' }),
    service({ stage: 'inviteret' }),
    service({ stage: 'tilsagn', inTraining: true }),
    service({ stage: 'inviteret', staffing: staffing(0) }),
    service({ stage: 'i-drift' }),
  ]);
  expect(found.steps.map(({ count }) => count)).toEqual([4, 3, 3, 2, 1, 1]);
  expect([found.paused, found.none]).toEqual([1, 1]);
});

test('no step has more than the one before, and nobody is lost', () => {
  const any = fc.record({
    stage: fc.constantFrom<ServiceReadiness['stage']>('ikke-startet', 'inviteret', 'tilsagn', 'i-drift', 'paa-pause'),
    verdict: fc.constantFrom<ServiceReadiness['verdict']>('klar', 'ikke-klar', 'uafklaret'),
    staffing: fc.constantFrom(staffing(null), staffing(0), staffing(1)),
    inTraining: fc.boolean(),
    municipalities: fc.constantFrom(municipalities, [...municipalities, ...municipalities]),
  });
  fc.assert(
    fc.property(fc.array(any), (services) => {
      const { steps, paused, none } = funnelOf(services);
      const counts = steps.map(({ count }) => count);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
      const all = services.reduce((sum, each) => sum + each.municipalities.length, 0);
      expect(counts[0]! + paused + none).toBe(all);
    }),
  );
});
