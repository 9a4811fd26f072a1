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
  guides: 3,
  guidesWithConfidentiality: 3,
  certified: 3,
  countedForGate: 3,
  evidence: evidenceGates.map((gate) => ({ gate, value: 'opfyldt', observedOn: '2026-11-01', expiresOn: null })),
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
const on = (more?: Partial<ServiceFacts>, day = today) => readinessOf(policy, day, facts(more));
const gate = (key: string, more?: Partial<ServiceFacts>, day?: string) =>
  on(more, day).gates.find((each) => each.key === key)!;

const anyFacts = fc
  .record({
    anyAffiliation: fc.boolean(),
    guides: fc.nat(9),
    passed: fc.nat(9),
    certified: fc.nat(9),
    counted: fc.nat(9),
    inTraining: fc.boolean(),
    onHold: fc.nat({ max: 5 }),
    rollout: fc.array(
      fc.record({
        type: fc.constantFrom(
          'invited' as const,
          'committed' as const,
          'paused' as const,
          'resumed' as const,
          'live' as const,
        ),
        ago: fc.integer({ min: -30, max: 300 }),
      }),
      { maxLength: 4 },
    ),
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
  .map(({ anyAffiliation, guides, passed, certified, counted, inTraining, rollout, evidence }) =>
    facts({
      inTraining,
      rollout: rollout.map(({ type, ago }) => ({ type, on: addDays(today, -ago) })),
      anyAffiliation,
      guides,
      guidesWithConfidentiality: Math.min(guides, passed),
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
  test('is "ready" exactly if every gate is met or does not apply', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { gates, verdict } = readinessOf(policy, today, given);
        const values = gates.map(({ value }) => value);
        expect(verdict === 'klar').toBe(values.every((value) => value === 'opfyldt' || value === 'ikke-relevant'));
        expect(verdict === 'ikke-klar').toBe(values.includes('ikke-opfyldt'));
      }),
    );
  });
  test('and every gate are the same with an override and without one', () => {
    const given = { id: 'o', reason: 'r', decidedBy: 'd', from: addDays(today, -1), until: addDays(today, 9) };
    const days = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(anyFacts, days, (each, ahead) => {
        const { override, ...rest } = readinessOf(policy, addDays(today, ahead), { ...each, override: given }, today);
        const without = readinessOf(policy, addDays(today, ahead), each, today);
        expect({ ...rest, override: null }).toEqual(without);
        expect(override).toEqual(given);
      }),
    );
  });
  test('is "not ready" if one gate is not met, and never because a gate is unknown', () => {
    expect(verdictOf(['opfyldt', 'ukendt', 'ikke-opfyldt'])).toBe('ikke-klar');
    expect(verdictOf(['opfyldt', 'ukendt'])).toBe('uafklaret');
  });
  test('never has a gate that is not met because evidence was removed', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const without = readinessOf(policy, today, { ...given, evidence: [] });
        for (const { key, value } of without.gates) if (evidenceGates.includes(key)) expect(value).toBe('ukendt');
      }),
    );
  });
  test('never gets worse when another adviser counts', () => {
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
  test('"ready" stays when somebody comes who does not guide, or who is certified and passed the module', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (given, certified) => {
        const ready = { ...given, evidence: facts().evidence, certified: 9, countedForGate: 9, anyAffiliation: true };
        const before = { ...ready, guidesWithConfidentiality: ready.guides };
        expect(readinessOf(policy, today, before).verdict).toBe('klar');
        const more = certified ? 1 : 0;
        const after = {
          ...before,
          guides: before.guides + more,
          guidesWithConfidentiality: before.guidesWithConfidentiality + more,
          certified: before.certified + more,
        };
        expect(readinessOf(policy, today, after).verdict).toBe('klar');
      }),
    );
  });
  test('is the same if it is computed again, whatever the order of evidence from different days', () => {
    const shuffled = anyFacts.chain((given) => {
      const rows = given.evidence.filter(
        ({ gate, observedOn }, at, all) =>
          all.findIndex((each) => each.gate === gate && each.observedOn === observedOn) === at,
      );
      const orders = fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
      return fc.tuple(fc.constant({ ...given, evidence: rows }), orders);
    });
    fc.assert(
      fc.property(shuffled, ([given, evidence]) => {
        const before = structuredClone(given);
        const first = readinessOf(policy, today, given);
        expect(given).toEqual(before);
        expect(readinessOf(policy, today, given)).toEqual(first);
        expect(readinessOf(policy, today, { ...given, evidence })).toEqual(first);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      }),
    );
  });
  test('of a day does not depend on what happens later', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const known = {
          ...given,
          evidence: given.evidence.filter(({ observedOn }) => observedOn <= today),
          rollout: given.rollout.filter(({ on: day }) => day <= today),
        };
        expect(readinessOf(policy, today, given)).toEqual(readinessOf(policy, today, known));
      }),
    );
  });
});

describe('a gate', () => {
  test('of staffing requires max(2, min(8, one per 30,000 people)), summed over the municipalities of a service', () => {
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
  test('of staffing is unknown before anybody is on record, and not met with one adviser too few', () => {
    expect(gate('bemanding', { anyAffiliation: false }).value).toBe('ukendt');
    expect(gate('bemanding', { countedForGate: 2 })).toMatchObject({
      key: 'bemanding',
      value: 'ikke-opfyldt',
      reason: { code: 'short', required: 3, counted: 2, expiring: 1, marginDays: 60 },
    });
    const missing = (more: Partial<ServiceFacts>) => on(more).staffing.missing;
    expect([missing({ countedForGate: 1 }), missing({ countedForGate: 4 })]).toEqual([2, 0]);
    expect(missing({ anyAffiliation: false, certified: 0, countedForGate: 0 })).toBeNull();
  });
  test('of confidentiality does not apply while nobody guides, and is unknown before anybody is on record', () => {
    expect(gate('tavshed', { guides: 0, guidesWithConfidentiality: 0 }).value).toBe('ikke-relevant');
    expect(gate('tavshed', { anyAffiliation: false, guides: 0 }).value).toBe('ukendt');
    expect(gate('tavshed').value).toBe('opfyldt');
    expect(gate('tavshed', { guidesWithConfidentiality: 2 }).value).toBe('ikke-opfyldt');
  });
  test('of evidence becomes unknown on the day the evidence is too old', () => {
    const evidence = [{ gate: 'daekning', value: 'opfyldt' as const, observedOn: '2026-08-21', expiresOn: null }];
    expect(gate('daekning', { evidence }, '2026-11-18').value).toBe('opfyldt');
    expect(gate('daekning', { evidence }, '2026-11-19')).toMatchObject({
      value: 'ukendt',
      reason: { code: 'stale', lastDay: '2026-11-18' },
    });
  });
  test('of evidence ends with the evidence if that is earlier, and ignores evidence from later days', () => {
    const evidence = [{ gate: 'aftale', value: 'opfyldt' as const, observedOn: '2026-11-20', expiresOn: '2026-11-25' }];
    expect([
      gate('aftale', { evidence }, '2026-11-24').value,
      gate('aftale', { evidence }, '2026-11-25').value,
      gate('aftale', { evidence }, '2026-11-19').value,
    ]).toEqual(['opfyldt', 'ukendt', 'ukendt']);
  });
});

describe('evidence', () => {
  const said = (...values: [GateValue, string][]) => ({
    evidence: values.map(([value, observedOn]) => ({ gate: 'aftale', value, observedOn, expiresOn: null })),
  });
  test('of a later day overrides that of an earlier one, and a correction of the same day overrides what it corrects', () => {
    expect(gate('aftale', said(['ikke-opfyldt', '2026-11-02'], ['opfyldt', '2026-11-01'])).value).toBe('ikke-opfyldt');
    expect(gate('aftale', said(['ikke-opfyldt', '2026-11-01'], ['opfyldt', '2026-11-01'])).value).toBe('opfyldt');
  });
  test('may say that nobody knows, which differs from no evidence', () => {
    expect(gate('aftale', said(['opfyldt', '2026-11-01'], ['ukendt', '2026-11-02']))).toMatchObject({
      key: 'aftale',
      value: 'ukendt',
      reason: { code: 'said-unknown', on: '2026-11-02' },
    });
    expect(gate('aftale', { evidence: [] }).reason).toEqual({ code: 'no-evidence' });
  });
  test('that a gate is not met counts as unknown once it is too old, and a gate that does not apply is no obstacle', () => {
    expect(gate('aftale', said(['ikke-opfyldt', '2025-11-24'])).value).toBe('ukendt');
    const evidence = facts().evidence.map((each) => ({ ...each, value: 'ikke-relevant' as const }));
    expect(on({ evidence }).verdict).toBe('klar');
  });
});

describe('a stage', () => {
  type Event = ServiceFacts['rollout'][number];
  const happened = (...events: [Event['type'], string][]) => ({ rollout: events.map(([type, on]) => ({ type, on })) });
  test.each<[string, Partial<ServiceFacts>, string]>([
    ['nothing yet', {}, 'ikke-startet'],
    ['invited', happened(['invited', '2026-01-01']), 'inviteret'],
    ['committed', happened(['committed', '2026-02-01'], ['invited', '2026-01-01']), 'tilsagn'],
    ['live', happened(['live', '2026-01-01']), 'i-drift'],
    ['to be paused tomorrow', happened(['paused', '2026-11-25']), 'ikke-startet'],
    ['paused', happened(['live', '2026-01-01'], ['paused', '2026-02-01']), 'paa-pause'],
    ['resumed', happened(['committed', '2026-01-01'], ['paused', '2026-01-02'], ['resumed', '2026-02-01']), 'tilsagn'],
  ])('is what happened in the rollout: %s', (_, more, stage) => expect(on(more).stage).toBe(stage));
  test('does not depend on people and papers', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (given, other) => {
        const stage = (each: ServiceFacts) => readinessOf(policy, today, each).stage;
        expect(stage({ ...other, rollout: given.rollout })).toBe(stage(given));
      }),
    );
  });
});

describe('the class on the map', () => {
  const few = { certified: 0, countedForGate: 0 };
  test.each<[string, Partial<ServiceFacts>, string]>([
    ['unclear', { anyAffiliation: false, ...few, evidence: [] }, 'uafklaret'],
    ['not begun', few, 'ikke-i-gang'],
    ['in training', { ...few, inTraining: true }, 'under-uddannelse'],
    ['staffed', { evidence: [], guidesWithConfidentiality: 2 }, 'bemandet'],
    ['ready', {}, 'klar'],
    ['live and no longer staffed', { ...few, rollout: [{ type: 'live', on: '2026-01-01' }] }, 'ikke-i-gang'],
  ])('is %s', (_, more, mapClass) => expect(on(more).mapClass).toBe(mapClass));
});

describe('a coming day', () => {
  const ahead = addDays(today, 300);
  const seen = (given: ServiceFacts) => readinessOf(policy, ahead, given, today);
  test('is judged by the people of that day and the papers of today, with the strict answer beside it', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        // Nobody can note a paper of a day that has not come.
        const { gates, verdict, strict } = seen(given);
        const [then, now] = [readinessOf(policy, ahead, given), readinessOf(policy, today, given)];
        for (const [at, gate] of gates.entries())
          expect(gate).toEqual((gate.kind === 'evidence' ? now : then).gates[at]);
        expect(verdict).toBe(verdictOf(gates.map(({ value }) => value)));
        expect(strict).toEqual({ verdict: then.verdict, gates: then.gates });
      }),
    );
  });
  test('names exactly the papers that count today and not on that day, each with its last day', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { gates, strict, falling } = seen(given);
        const met = ({ value }: { value: GateValue }) => value === 'opfyldt' || value === 'ikke-relevant';
        const lost = gates.filter((gate, at) => met(gate) && !met(strict!.gates[at]!));
        expect(falling!.map(({ gate }) => gate)).toEqual(lost.map(({ key }) => key));
        for (const { lastDay } of falling!) {
          expect(lastDay >= today).toBe(true);
          expect(lastDay < ahead).toBe(true);
        }
      }),
    );
  });
  test('does not call a staffed place unready because its papers grow old', () => {
    expect(seen(facts())).toMatchObject({ verdict: 'klar', strict: { verdict: 'uafklaret' } });
  });
  test('is the only one with a strict answer: today and past days have their own papers', () => {
    for (const day of [today, addDays(today, -30)])
      expect(readinessOf(policy, day, facts(), today)).toEqual(readinessOf(policy, day, facts()));
    expect(readinessOf(policy, today, facts(), today)).not.toHaveProperty('strict');
  });
});

describe('people and papers', () => {
  test('are two axes: each says what its own gates say, and together they are the verdict', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { people, papers, verdict, gates } = readinessOf(policy, today, given);
        const said = (isOf: (kind: string) => boolean) => {
          const values = gates.filter(({ kind }) => isOf(kind)).map(({ value }) => value);
          if (values.includes('ikke-opfyldt')) return 'ikke-opfyldt';
          return values.includes('ukendt') ? 'ukendt' : 'opfyldt';
        };
        expect(people).toBe(said((kind) => kind !== 'evidence'));
        expect(papers).toBe(said((kind) => kind === 'evidence'));
        expect(verdict === 'klar').toBe(people === 'opfyldt' && papers === 'opfyldt');
      }),
    );
  });
  test('do not hide each other', () => {
    expect(on({ certified: 0, countedForGate: 0, evidence: [] })).toMatchObject({
      ...{ people: 'ikke-opfyldt', papers: 'ukendt', verdict: 'ikke-klar' },
    });
    expect(on({ anyAffiliation: false })).toMatchObject({ people: 'ukendt', papers: 'opfyldt', verdict: 'uafklaret' });
  });
});

describe('the score', () => {
  test('is the sum of its parts, none above its maximum', () => {
    const count = fc.nat(200);
    fc.assert(
      fc.property(fc.record({ certified: count, channels: count, meetings: count }), count, count, (more, a, b) => {
        const given = { ...more, guidance: { sessions: a, resolved: b }, guidancePoints: { total: a, staffed: b } };
        const { score, scoreParts } = on(given);
        expect(score).toBe(scoreParts.reduce((sum, { points }) => sum + points, 0));
        for (const { points, max } of scoreParts) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(max);
        }
        expect(scoreParts.reduce((sum, { max }) => sum + max, 0)).toBe(100);
      }),
    );
  });
  test('gives each part the points of the policy', () => {
    const given = {
      certified: 4,
      guidancePoints: { total: 3, staffed: 1 },
      channels: 3,
      meetings: 2,
      guidance: { sessions: 5, resolved: 4 },
    };
    expect(on(given).scoreParts.map(({ key, points }) => [key, points])).toEqual([
      ['dybde', 10],
      ['geografi', 5],
      ['markedsfoering', 15],
      ['interessenter', 10],
      ['praksis', 10],
      ['udbytte', 8],
    ]);
  });
  test('leaves out a part that nobody can note', () => {
    const scored = policy.scored.map((part) => ({ ...part, noted: part.key !== 'markedsfoering' }));
    const { score, scoreParts } = readinessOf({ ...policy, scored }, today, facts({ channels: 4 }));
    expect(scoreParts.map(({ key }) => key)).not.toContain('markedsfoering');
    expect(score).toBe(on({ channels: 4 }).score - 20);
  });
  test('never changes a verdict', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(9), (given, channels) => {
        const more = { ...given, channels, meetings: channels, guidance: { sessions: channels, resolved: channels } };
        const { verdict, mapClass, stage } = readinessOf(policy, today, given);
        expect(readinessOf(policy, today, more)).toMatchObject({ verdict, mapClass, stage });
      }),
    );
  });
});

test('every reason for a gate is a sentence in both languages', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      for (const { reason } of readinessOf(policy, today, given).gates)
        for (const language of ['da', 'en'] as const) expect(reasonText(reason, language)).toMatch(/^[A-ZÆØÅ0-9].*\.$/);
    }),
  );
});

test('a gate that is documented as not met says so', () => {
  const evidence = [{ gate: 'aftale', value: 'ikke-opfyldt' as const, observedOn: '2026-11-07', expiresOn: null }];
  const { reason } = gate('aftale', { evidence });
  expect(reasonText(reason, 'da')).toBe('Dokumenteret 2026-11-07, at kravet ikke er opfyldt.');
  expect(reasonText(reason, 'en')).toBe('Evidence from 2026-11-07 that the requirement is not met.');
});

test('a reason for a gate has the right plural for people and days', () => {
  const short = { code: 'short', required: 3, counted: 2, expiring: 1, marginDays: 60 } as const;
  expect(reasonText(short, 'da')).toBe('Mangler 1: 2 af 3 har bevis i mindst 60 dage endnu, 1 udløber før.');
  expect(reasonText({ ...short, marginDays: 1 }, 'en')).toBe(
    'Lacks 1: 2 of 3 hold a certificate for at least 1 more day, 1 expires before.',
  );
  expect(reasonText({ ...short, code: 'staffed', counted: 5, marginDays: 0 }, 'da')).toBe(
    '5 certificerede vejledere har gyldigt bevis. Kravet er 3.',
  );
  expect(reasonText({ code: 'all-passed', passed: 1, guides: 1 }, 'da')).toBe(
    'Den ene, der vejleder, har bestået modulet.',
  );
  expect(reasonText({ code: 'stale', on: '2026-08-21', lastDay: '2026-11-18' }, 'en', (day) => `<${day}>`)).toBe(
    'The evidence from <2026-08-21> held through <2026-11-18>.',
  );
});

describe('a gate that an agreement can meet', () => {
  const agreed = (more: Partial<ServiceFacts['agreements'][number]> = {}): ServiceFacts['agreements'][number] => ({
    purpose: 'commitment',
    partner: 'Styrelsen',
    validFrom: '2026-01-01',
    validUntil: '2027-02-01',
    ...more,
  });
  const paper = (value: GateValue, observedOn: string): ServiceFacts['evidence'] => [
    { gate: 'aftale', value, observedOn, expiresOn: null },
  ];
  const met = { code: 'agreement', partner: 'Styrelsen', lastDay: '2027-01-31' };

  test('is met while the agreement is in force, whatever its age, and unknown afterwards', () => {
    const given = { evidence: [], agreements: [agreed({ validFrom: '2020-01-01' })] };
    expect(gate('aftale', given)).toMatchObject({ value: 'opfyldt', reason: met });
    const ended = { evidence: [], agreements: [agreed({ validUntil: '2026-11-24' })] };
    expect(gate('aftale', ended)).toMatchObject({
      value: 'ukendt',
      reason: { code: 'agreement-ended', lastDay: '2026-11-23' },
    });
    expect(gate('aftale', { evidence: [], agreements: [agreed({ validFrom: '2026-11-25' })] })).toMatchObject({
      value: 'ukendt',
      reason: { code: 'no-evidence' },
    });
  });
  test('is not met by an agreement of another kind', () => {
    const given = { evidence: [], agreements: [agreed({ purpose: 'referral' })] };
    expect([gate('aftale', given).value, gate('henvisning', given).value]).toEqual(['ukendt', 'opfyldt']);
    expect(gate('henvisning', { evidence: [], agreements: [agreed({ purpose: 'cooperation' })] }).value).toBe('ukendt');
  });
  test('follows a later paper that says no, until that paper is too old; an earlier one does not count', () => {
    const given = (value: GateValue, observedOn: string) => ({
      evidence: paper(value, observedOn),
      agreements: [agreed()],
    });
    expect(gate('aftale', given('ikke-opfyldt', '2026-11-01'))).toMatchObject({
      value: 'ikke-opfyldt',
      reason: { code: 'said-no', on: '2026-11-01' },
    });
    expect(gate('aftale', given('ikke-opfyldt', '2025-12-31'))).toMatchObject({ value: 'opfyldt', reason: met });
    expect(gate('aftale', given('opfyldt', '2026-11-01'))).toMatchObject({ value: 'opfyldt', reason: met });
    const long = { evidence: paper('ikke-opfyldt', '2025-02-01'), agreements: [agreed({ validFrom: '2025-01-01' })] };
    expect(gate('aftale', long)).toMatchObject({ value: 'opfyldt' });
  });
  test('of a coming day falls with the agreement, and does not where a longer one is known', () => {
    const ahead = (agreements: ServiceFacts['agreements']) =>
      readinessOf(policy, '2027-03-01', facts({ agreements }), today).falling!.filter((each) => each.gate === 'aftale');
    expect(ahead([agreed()])).toEqual([]);
    const without = facts({ agreements: [agreed()], evidence: [] });
    expect(readinessOf(policy, '2027-03-01', without, today).falling).toEqual([
      { gate: 'aftale', lastDay: '2027-01-31' },
    ]);
    const longer = facts({
      agreements: [agreed(), agreed({ validFrom: '2027-02-01', validUntil: '2028-01-01' })],
      evidence: [],
    });
    expect(readinessOf(policy, '2027-03-01', longer, today).falling).toEqual([]);
  });
  test('says in both languages that the agreement counts', () => {
    const { reason } = gate('aftale', { agreements: [agreed()] });
    expect(reasonText(reason, 'da')).toBe('Aftalen med Styrelsen tæller. Den gælder til og med 2027-01-31.');
    expect(reasonText(reason, 'en')).toBe('The agreement with Styrelsen counts. It is in force through 2027-01-31.');
  });
});
