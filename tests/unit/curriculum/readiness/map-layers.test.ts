import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layerClassOf, layerNames, mapLayers } from '#curriculum/readiness/map-layers.ts';
import { paperAgeOf, seenPaperOf } from '#curriculum/readiness/paper-age.ts';
import type { GateResult, GateValue, ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';

const day = '2026-11-24';
const evidence = (value: GateValue, lastDay: string | null): GateResult => ({
  ...{ key: 'aftale', kind: 'evidence', value },
  reason: lastDay === null ? { code: 'no-evidence' } : { code: 'evidence', on: '2026-01-01', lastDay },
});
type Shown = Parameters<typeof layerClassOf>[1];
const place = (more: Partial<Shown>): Shown => ({
  ...{ mapClass: 'klar', people: 'opfyldt', stage: 'ikke-startet', inTraining: false, gates: [] },
  staffing: { required: 2, certified: 2, countedForGate: 2, missing: 0 },
  ...more,
});
const short = (countedForGate: number) => ({ required: 3, certified: 3, countedForGate, missing: 3 - countedForGate });
const unknown = { required: 2, certified: 0, countedForGate: 0, missing: null };

test('staffing is enough, partly, under way or nobody, and unknown before anybody is on record', () => {
  const classOf = (more: Partial<Shown>) => layerClassOf('staffing', place(more), day);
  expect(classOf({})).toBe('enough');
  expect(classOf({ staffing: short(1), inTraining: true })).toBe('partly');
  expect(classOf({ staffing: short(0), inTraining: true })).toBe('under-way');
  expect(classOf({ staffing: short(0) })).toBe('none');
  expect(classOf({ staffing: unknown })).toBe('unknown');
});

test('a paper that says no weighs more than one nobody has seen, and that more than one that is soon too old', () => {
  const classOf = (...gates: GateResult[]) => layerClassOf('papers', place({ gates }), day);
  const [fresh, soon] = [evidence('opfyldt', '2026-12-25'), evidence('opfyldt', '2026-12-24')];
  expect(classOf(fresh)).toBe('in-order');
  expect(classOf(fresh, soon)).toBe('soon');
  expect(classOf(soon, evidence('ukendt', null))).toBe('unknown');
  expect(classOf(evidence('ukendt', null), evidence('ikke-opfyldt', '2027-01-01'))).toBe('lacking');
});

test('the rollout says what has happened, and how far the people of the others are', () => {
  const classOf = (more: Partial<Shown>) => layerClassOf('rollout', place(more), day);
  expect(classOf({ stage: 'i-drift', staffing: short(0) })).toBe('live');
  expect(classOf({ stage: 'paa-pause' })).toBe('paused');
  expect(classOf({ stage: 'tilsagn' })).toBe('waiting');
  expect(classOf({ stage: 'tilsagn', staffing: short(1), inTraining: true })).toBe('training');
  expect(classOf({ stage: 'inviteret', staffing: unknown })).toBe('invited');
  expect(classOf({ staffing: unknown })).toBe('not-started');
});

test('the age of a paper is old when it no longer counts, and never when nobody saw one', () => {
  expect(
    paperAgeOf({ ...evidence('ukendt', '2026-11-01'), reason: { code: 'stale', on: day, lastDay: day } }, day),
  ).toBe('old');
  expect(paperAgeOf(evidence('ukendt', null), day)).toBe('never');
  expect(paperAgeOf(evidence('ikke-opfyldt', '2027-01-01'), day)).toBeUndefined();
  expect(paperAgeOf({ ...evidence('opfyldt', '2027-01-01'), kind: 'staffing' }, day)).toBeUndefined();
  const agreement = { code: 'agreement', partner: 'Styrelsen', from: '2025-01-01', lastDay: '2027-01-31' } as const;
  expect(seenPaperOf({ reason: agreement })).toEqual({ seenOn: '2025-01-01', lastDay: '2027-01-31' });
});

test('every service has one class of each layer, and unknown staffing is never shown as lacking people', () => {
  const value = fc.constantFrom<GateValue>('opfyldt', 'ikke-opfyldt', 'ukendt', 'ikke-relevant');
  const any = fc.record({
    stage: fc.constantFrom<ServiceReadiness['stage']>('ikke-startet', 'inviteret', 'tilsagn', 'i-drift', 'paa-pause'),
    staffing: fc.constantFrom(unknown, short(0), short(2), place({}).staffing),
    inTraining: fc.boolean(),
    gates: fc.array(fc.tuple(value, fc.constantFrom('2026-12-01', '2028-01-01', null)).map(([v, d]) => evidence(v, d))),
  });
  fc.assert(
    fc.property(any, (more) => {
      const shown = place(more);
      for (const layer of layerNames) expect(mapLayers[layer]).toContain(layerClassOf(layer, shown, day));
      if (more.staffing.missing === null) expect(layerClassOf('staffing', shown, day)).toBe('unknown');
    }),
  );
});
