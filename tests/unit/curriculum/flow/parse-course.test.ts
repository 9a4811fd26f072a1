import { describe, expect, test } from 'vitest';
import { parseCourse } from '#curriculum/flow/parse-course.ts';
import { textOf } from './courses.ts';

const text = textOf('fornyelse');
const banks = new Map([
  ['m2', 8],
  ['m3', 8],
  ['m4', 8],
]);
const problemsIn = (changed: string) => {
  const parsed = parseCourse(changed, 'course.yaml', banks);
  return parsed.ok
    ? []
    : parsed.problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);
};

describe('a course file', () => {
  test('that is shipped has no problem', () => expect(problemsIn(text)).toEqual([]));

  test('reports all problems at once, each with its place', () => {
    const broken = text
      .replace('edition: "2026.1"', 'edition: 2026.10')
      .replace('passMark: 0.8', 'passMark: 80')
      .replace('delay: 24h', 'delay: tomorrow')
      .replace('id: erfadag', 'id: moms')
      .replace('draw: 6', 'draw: 60')
      .replace('n: 2, of: [rettigheder', 'n: 7, of: [rettighder')
      .replace('appealWindow: 14d', 'appealWindow: 14d\ncolour: blue');
    expect(problemsIn(broken)).toMatchInlineSnapshot(`
      [
        "2:10 edition: Put the edition in quotes: YAML reads 2026.10 as the number 2026.1.",
        "6:9 colour: "colour" is not a word this file knows.",
        "10:11 steps.1.id: Step "rettigheder" is not used in the flow.",
        "14:35 steps.2.blueprint.0.draw: Asks for 60 questions; bank "m4" has 8.",
        "15:15 steps.2.passMark: Write a number of at most 1.",
        "17:12 steps.2.delay: Write a length of time as 30m, 24h or 14d.",
        "24:11 steps.4.id: Step "moms" is defined twice.",
        "36:18 flow.1.choose.n: Nobody can choose 7 of 4.",
        "36:26 flow.1.choose.of.0: There is no step "rettighder".",
        "36:57 flow.1.choose.of.3: There is no step "erfadag".",
      ]
    `);
  });
  test('with broken YAML is reported with the place', () =>
    expect(problemsIn('id: [a\nsteps: }')).toMatchInlineSnapshot(`
    [
      "2:1 : This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ]
  `));
  test('with duplicate keys is reported for each of them', () =>
    expect(problemsIn('id: a\nid: b\nedition: x\nedition: y')).toEqual([
      '2:1 : This word is here already: take one of the two out.',
      '4:1 : This word is here already: take one of the two out.',
    ]));
  test('that is empty is reported with what is missing', () => expect(problemsIn('').length).toBeGreaterThan(0));
  test('may nest groups of steps', () => {
    const nested = text.replace(
      'of: [rettigheder, moms, egen-seddel, erfadag]',
      'of: [[rettigheder, moms], { all: [egen-seddel, erfadag] }]',
    );
    expect(problemsIn(nested)).toEqual([]);
  });
  test('is reported if it leaves out a step or uses one twice', () => {
    expect(problemsIn(text.replace('egen-seddel, erfadag]', 'erfadag, erfadag]'))).toEqual([
      expect.stringContaining('"egen-seddel" is not used'),
      expect.stringContaining('"erfadag" is in the flow twice'),
    ]);
  });

  test.each<[string, string | RegExp, string, string]>([
    ['a step that is not there', 'n: 2, of: [rettigheder', 'n: 2, of: [rettighder', 'There is no step "rettighder".'],
    ['an empty list in the flow', 'of: [rettigheder,', 'of: [[], rettigheder,', 'List at least one step here.'],
    ['a choice of none', 'n: 2, of', 'n: 0, of', 'n is how many to choose: a whole number from 1.'],
    ['a choice of fewer than none', 'n: 2, of', 'n: -1, of', 'n is how many to choose: a whole number from 1.'],
    ['a choice of half', 'n: 2, of', 'n: 1.5, of', 'n is how many to choose: a whole number from 1.'],
    ['a word that "choose" has not', 'n: 2, of', 'n: 2, from: 3, of', '"choose" has n and of, not "from".'],
    ['a shape nobody knows', '- nyt-siden-sidst\n', '- any: [nyt-siden-sidst]\n', 'Write a step id, a list'],
    [
      'two shapes at once',
      '- nyt-siden-sidst\n',
      '- { all: [nyt-siden-sidst], choose: { n: 1 } }\n',
      'Write a step id, a list',
    ],
    ['a bank that is not there', 'bank: m4', 'bank: m9', 'There is no question bank "m9".'],
    [
      'a bank that is asked for more than it has, line by line',
      '{ bank: m3, draw: 5 }',
      '{ bank: m2, draw: 5 }',
      'Asks for 10 questions; bank "m2" has 8.',
    ],
    ['a quiz that everybody passes', 'passMark: 0.8', 'passMark: 0', 'Write a number above 0.'],
    ['a quiz that asks nothing', 'draw: 6', 'draw: 0', 'Write a number above 0.'],
    ['no attempt at all', 'attempts: 2', 'attempts: 0', 'Write a number of at least 1.'],
    ['ten attempts', 'attempts: 2', 'attempts: 10', 'Write a number of at most 9.'],
    ['an edition without a number', 'edition: "2026.1"', 'edition: "2026"', 'An edition is a year and a number'],
    ['a step with a name that is no name', 'id: erfadag', 'id: erfa.dag', 'Use small letters, digits and hyphens'],
    ['a time limit in days', 'timeLimit: 30m', 'timeLimit: 1d', 'Write a length of time as 30m or 24h.'],
    ['a certificate for no time', 'months: 24', 'months: 0', 'Write a number above 0.'],
    ['a lesson of no minutes', 'minutes: 30', 'minutes: 0', 'Write a number above 0.'],
    ['a title in one language', 'en: "VAT today"', 'en: ""', 'Write something; this is empty.'],
    ['a rubric without criteria', /rubric:\n.*\n/, 'rubric: []\n', 'List at least 1.'],
    ['a kind nobody knows', 'kind: day', 'kind: night', 'kind is lesson, quiz, practical or day.'],
  ])('is refused for %s, at its line', (_, from, to, message) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    const found = problemsIn(changed).filter((each) => each.includes(message));
    expect(found, problemsIn(changed).join()).toHaveLength(1);
    const line = changed.split('\n').findIndex((each, at) => each !== text.split('\n')[at]) + 1;
    expect(found[0]).toMatch(new RegExp(`^${line}:`));
  });
});
