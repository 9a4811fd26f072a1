import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '#app/platform/catalogue.server.ts';
import { parseArguments } from '#app/toolkit/arguments.ts';
import { checkCurriculum } from '#app/toolkit/curriculum.ts';
import { measureVerb } from '#app/toolkit/measure-edition.ts';
import { publishEdition } from '#app/toolkit/publish-edition.ts';
import { proveCourse } from '#curriculum/flow/prove-course.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'curriculum-'));
  for (const folder of ['courses', 'glossary', 'guidance', 'obligations', 'readiness'])
    cpSync(`curriculum/${folder}`, path.join(root, 'curriculum', folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const renewal = 'curriculum/courses/fornyelse/2026.1/course.yaml';
const trained = 'curriculum/courses/it-paedagogisk-vejleder/2026.1/course.yaml';
const policy = 'curriculum/readiness/policy.yaml';

function change(file: string, from: string, to: string): void {
  const text = readFileSync(path.join(root, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(path.join(root, file), text.replace(from, to));
}

/** Proving every course takes seconds, and says nothing about a fault in another file. */
const unproved = () => ({ ok: true, states: 1, parts: [], faults: [] });

test('the shipped courses and the policy have no fault', () =>
  expect(checkCurriculum(root)).toMatchObject({ exit: 0 }));

test('a fault in the policy is reported, alone or beside faults in courses', () => {
  change(policy, 'kind: staffing', 'kind: staff');
  expect(checkCurriculum(root, unproved)).toMatchObject({
    exit: 1,
    error: expect.stringMatching(new RegExp(`^${policy}:`, 'm')),
  });
  change(renewal, 'appealWindow: 14d', 'appealWindow: soon');
  const { error } = checkCurriculum(root, unproved);
  expect(
    error
      ?.split('\n')
      // Advice about a course that works: a draft, a hand-in that stops everything, a text that is not translated.
      .filter((line) => !/is a draft|nothing else is open|Not translated/.test(line))
      .map((line) => line.split(':')[0]),
  ).toEqual([renewal, policy]);
});

test('a fault in the file of topics is reported beside the others', () => {
  const topics = 'curriculum/guidance/topics.yaml';
  change(topics, 'solution: nemrefusion', 'solution: nemt');
  expect(checkCurriculum(root, unproved)).toMatchObject({
    exit: 1,
    error: expect.stringMatching(new RegExp(`^${topics}:`, 'm')),
  });
});

test('a step that an edition does not have is reported with the line that names it', () => {
  const steps = 'curriculum/courses/it-paedagogisk-vejleder/2026.1.obligations.yaml';
  change(steps, '[m4-test]', '[m9-test]');
  expect(checkCurriculum(root, unproved)).toMatchObject({
    exit: 1,
    error: expect.stringContaining(
      `${steps}:6:26 (areas.3.steps.0) "m9-test" is no lesson and no test of it-paedagogisk-vejleder 2026.1.`,
    ),
  });
});

test('a course that cannot be proved is reported with sentences that say what to do', () => {
  const { exit, error } = checkCurriculum(root, (course) => proveCourse(course, undefined, 100));
  expect(exit).toBe(1);
  expect(error?.split('\n')).toContain(
    `${trained}:1:1 (flow) There are too many ways through the flow to prove them all. Put fewer steps in one "all" or "choose", or set an order.`,
  );
});

test('a change in a published edition is refused by the check', () => {
  change('curriculum/courses/fornyelse/2026.1/banks/fornyelse.yaml', 'feedback:', 'feedback: ');
  expect(checkCurriculum(root, unproved)).toMatchObject({
    exit: 1,
    error: expect.stringContaining('This edition is published.'),
  });
});

test('an edition is published once; before that it may change, and afterwards not', () => {
  const list = path.join(root, 'curriculum/courses/published.json');
  const whole = readFileSync(list, 'utf8');
  const { 'fornyelse/2026.1': _, ...others } = JSON.parse(whole);
  writeFileSync(list, JSON.stringify(others));
  expect(checkCurriculum(root, unproved)).toMatchObject({
    exit: 0,
    error: expect.stringContaining('This edition is a draft.'),
  });
  expect(publishEdition(root, 'fornyelse/2026.2')).toMatchObject({ exit: 1 });
  expect(publishEdition(root, 'fornyelse/2026.1')).toMatchObject({ exit: 0 });
  expect(readFileSync(list, 'utf8')).toBe(whole);
  expect(publishEdition(root, 'fornyelse/2026.1')).toMatchObject({ exit: 1, error: expect.stringMatching('already') });
});

describe('a lesson that is hard to read', () => {
  const hard = 'Selvbetjeningsløsningernes brugergrænseflader forudsætter myndighedsgodkendelse. '.repeat(200);
  const asks = (edition: string, name: string) => {
    appendFileSync(
      path.join(root, `curriculum/courses/it-paedagogisk-vejleder/${edition}/lessons/${name}`),
      `\n${hard}\n`,
    );
    return (checkCurriculum(root, unproved).error ?? '').split('\n').filter((line) => line.includes('LIX'));
  };
  const open = () => {
    const list = path.join(root, 'curriculum/courses/published.json');
    writeFileSync(list, JSON.stringify({}));
  };
  test.each(['m1.md', 'm1.en.md'])('is a warning in a draft with goals, with its figure: %s', (name) => {
    open();
    expect(asks('2027.1', name)).toEqual([
      expect.stringMatching(new RegExp(`2027\\.1/lessons/${name}:1:1 .*LIX \\d+\\.\\d; at most 35`)),
    ]);
  });
  test('is none of our business in an edition without goals', () => {
    open();
    expect(asks('2026.1', 'm1.md')).toEqual([]);
  });
});

test('a published edition is not asked for easier lessons', () => {
  const { warnings } = loadCatalogue(root, '2026-12-01');
  expect(warnings.filter(({ message }) => message.startsWith('LIX'))).toEqual([]);
});

describe('what an edition holds is measured', () => {
  const measured = (line: string) => measureVerb(root, parseArguments(`curriculum measure ${line}`.trim().split(' ')));
  test('in the language that is asked for, and in Danish where there is no other', () => {
    expect(measured('it-paedagogisk-vejleder/2026.2 --language en').json).toMatchObject({
      name: 'it-paedagogisk-vejleder/2026.2',
      lessons: expect.arrayContaining([
        expect.objectContaining({ step: 'm1', language: 'en', exercises: 7 }),
        expect.objectContaining({ step: 'm3', language: 'da', exercises: 0 }),
        // The poster of its film is no figure.
        expect.objectContaining({ step: 'm2', figures: 2 }),
      ]),
    });
    const { exit, text } = measured('it-paedagogisk-vejleder/2026.2');
    expect(exit).toBe(0);
    expect(text).toMatch(/m1 \(da\): \d+ words, minutes 45 said, \d+\.\d worked out, LIX \d+\.\d/);
    expect(text).toMatch(/the longest option is right in \d+\.\d \(by chance \d+\.\d\)/);
  });
  test.each([
    ['', 2],
    ['fornyelse/2026.1 --language de', 2],
    ['fornyelse/2020.1', 1],
  ])('and refused: %s', (line, exit) => expect(measured(line)).toMatchObject({ exit, error: expect.any(String) }));
});

describe('an edition after another', () => {
  const list = () => path.join(root, 'curriculum/courses/published.json');
  beforeEach(() => {
    cpSync('tests/fixtures/courses/lille-kursus', path.join(root, 'curriculum/courses/lille-kursus'), {
      recursive: true,
    });
    expect(publishEdition(root, 'lille-kursus/2026.1')).toMatchObject({ exit: 0 });
  });
  const small = (edition: string) => `curriculum/courses/lille-kursus/${edition}/course.yaml`;

  test('that words otherwise is editorial, and what changed is said step by step', () => {
    const before = readFileSync(list(), 'utf8');
    const seen = publishEdition(root, 'lille-kursus/2026.2', true);
    expect(seen).toMatchObject({
      exit: 0,
      json: { dryRun: true, change: { since: '2026.1', class: 'editorial', differs: [] } },
    });
    expect(seen.text).toContain('editorial change since 2026.1:\n  musen: title; other words (editorial)');
    expect(readFileSync(list(), 'utf8')).toBe(before);
  });
  test('with another key is material, though its digests and tree look like other words', () => {
    // 2026.2 lies between them, but it is a draft: nobody has met it.
    const published = publishEdition(root, 'lille-kursus/2026.3');
    expect(JSON.parse(JSON.stringify(published))).toMatchObject({
      exit: 0,
      json: {
        dryRun: false,
        change: {
          since: '2026.1',
          class: 'material',
          differs: ['steps.god-ro', 'steps.proeve'],
          steps: expect.arrayContaining([
            expect.objectContaining({
              step: 'proeve',
              differences: [{ what: 'key', of: ['musen'] }, { what: 'words' }],
            }),
            expect.objectContaining({ step: 'god-ro', sameAs: '2026.1/ro' }),
          ]),
        },
      },
    });
    expect(published.text).toContain('proeve: other key musen; other words (material)');
    expect(readFileSync(list(), 'utf8')).toContain('"lille-kursus/2026.3"');
  });
  test('is classed by the check too', () => {
    const { exit, text } = checkCurriculum(root, unproved);
    expect(exit).toBe(0);
    expect(text).toContain('editorial change since 2026.1:');
    expect(text).toContain('material change since 2026.2:');
  });
  test.each([
    ['sameAs: "2026.1/nej"', 'There is no step "nej" in lille-kursus/2026.1.'],
    ['sameAs: "2025.1/ro"', 'There is no edition lille-kursus/2025.1.'],
    ['sameAs: "2026.3/ro"', '2026.3 is not earlier than 2026.3.'],
    ['sameAs: "2026.1/proeve"', '"proeve" is a quiz in 2026.1; this is a lesson.'],
    ['sameAs: "2026.1/musen"', '"musen" of 2026.1 is already the same as "musen".'],
  ])('refuses a step with %s', (same, message) => {
    change(small('2026.3'), 'sameAs: "2026.1/ro"', same);
    expect(checkCurriculum(root, unproved)).toMatchObject({
      exit: 1,
      error: expect.stringContaining(`${small('2026.3')}:1:1 (steps.god-ro.sameAs) ${message}`),
    });
  });
});
