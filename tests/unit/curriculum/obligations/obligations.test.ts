import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFiles } from '#app/platform/open-world.server.ts';
import { datesAhead } from '#curriculum/obligations/dates-ahead.ts';
import { parseAreaSteps } from '#curriculum/obligations/parse-area-steps.ts';
import { parseObligations } from '#curriculum/obligations/parse-obligations.ts';

const file = 'curriculum/obligations/obligations.yaml';
const text = readFileSync(file, 'utf8');
const { catalogue, obligations, areaSteps } = readFiles();

describe('the file of obligations', () => {
  test('has the four waves with the planned year and the day they started', () => {
    const waves = ['2012-b1', '2013-b2', '2014-b3', '2015-b4'].map((key) =>
      obligations.obligations.find((each) => each.key === key),
    );
    expect(waves.map((wave) => [wave?.planned, wave?.starts])).toEqual([
      ['2012', '2012-12-01'],
      ['2013', '2013-12-01'],
      ['2014', '2014-12-01'],
      ['2015', '2015-12-01'],
    ]);
  });
  test('knows no start of what only the plan names', () => {
    const only = ['2012-su', '2012-virk', '2013-virk'].map((key) =>
      obligations.obligations.find((each) => each.key === key),
    );
    expect(only.map((each) => [each?.sureness, each?.starts])).toEqual(only.map(() => ['plan', undefined]));
  });
  test.each([
    ['area: vat', 'area: tax', 'There is no area "tax".'],
    ['key: 2012-b1', 'key: 2012-su', '"2012-su" is there already.'],
    ['days: ["03-01", "09-01"]', 'days: ["02-29"]', 'Write a day of every year as "03-01".'],
    ['    monthly: 25', '    monthly: 25\n    days: ["03-01"]', 'Say one of the three: days, monthly or rule.'],
    ['"07-25": "08-17"', '"07-24": "08-17"', '"07-24" is no day of this monthly deadline.'],
  ])('with "%s" made "%s" is refused', (from, to, message) => {
    expect(text).toContain(from);
    const answer = parseObligations(text.replace(from, to), file);
    expect(answer.ok || answer.problems.map((problem) => problem.message)).toContain(message);
  });
});

describe('the steps of an area', () => {
  test('stand beside every edition', () => {
    const without = catalogue.editions
      .map(({ course }) => `curriculum/courses/${course.id}/${course.edition}.obligations.yaml`)
      .filter((beside) => !existsSync(beside));
    expect(without).toEqual([]);
    expect(areaSteps).toContainEqual({
      ...{ area: 'vat', course: 'it-paedagogisk-vejleder', edition: '2026.1', step: 'm4-test', passMark: 0.8 },
    });
  });
  test('are refused when the area or the step does not exist', () => {
    const { course } = catalogue.find('it-paedagogisk-vejleder', '2026.1')!;
    const wrong = 'areas:\n  - { area: tax, steps: [m4-test, kursusdag, m9] }\n';
    const answer = parseAreaSteps(wrong, 'a.yaml', { course, areas: obligations.areas });
    expect(answer.ok || answer.problems.map(({ message }) => message)).toEqual([
      'There is no area "tax".',
      '"kursusdag" is no lesson and no test of it-paedagogisk-vejleder 2026.1.',
      '"m9" is no lesson and no test of it-paedagogisk-vejleder 2026.1.',
    ]);
  });
});

describe('the dates ahead', () => {
  const between = (from: string, until: string) =>
    datesAhead(obligations, from, until).map(({ key, kind, day, movedFrom }) => [day, key, kind, movedFrom]);
  test('are in order, and a deadline on a day off moves to the next working day', () => {
    expect(between('2026-12-01', '2027-03-02')).toEqual([
      ['2026-12-01', 'moms-kvartal', 'deadline', null],
      ['2026-12-28', 'eu-salg', 'deadline', '2026-12-25'],
      ['2026-12-28', 'moms-maaned', 'deadline', '2026-12-25'],
      ['2027-01-01', '2027-region', 'start', null],
      ['2027-01-25', 'eu-salg', 'deadline', null],
      ['2027-01-25', 'moms-maaned', 'deadline', null],
      ['2027-02-25', 'eu-salg', 'deadline', null],
      ['2027-02-25', 'moms-maaned', 'deadline', null],
      ['2027-03-01', 'moms-halvaar', 'deadline', null],
      ['2027-03-01', 'moms-kvartal', 'deadline', null],
    ]);
  });
  test('have the VAT of June on 17 August, and the EU sales of June on 25 July', () => {
    const vat = between('2027-07-01', '2027-09-01').filter(([, key]) => key === 'moms-maaned' || key === 'eu-salg');
    expect(vat).toEqual([
      ['2027-07-26', 'eu-salg', 'deadline', '2027-07-25'],
      ['2027-08-17', 'moms-maaned', 'deadline', null],
      ['2027-08-25', 'eu-salg', 'deadline', null],
      ['2027-08-25', 'moms-maaned', 'deadline', null],
    ]);
  });
  test('have a deadline that moved past the first day, and not one that moved past the last', () => {
    expect(between('2026-12-26', '2026-12-29').map(([day]) => day)).toEqual(['2026-12-28', '2026-12-28']);
    expect(between('2026-12-20', '2026-12-28')).toEqual([]);
  });
});
