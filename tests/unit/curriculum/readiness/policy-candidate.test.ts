import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { parsePolicy } from '#curriculum/readiness/parse-policy.ts';
import { periodFaults } from '#curriculum/readiness/policy-periods.ts';

const today = '2026-12-01';
const text = readFileSync('curriculum/readiness/policy.yaml', 'utf8').trimEnd();
const read = parsePolicy(text, 'policy.yaml');
if (!read.ok) throw new Error('The policy is broken.');
const current = { policy: read.policy, today };

/** The file with its last version once more under a new name and day, changed as a candidate would be. */
function candidate(...changes: [string, string][]): string {
  const last = text.slice(text.lastIndexOf('  - version:'));
  const added = [['1.1-forslag', '2.0'] as const, ['2026-11-01', '2027-01-01'] as const, ...changes].reduce(
    (changed, [from, to]) => changed.replace(from, to),
    last,
  );
  return `${text}\n${added}\n`;
}
const problems = (source: string, language: 'da' | 'en' = 'en') => {
  const parsed = parsePolicy(source, 'policy.yaml', { language, current });
  return parsed.ok ? [] : parsed.problems;
};
const lineOf = (source: string, part: string) => source.slice(0, source.lastIndexOf(part)).split('\n').length;

describe('a candidate for the policy', () => {
  test('with a new version that begins after today is taken', () => {
    expect(problems(candidate(['least: 2', 'least: 3']))).toEqual([]);
    expect(problems(text)).toEqual([]);
  });
  test('may not change, take away or add what has been in force', () => {
    const changed = text.replace('peoplePerAdviser: 30000', 'peoplePerAdviser: 20000');
    expect(problems(changed)).toMatchObject([
      { message: expect.stringContaining('may not change'), path: 'versions.0' },
    ]);
    expect(problems(text.slice(0, text.lastIndexOf('  - version:')))[0]!.message).toContain('is missing');
    const past = candidate(['2027-01-01', '2026-12-01']);
    expect(problems(past)).toMatchObject([{ path: 'versions.2.from', line: lineOf(past, 'from: "2026-12-01"') }]);
  });
  test('may not change the gates, which hold for every version, and may word them better', () => {
    expect(problems(text.replace('agreement: commitment', 'agreement: referral')).map(({ path }) => path)).toEqual([
      'gates',
    ]);
    expect(problems(text.replace('da: "Aftale"', 'da: "Tilsagn"'))).toEqual([]);
  });
  test("says in the reader's language, at its line, where days have no rules or two", () => {
    const first = 'from: "2026-11-01"';
    const gap = candidate().replace(first, `${first}\n    until: "2026-12-20"`);
    expect(problems(gap, 'da')).toMatchObject([
      {
        line: lineOf(gap, 'until:'),
        message: expect.stringContaining('Fra 2026-12-20 til 2027-01-01 er der ingen regler'),
      },
    ]);
    const overlap = gap.replace('2026-12-20', '2027-02-01');
    expect(problems(overlap)).toMatchObject([{ message: expect.stringContaining('two versions are in force') }]);
    expect(problems(gap.replace('2026-12-20', '2027-01-01'))).toEqual([]);
    const open = candidate(['from: "2027-01-01"', 'from: "2027-01-01"\n    until: "2028-01-01"']);
    expect(problems(open)[0]!.message).toContain('From 2028-01-01 there are no rules');
  });
  test('that asks for confirmation of what is no paper is refused', () => {
    expect(problems(candidate(['confirmed: [aftale,', 'confirmed: [bemanding,']))[0]!.message).toContain('bemanding');
  });
});

test('versions have no fault exactly if every day from the first on has one version', () => {
  const anyVersions = fc
    .array(fc.record({ from: fc.nat(20), until: fc.option(fc.nat(24)) }), { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.map(({ from, until }) => ({
        from: addDays(today, from),
        ...(until !== null && { until: addDays(today, until) }),
      })),
    );
  fc.assert(
    fc.property(anyVersions, (versions) => {
      const starts = versions.map(({ from }) => from);
      const ends = versions.map((version, at) => ('until' in version ? version.until : starts[at + 1]));
      const inOrder = starts.every((from, at) => at === 0 || starts[at - 1]! < from);
      const days = Array.from({ length: 40 }, (_, at) => addDays(starts[0]!, at));
      const once = days.every(
        (day) =>
          versions.filter((_, at) => starts[at]! <= day && (ends[at] === undefined || day < ends[at]!)).length === 1,
      );
      const longEnough = starts.every((from, at) => ends[at] === undefined || from < ends[at]!);
      expect(periodFaults(versions).length === 0).toBe(inOrder && once && longEnough);
    }),
  );
});
