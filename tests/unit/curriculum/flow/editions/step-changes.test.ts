import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Course, Step, StepKeys } from '#curriculum/flow/course.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import { stepChanges } from '#curriculum/flow/editions/step-changes.ts';
import { kinds } from '#curriculum/quiz/kinds/kinds.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import { anyCourse, shipped } from '../courses.ts';

const course = shipped('fornyelse');
const question = kinds.single.samples[0] as Question & { kind: 'single' };
const keyOf = (asked: Question) => kindOf(asked).key(asked);
const asking = (...questions: Question[]): Course => ({
  ...course,
  keys: { moms: Object.fromEntries(questions.map((each) => [each.id, keyOf(each)])) },
});
const options = (change: (option: (typeof question.options)[number]) => object): Question => ({
  ...question,
  options: question.options.map((option) => ({ ...option, ...change(option) })),
});
const materialStep = (differences: object[]) => [
  expect.objectContaining({ step: 'moms', change: 'material', differences }),
];

describe('the key of a question', () => {
  const before = asking(question);
  const other = { a: 'b', b: 'a' } as Record<string, string>;
  const textOf = (id: string) => question.options.find((option) => option.id === id)!.text;

  test('that changes is material, and the question is named', () => {
    const turned = asking(options(({ id }) => ({ correct: id === 'b' })));
    expect(stepChanges(before, turned)).toEqual(materialStep([{ what: 'key', of: ['single'] }]));
    expect(changeBetween(before, turned)).toMatchObject({ change: 'material', differs: ['steps.moms'] });
  });
  test('is turned around by words that change places, though the ids stay', () => {
    const swapped = asking(options(({ id }) => ({ text: textOf(other[id] ?? id) })));
    expect(stepChanges(before, swapped)).toEqual(materialStep([{ what: 'key', of: ['single'] }]));
  });
  test('stays when the question, an option or its feedback is worded otherwise', () => {
    const reworded = asking({ ...options(() => ({ feedback: 'Fordi.' })), text: 'Andre ord?' });
    expect(changeBetween(before, reworded)).toMatchObject({ change: 'editorial', steps: [] });
    const clearer = asking(options(({ id, text }) => (id === 'a' ? { text: `${text} først` } : {})));
    expect(changeBetween(before, clearer).change).toBe('editorial');
  });
  test.each<[string, Question]>([
    ['the number', { ...(kinds.numeric.samples[0] as Question & { kind: 'numeric' }), answer: 13 }],
    ['the tolerance', { ...(kinds.numeric.samples[0] as Question & { kind: 'numeric' }), tolerance: 1 }],
    [
      'the accepted words',
      { ...(kinds['short-text'].samples[0] as Question & { kind: 'short-text' }), accept: ['NemID'] },
    ],
    [
      'whether it is true',
      {
        ...(kinds['true-false'].samples[0] as Question & { kind: 'true-false' }),
        answer: !kinds['true-false'].samples[0]!.answer,
      },
    ],
  ])('is %s', (_, changed) => {
    const first = kinds[changed.kind].samples[0] as Question;
    expect(changeBetween(asking(first), asking(changed)).change).toBe('material');
    expect(changeBetween(asking(first), asking({ ...first, text: 'Andre ord?' } as Question)).change).toBe('editorial');
  });
  test('belongs to a bank: a question more or less is material', () => {
    const more = asking(question, kinds.numeric.samples[0]);
    expect(stepChanges(before, more)).toEqual(materialStep([{ what: 'questions-added', of: ['numeric'] }]));
    expect(stepChanges(more, before)).toEqual(materialStep([{ what: 'questions-removed', of: ['numeric'] }]));
  });
});

describe('what changed', () => {
  test('is said step by step, with the values before and after', () => {
    const steps = course.steps.map((step): Step => {
      if (step.id === 'moms') return { ...step, passMark: 0.9, title: { da: 'Moms', en: 'VAT' } } as Step;
      return step.kind === 'lesson' ? { ...step, minutes: 99 } : step;
    });
    const lesson = course.steps.find(({ kind }) => kind === 'lesson')!;
    expect(stepChanges(course, { ...course, steps })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          step: 'moms',
          differences: [{ what: 'pass-mark', from: '0.8', to: '0.9' }, { what: 'title' }],
        }),
        expect.objectContaining({
          step: lesson.id,
          change: 'editorial',
          differences: [expect.objectContaining({ what: 'minutes', to: '99' })],
        }),
      ]),
    );
  });
  test('of the words of a step is told by their digest', () => {
    const digests = Object.fromEntries(course.steps.map(({ id }) => [id, id]));
    const from = { ...course, digests };
    const to = { ...course, digests: { ...digests, rettigheder: 'other words' } };
    expect(changeBetween(from, to)).toMatchObject({
      change: 'editorial',
      steps: [{ step: 'rettigheder', change: 'editorial', differences: [{ what: 'words' }] }],
    });
  });
  test('names a step that takes the place of another', () => {
    const steps = course.steps.map((step) =>
      step.id === 'moms' ? { ...step, id: 'moms-ny', sameAs: '2026.1/moms' } : step,
    );
    expect(stepChanges(course, { ...course, edition: '2026.2', steps })).toEqual([
      expect.objectContaining({ step: 'moms-ny', change: 'material', sameAs: '2026.1/moms', differences: [] }),
    ]);
  });
});

describe('of any two editions', () => {
  const withKeys = (given: Course, marks: readonly number[]): Course => ({
    ...given,
    keys: Object.fromEntries(
      given.steps.map(({ id }, at): [string, StepKeys] => [
        id,
        { q: { demands: String(marks[at % marks.length]), texts: {} } },
      ]),
    ),
    digests: Object.fromEntries(given.steps.map(({ id }, at) => [id, String(marks[(at + 1) % marks.length])])),
  });
  const marks = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 4 });
  const any = (edition: string) => fc.tuple(anyCourse(5, edition), marks).map(([given, list]) => withKeys(given, list));

  test('one is the same as itself', () => {
    fc.assert(
      fc.property(any('2026.1'), (given) => {
        const same = { ...given, edition: '2026.2' };
        expect(changeBetween(given, same)).toEqual({ change: 'editorial', differs: [], steps: [], words: [] });
      }),
    );
  });
  test('the weight is the same in both directions', () => {
    fc.assert(
      fc.property(any('2026.1'), any('2026.2'), (a, b) => {
        expect(changeBetween(a, b).change).toBe(changeBetween(b, a).change);
      }),
      { numRuns: 300 },
    );
  });
  test('only words differ exactly when no step is material and no requirement of the course differs', () => {
    fc.assert(
      fc.property(any('2026.1'), any('2026.2'), (a, b) => {
        const { change, differs, steps } = changeBetween(a, b);
        expect(change === 'editorial').toBe(differs.length === 0);
        expect(differs.filter((each) => each.startsWith('steps.')).sort()).toEqual(
          steps
            .filter((each) => each.change === 'material')
            .map(({ step }) => `steps.${step}`)
            .sort(),
        );
      }),
      { numRuns: 300 },
    );
  });
  test('another key is material whatever else changes, and other words alone never are', () => {
    fc.assert(
      fc.property(any('2026.1'), fc.nat(), (given, pick) => {
        const { id } = given.steps[pick % given.steps.length]!;
        const words = { ...given, digests: { ...given.digests, [id]: 'other' }, title: { da: 'Nyt', en: 'New' } };
        expect(changeBetween(given, words).change).toBe('editorial');
        const key = { ...words, keys: { ...given.keys, [id]: { q: { demands: 'other', texts: {} } } } };
        expect(changeBetween(given, key)).toMatchObject({ change: 'material', differs: [`steps.${id}`] });
      }),
    );
  });
});
