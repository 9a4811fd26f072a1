import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectOf } from '#curriculum/readiness/effect-of.ts';
import { parsePolicy } from '#curriculum/readiness/parse-policy.ts';
import type { ServiceFacts } from '#curriculum/readiness/readiness-of.ts';

const parsed = parsePolicy(readFileSync('curriculum/readiness/policy.yaml', 'utf8'), 'policy.yaml');
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { policy } = parsed;
const today = '2026-11-24';
const papers = policy.gates
  .filter(({ kind }) => kind === 'evidence')
  .map(({ key }) => ({ gate: key, value: 'opfyldt' as const, observedOn: '2026-11-01', expiresOn: null }));
const facts = (more: Partial<ServiceFacts>): ServiceFacts => ({
  serviceId: 's',
  name: 'Bibliotekerne',
  municipalities: [{ code: '0657', name: 'Herning', population: 20_000, pilot: true }],
  anyAffiliation: true,
  guides: 0,
  guidesWithConfidentiality: 0,
  certified: 0,
  countedForGate: 0,
  evidence: papers,
  rollout: [],
  agreements: [],
  inTraining: false,
  onHold: 0,
  guidancePoints: { total: 1, staffed: 1 },
  channels: 0,
  meetings: 0,
  guidance: { sessions: 0, resolved: 0 },
  override: null,
  ...more,
});
const adding = (more: Partial<ServiceFacts>, people: number, guides = 0) =>
  effectOf(policy, today, facts(more), { people, guides }, today);

test('the first people of a place make its staffing known as not met, so the place goes from undetermined to not ready', () => {
  expect(adding({ anyAffiliation: false }, 2)).toMatchObject({
    people: 2,
    from: 'uafklaret',
    to: 'ikke-klar',
    gates: [
      { key: 'bemanding', from: 'ukendt', to: 'ikke-opfyldt', reason: { code: 'short', required: 2, counted: 0 } },
      { key: 'tavshed', from: 'ukendt', to: 'ikke-relevant', reason: { code: 'nobody-guides' } },
    ],
  });
});

test('adding nobody changes nothing, also where nobody is registered', () => {
  expect(adding({ anyAffiliation: false }, 0)).toMatchObject({ from: 'uafklaret', to: 'uafklaret', gates: [] });
});

test('somebody who guides from the first day without having passed the module makes a ready place not ready', () => {
  const ready = { guides: 2, guidesWithConfidentiality: 2, certified: 2, countedForGate: 2 };
  expect(adding(ready, 1)).toMatchObject({ from: 'klar', to: 'klar', gates: [] });
  expect(adding(ready, 1, 1)).toMatchObject({
    from: 'klar',
    to: 'ikke-klar',
    gates: [{ key: 'tavshed', from: 'opfyldt', to: 'ikke-opfyldt' }],
  });
});

test('people who do not guide change nothing at a place where somebody is registered already', () => {
  const anyFacts = fc.record({
    guides: fc.nat(5),
    guidesWithConfidentiality: fc.nat(5),
    certified: fc.nat(9),
    countedForGate: fc.nat(9),
  });
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 1, max: 9 }), (given, people) => {
      const { from, to, gates } = adding(given, people);
      expect([to, gates]).toEqual([from, []]);
    }),
  );
});
