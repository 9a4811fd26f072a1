import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Policy, parsePolicy, versionOn } from '#curriculum/readiness/parse-policy.ts';
import { readinessOf, type ServiceFacts } from '#curriculum/readiness/readiness-of.ts';

const whole = readFileSync('curriculum/readiness/policy.yaml', 'utf8');
/** The file with its first version alone. */
const text = whole.slice(0, whole.indexOf('  - version: "1.1'));

function policyOf(source: string): Policy {
  const parsed = parsePolicy(source, 'policy.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

function problemsOf(source: string) {
  const parsed = parsePolicy(source, 'policy.yaml');
  return parsed.ok ? [] : parsed.problems;
}

/** The first version of the file again as its second, changed as a later one would be; the file's others are left out. */
function withSecondVersion(...changes: [string, string][]): string {
  const first = text.slice(text.indexOf('  - version:')).trimEnd();
  const second = [['1.0-forslag', '2.0'], ['2012-01-01', '2027-01-01'], ...changes].reduce(
    (changed, [from, to]) => changed.replace(from!, to!),
    first,
  );
  return `${text.trimEnd()}\n${second}\n`;
}

const lineOf = (source: string, part: string) => source.slice(0, source.indexOf(part)).split('\n').length;

describe('the policy', () => {
  test('has the seven gates with titles in both languages', () => {
    const { gates } = policyOf(text);
    expect(gates.map(({ key }) => key)).toEqual([
      'aftale',
      'bemanding',
      'daekning',
      'kontaktperson',
      'rum_udstyr',
      'tavshed',
      'henvisning',
    ]);
    for (const { title, short } of gates) expect(new Set([title.da, title.en, short.da, short.en]).size).toBe(4);
  });
  test('uses the latest thresholds in force on the day, and the first ones before that', () => {
    const policy = policyOf(withSecondVersion(['least: 2', 'least: 3']));
    const asked = (day: string) => [versionOn(policy, day).version, versionOn(policy, day).staffing.least];
    expect(['2011-06-01', '2026-12-31', '2027-01-01', '2030-01-01'].map(asked)).toEqual([
      ['1.0-forslag', 2],
      ['1.0-forslag', 2],
      ['2.0', 3],
      ['2.0', 3],
    ]);
  });
  test('of a past day does not change with later thresholds', () => {
    const first = policyOf(text);
    const policy = policyOf(withSecondVersion(['least: 2', 'least: 3']));
    const facts: ServiceFacts = {
      serviceId: 's',
      name: 'Fanø',
      municipalities: [{ code: '0563', name: 'Fanø', population: 3_427, pilot: false }],
      anyAffiliation: true,
      guides: 2,
      guidesWithConfidentiality: 2,
      certified: 2,
      countedForGate: 2,
      evidence: [],
      rollout: [],
      agreements: [],
      inTraining: false,
      onHold: 0,
      guidancePoints: { total: 0, staffed: 0 },
      channels: 0,
      meetings: 0,
      guidance: { sessions: 0, resolved: 0 },
      override: null,
    };
    expect(readinessOf(policy, '2026-12-31', facts)).toEqual(readinessOf(first, '2026-12-31', facts));
    expect(readinessOf(policy, '2027-01-01', facts).staffing.required).toBe(3);
  });
  test('gives the order in which the map looks for a class', () => {
    const other = text.replace(
      '[klar, uafklaret, bemandet, under-uddannelse, ikke-i-gang]',
      '[klar, bemandet, uafklaret, under-uddannelse, ikke-i-gang]',
    );
    const staffedAndOpen = {
      serviceId: 's',
      name: 's',
      municipalities: [],
      anyAffiliation: true,
      guides: 2,
      guidesWithConfidentiality: 2,
      certified: 2,
      countedForGate: 2,
      evidence: [],
      rollout: [],
      agreements: [],
      inTraining: false,
      onHold: 0,
      guidancePoints: { total: 0, staffed: 0 },
      channels: 0,
      meetings: 0,
      guidance: { sessions: 0, resolved: 0 },
      override: null,
    } satisfies ServiceFacts;
    expect(readinessOf(policyOf(text), '2026-11-24', staffedAndOpen).mapClass).toBe('uafklaret');
    expect(readinessOf(policyOf(other), '2026-11-24', staffedAndOpen).mapClass).toBe('bemandet');
  });
});

describe('a broken policy', () => {
  test.each([
    ['a day that is none', 'from: "2012-01-01"', 'from: "engang"', 'versions.0.from', 'from: "engang"'],
    ['least above most', 'least: 2', 'least: 9', 'versions.0.staffing.least', 'least: 9'],
    ['a gate without freshness', 'aftale: 365, ', '', 'versions.0.freshnessDays', 'freshnessDays'],
    [
      'freshness of no gate',
      'freshnessDays: { ',
      'freshnessDays: { vejret: 1, ',
      'versions.0.freshnessDays.vejret',
      'vejret',
    ],
    ['an unknown kind', 'kind: staffing', 'kind: noget', 'gates.1.kind', 'kind: noget'],
    [
      'the same gate twice',
      'key: daekning',
      'key: aftale',
      'gates.2.key',
      '\n    kind: evidence\n    short: { da: "Dækning"',
    ],
    [
      'two gates of staffing',
      'kind: confidentiality',
      'kind: staffing',
      'gates.5.kind',
      'short: { da: "Tavshedspligt"',
    ],
    ['a score above a hundred', 'practiceMax: 20', 'practiceMax: 21', 'versions.0.score', 'score:\n'],
    [
      'a part of the score named twice',
      'key: praksis',
      'key: dybde',
      'scored.4.key',
      'title: { da: "Vejledningssituationer',
    ],
    ['a map class left out', 'klar, uafklaret, ', 'klar, ', 'versions.0.mapPrecedence', 'mapPrecedence'],
    ['a word nobody knows', 'marginDays: 60', 'marginDays: 60, farve: 1', 'versions.0.staffing.farve', 'farve'],
    ['no gate of staffing', 'kind: staffing', 'kind: evidence', 'gates', 'key: aftale'],
    [
      'two gates of confidentiality',
      'kind: evidence\n    short: { da: "Henvisning"',
      'kind: confidentiality\n    short: { da: "Henvisning"',
      'gates.6.kind',
      'short: { da: "Henvisning"',
    ],
    ['a part of the score left out', 'key: praksis', 'key: dybde', 'scored', 'key: dybde'],
    [
      'a map class below the one that always applies',
      'under-uddannelse, ikke-i-gang',
      'ikke-i-gang, under-uddannelse',
      'versions.0.mapPrecedence',
      'mapPrecedence',
    ],
    [
      'no step for confidentiality',
      ['2026.1', '2026.2', '2027.1']
        .map((edition) => `\n      - { course: it-paedagogisk-vejleder, edition: "${edition}", step: m2-test }`)
        .join(''),
      ' []',
      'versions.0.confidentialitySteps',
      'confidentialitySteps',
    ],
  ])('is reported with its line: %s', (_, from, to, path, place) => {
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    const problem = problemsOf(broken).find((each) => each.path === path);
    expect(problem).toMatchObject({ file: 'policy.yaml', severity: 'error' });
    expect(Math.abs(problem!.line - lineOf(broken, place))).toBeLessThanOrEqual(1);
  });
  test('is not one that requires the same number everywhere', () =>
    expect(problemsOf(text.replace('least: 2, most: 8', 'least: 3, most: 3'))).toEqual([]));
  test('is reported with every problem at once', () => {
    const broken = text
      .replace('least: 2', 'least: 9')
      .replace('aftale: 365, ', '')
      .replace('practiceMax: 20', 'practiceMax: 1');
    expect(problemsOf(broken)).toHaveLength(3);
  });
  test('is reported unless its versions have different names and are in order of their days', () => {
    expect(problemsOf(withSecondVersion(['2027-01-01', '2012-01-01'])).map(({ path }) => path)).toEqual([
      'versions.1.from',
    ]);
    expect(problemsOf(withSecondVersion(['version: "2.0"', 'version: "1.0-forslag"'])).map(({ path }) => path)).toEqual(
      ['versions.1.version'],
    );
  });
  test('that is no YAML is reported as one problem and causes no crash', () => {
    expect(problemsOf('gates: [').length).toBeGreaterThan(0);
    expect(problemsOf('').length).toBeGreaterThan(0);
  });
});
