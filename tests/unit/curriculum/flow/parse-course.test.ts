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
  test('as shipped has no problem', () => expect(problemsIn(text)).toEqual([]));

  test('tells all that is wrong at once, each at its place', () => {
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
        "15:15 steps.2.passMark: Too big: expected number to be <=1",
        "17:12 steps.2.delay: Write a length of time as 30m, 24h or 14d.",
        "24:11 steps.4.id: Step "moms" is defined twice.",
        "36:18 flow.1.choose.n: Nobody can choose 7 of 4.",
        "36:26 flow.1.choose.of.0: There is no step "rettighder".",
        "36:57 flow.1.choose.of.3: There is no step "erfadag".",
      ]
    `);
  });
  test('with broken YAML says where', () =>
    expect(problemsIn('id: [a\nsteps: }')).toMatchInlineSnapshot(`
    [
      "2:1 : Flow sequence in block collection must be sufficiently indented and end with a ]",
      "2:8 : Unexpected flow-map-end token in YAML stream: "}"",
    ]
  `));
  test('that is empty says what is missing', () => expect(problemsIn('').length).toBeGreaterThan(0));
  test('may nest', () => {
    const nested = text.replace(
      'of: [rettigheder, moms, egen-seddel, erfadag]',
      'of: [[rettigheder, moms], { all: [egen-seddel, erfadag] }]',
    );
    expect(problemsIn(nested)).toEqual([]);
  });
  test('says when a step is left out or used twice', () => {
    expect(problemsIn(text.replace('egen-seddel, erfadag]', 'erfadag, erfadag]'))).toEqual([
      expect.stringContaining('"egen-seddel" is not used'),
      expect.stringContaining('"erfadag" is in the flow twice'),
    ]);
  });
});
