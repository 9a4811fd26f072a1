import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { parsePolicy } from '#curriculum/readiness/parse-policy.ts';
import {
  type GateValue,
  readinessOf,
  requiredAdvisers,
  type ServiceFacts,
  verdictOf,
} from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import municipalities from '#db/places/municipalities.json';

const text = readFileSync('curriculum/readiness/policy.yaml', 'utf8');
const parsed = parsePolicy(text, 'policy.yaml');
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { policy } = parsed;
const evidenceGates = policy.gates.filter(({ kind }) => kind === 'evidence').map(({ key }) => key);
const today = '2026-11-24';

const facts = (more: Partial<ServiceFacts> = {}): ServiceFacts => ({
  serviceId: 's',
  name: 'Bibliotekerne',
  municipalities: [{ code: '0657', name: 'Herning', population: 89_127, pilot: true }],
  anyAffiliation: true,
  advisers: 3,
  advisersWithConfidentiality: 3,
  certified: 3,
  countedForGate: 3,
  evidence: evidenceGates.map((gate) => ({ gate, value: 'opfyldt', observedOn: '2026-11-01', expiresOn: null })),
  rollout: [],
  inTraining: false,
  guidancePoints: { total: 1, staffed: 1 },
  channels: 0,
  meetings: 0,
  guidance: { sessions: 0, resolved: 0 },
  ...more,
});
const on = (more?: Partial<ServiceFacts>, day = today) => readinessOf(policy, day, facts(more));
const gate = (key: string, more?: Partial<ServiceFacts>, day?: string) =>
  on(more, day).gates.find((each) => each.key === key)!;

const anyFacts = fc
  .record({
    anyAffiliation: fc.boolean(),
    advisers: fc.nat(9),
    passed: fc.nat(9),
    certified: fc.nat(9),
    counted: fc.nat(9),
    evidence: fc.array(
      fc.record({
        gate: fc.constantFrom(...evidenceGates),
        value: fc.constantFrom<GateValue>('opfyldt', 'ikke-opfyldt', 'ukendt', 'ikke-relevant'),
        ago: fc.nat(500),
        lasts: fc.option(fc.integer({ min: 1, max: 400 })),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ anyAffiliation, advisers, passed, certified, counted, evidence }) =>
    facts({
      anyAffiliation,
      advisers,
      advisersWithConfidentiality: Math.min(advisers, passed),
      certified,
      countedForGate: Math.min(certified, counted),
      evidence: evidence.map(({ gate, value, ago, lasts }) => ({
        gate,
        value,
        observedOn: addDays(today, -ago),
        expiresOn: lasts === null ? null : addDays(today, lasts - ago),
      })),
    }),
  );

describe('a verdict', () => {
  test('is ready exactly when every gate is met or does not apply', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { gates, verdict } = readinessOf(policy, today, given);
        const values = gates.map(({ value }) => value);
        expect(verdict === 'klar').toBe(values.every((value) => value === 'opfyldt' || value === 'ikke-relevant'));
        expect(verdict === 'ikke-klar').toBe(values.includes('ikke-opfyldt'));
      }),
    );
  });
  test('one no is a no, and what is unknown is never one', () => {
    expect(verdictOf(['opfyldt', 'ukendt', 'ikke-opfyldt'])).toBe('ikke-klar');
    expect(verdictOf(['opfyldt', 'ukendt'])).toBe('uafklaret');
  });
  test('taking evidence away never makes a gate a no', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const without = readinessOf(policy, today, { ...given, evidence: [] });
        for (const { key, value } of without.gates) if (evidenceGates.includes(key)) expect(value).toBe('ukendt');
      }),
    );
  });
  test('one adviser more who counts never makes the staffing worse', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const value = (more: ServiceFacts) =>
          readinessOf(policy, today, more).gates.find(({ key }) => key === 'bemanding')!.value;
        if (value(given) === 'opfyldt')
          expect(value({ ...given, certified: given.certified + 1, countedForGate: given.countedForGate + 1 })).toBe(
            'opfyldt',
          );
      }),
    );
  });
  test('computed again it is the same, whatever the order of the evidence of different days', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        expect(readinessOf(policy, today, given)).toEqual(readinessOf(policy, today, given));
        const days = given.evidence.map(({ gate, observedOn }) => gate + observedOn);
        if (new Set(days).size === days.length)
          expect(readinessOf(policy, today, { ...given, evidence: [...given.evidence].reverse() })).toEqual(
            readinessOf(policy, today, given),
          );
      }),
    );
  });
});

describe('a gate', () => {
  test('of staffing asks for max(2, min(8, one per 30,000)), summed over what is served', () => {
    const rules = policy.versions[0]!;
    for (const { population } of municipalities) {
      const asked = requiredAdvisers(
        rules,
        facts({ municipalities: [{ code: 'x', name: 'x', population, pilot: false }] }),
      );
      expect(asked).toBe(Math.max(2, Math.min(8, Math.ceil(population / 30_000))));
    }
    const two = [31_000, 31_000].map((population, at) => ({ code: String(at), name: '', population, pilot: false }));
    expect(requiredAdvisers(rules, facts({ municipalities: two }))).toBe(3);
  });
  test('of staffing is unknown before anybody is on record, and a no with one too few', () => {
    expect(gate('bemanding', { anyAffiliation: false }).value).toBe('ukendt');
    expect(gate('bemanding', { countedForGate: 2 })).toEqual({
      key: 'bemanding',
      value: 'ikke-opfyldt',
      reason: { code: 'short', required: 3, counted: 2, expiring: 1 },
    });
  });
  test('of confidentiality is not met by having no advisers', () => {
    expect(gate('tavshed', { advisers: 0, advisersWithConfidentiality: 0 }).value).toBe('ikke-opfyldt');
    expect(gate('tavshed', { anyAffiliation: false, advisers: 0 }).value).toBe('ukendt');
    expect(gate('tavshed', { advisersWithConfidentiality: 2 }).value).toBe('ikke-opfyldt');
  });
  test('of evidence grows too old on the day its freshness ends', () => {
    const evidence = [{ gate: 'daekning', value: 'opfyldt' as const, observedOn: '2026-08-21', expiresOn: null }];
    expect(gate('daekning', { evidence }, '2026-11-18').value).toBe('opfyldt');
    expect(gate('daekning', { evidence }, '2026-11-19')).toMatchObject({
      value: 'ukendt',
      reason: { code: 'stale', until: '2026-11-19' },
    });
  });
  test('of evidence ends with the evidence when that is earlier, and does not know tomorrow', () => {
    const evidence = [{ gate: 'aftale', value: 'opfyldt' as const, observedOn: '2026-11-20', expiresOn: '2026-11-25' }];
    expect([
      gate('aftale', { evidence }, '2026-11-24').value,
      gate('aftale', { evidence }, '2026-11-25').value,
      gate('aftale', { evidence }, '2026-11-19').value,
    ]).toEqual(['opfyldt', 'ukendt', 'ukendt']);
  });
});

describe('a stage', () => {
  test.each([
    [
      'nothing yet',
      { anyAffiliation: false, certified: 0, countedForGate: 0, evidence: [] },
      'ikke-startet',
      'uafklaret',
    ],
    [
      'invited',
      { certified: 0, countedForGate: 0, rollout: [{ type: 'invited' as const, on: '2026-01-01' }] },
      'inviteret',
      'ikke-i-gang',
    ],
    ['in training', { certified: 0, countedForGate: 0, inTraining: true }, 'under-uddannelse', 'under-uddannelse'],
    ['staffed', { evidence: [], advisersWithConfidentiality: 2 }, 'bemandet', 'bemandet'],
    ['ready', {}, 'klar', 'klar'],
    ['live', { rollout: [{ type: 'live' as const, on: '2026-01-01' }] }, 'i-drift', 'klar'],
    ['paused', { rollout: [{ type: 'paused' as const, on: '2026-01-01' }] }, 'paa-pause', 'klar'],
    [
      'resumed',
      {
        rollout: [
          { type: 'paused' as const, on: '2026-01-01' },
          { type: 'resumed' as const, on: '2026-02-01' },
        ],
      },
      'klar',
      'klar',
    ],
  ])('%s', (_, more, stage, mapClass) => expect(on(more)).toMatchObject({ stage, mapClass }));
});

test('the score ranks and never reaches above a hundred', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(9), fc.nat(9), fc.nat(200), (certified, channels, meetings, sessions) => {
      const { score } = on({ certified, channels, meetings, guidance: { sessions, resolved: sessions } });
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
    }),
  );
});

test('every reason is a sentence in both languages', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      for (const { reason } of readinessOf(policy, today, given).gates)
        for (const language of ['da', 'en'] as const) expect(reasonText(reason, language)).toMatch(/^[A-ZÆØÅ0-9].*\.$/);
    }),
  );
});

test('a broken policy says every problem with its line', () => {
  const broken = text
    .replace('least: 2', 'least: 9')
    .replace('aftale: 365, ', '')
    .replace('from: "2012-01-01"', 'from: "engang"')
    .replace('kind: staffing', 'kind: noget');
  const wrong = parsePolicy(broken, 'policy.yaml');
  expect(wrong.ok).toBe(false);
  if (!wrong.ok)
    expect(wrong.problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['gates.1.kind', 'versions.0.from']));
});
