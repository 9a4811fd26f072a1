import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Double } from '#curriculum/flow/course.ts';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import {
  agree,
  differenceBetween,
  isBorderline,
  mayGradeNext,
  needsSecond,
} from '#curriculum/grading/double-grading.ts';
import { raterAgreement } from '#curriculum/grading/rater-agreement.ts';
import type { Judged, Rubric } from '#curriculum/grading/verdict-of.ts';
import { gradedCourse, gradedFiles, levelled, parseGraded, plain } from '../../../graded-course.ts';

const practicalOf = (rubric: string) => {
  const step = gradedCourse(rubric).course.steps[0]!;
  if (step.kind !== 'practical') throw new Error('The course has one practical.');
  return step;
};
const levelledStep = practicalOf(levelled);
const wanted = (double: Double | undefined, judged: Judged, id = 'one') =>
  needsSecond({ ...levelledStep, double }, { id, judged });

describe('a second grading', () => {
  const clear = { problem: 'opfyldt', seddel: true, musen: 'opfyldt' };

  test('is wanted of every hand-in, or of none', () => {
    expect(wanted('all', clear)).toBe(true);
    expect(wanted(undefined, clear)).toBe(false);
  });

  test.each<[string, string, Judged, boolean]>([
    ['points to spare', levelled, clear, false],
    ['just the points', levelled, { ...clear, musen: 'paa-vej' }, true],
    ['one point short', levelled, { ...clear, problem: 'paa-vej', musen: 'paa-vej' }, true],
    ['one level short of what must be reached', levelled, { ...clear, musen: 'mangler' }, true],
    ['points enough and one criterion missing', levelled, { ...clear, seddel: false }, true],
    ['two things short', levelled, { ...clear, seddel: false, musen: 'mangler' }, false],
    ['points far below', levelled, { problem: 'mangler', seddel: true, musen: 'paa-vej' }, false],
    ['all criteria met', plain, { problem: true, seddel: true, musen: true }, false],
    ['one criterion short', plain, { problem: true, seddel: false, musen: true }, true],
    ['two criteria short', plain, { problem: true, seddel: false, musen: false }, false],
  ])('near the pass mark: %s', (_, rubric, judged, expected) => {
    const step = practicalOf(rubric);
    expect(isBorderline(step, judged)).toBe(expected);
    expect(needsSecond({ ...step, double: 'borderline' }, { id: 'one', judged })).toBe(expected);
  });

  test('of a share is drawn by the id alone, and about that many are', () => {
    const ids = Array.from({ length: 4_000 }, (_, at) => `hand-in-${at}`);
    for (const share of [0.05, 0.2, 0.5, 0.9]) {
      const drawn = ids.filter((id) => wanted(share, clear, id));
      expect(drawn.filter((id) => wanted(share, {}, id))).toEqual(drawn);
      expect(Math.abs(drawn.length / ids.length - share)).toBeLessThan(0.03);
    }
  });

  test('is made by another than the first; either may settle', () => {
    const [one, two] = [{ grader_id: 'one' }, { grader_id: 'two' }];
    expect(mayGradeNext([], 'one')).toBe(true);
    expect([mayGradeNext([one], 'one'), mayGradeNext([one], 'two')]).toEqual([false, true]);
    expect([mayGradeNext([one, two], 'one'), mayGradeNext([one, two], 'three')]).toEqual([true, true]);
  });

  test('agrees when the decision and each criterion are the same', () => {
    const one = { decision: 'accepted', judged: clear };
    expect(agree(one, { ...one, judged: { ...clear } })).toBe(true);
    expect(differenceBetween(one, { decision: 'returned', judged: { ...clear, musen: 'mangler' } })).toEqual({
      decision: true,
      criteria: ['musen'],
    });
    expect(agree(one, { ...one, decision: 'returned' })).toBe(false);
    expect(agree(one, { ...one, judged: { ...clear, andet: true } })).toBe(false);
  });
});

describe('what the course file may say of it', () => {
  const withLine = (line: string) => levelled.replace('    rubric', `    ${line}\n    rubric`);

  test.each(['all', 'borderline', '0.2'])('double: %s is read, and is a material change', (value) => {
    expect(
      changeBetween(gradedCourse().course, gradedCourse(withLine(`double: ${value}`), '2026.2').course),
    ).toMatchObject({ change: 'material', steps: [{ differences: [{ what: 'double', to: value }] }] });
  });

  test.each(['some', '0', '1', '1.5', '-0.1', 'true'])('double: %s is refused', (value) => {
    const parsed = parseGraded(gradedFiles(withLine(`double: ${value}`)));
    expect(parsed.ok ? [] : parsed.problems.map(({ message }) => message)).toEqual([
      'Write double: all, double: borderline, or a share between 0 and 1, as in "double: 0.2".',
    ]);
  });
});

describe('how alike two judge', () => {
  test('is what Cohen worked out: 20 and 15 of 50 alike, which chance gives half of the time', () => {
    const of = (n: number, one: string, other: string) => Array.from({ length: n }, () => [one, other] as const);
    const pairs = [...of(20, 'ja', 'ja'), ...of(5, 'ja', 'nej'), ...of(10, 'nej', 'ja'), ...of(15, 'nej', 'nej')];
    expect(raterAgreement(pairs)).toEqual({ n: 50, alike: 0.7, kappa: 0.4 });
  });

  test('is not known of nothing, nor beyond chance where all is the same', () => {
    expect(raterAgreement([])).toEqual({ n: 0, alike: null, kappa: null });
    expect(
      raterAgreement([
        ['ja', 'ja'],
        ['ja', 'ja'],
      ]),
    ).toEqual({ n: 2, alike: 1, kappa: null });
    expect(
      raterAgreement([
        ['ja', 'nej'],
        ['ja', 'nej'],
      ]),
    ).toEqual({ n: 2, alike: 0, kappa: 0 });
  });

  const said = fc.constantFrom('accepted', 'returned', 'rejected');
  const pairs = fc.array(fc.tuple(said, said), { minLength: 1, maxLength: 40 });

  test('stays within its bounds, is 1 exactly at full agreement, and does not depend on who was first or on the order', () =>
    fc.assert(
      fc.property(pairs, (all) => {
        const { n, alike, kappa } = raterAgreement(all);
        expect(n).toBe(all.length);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        const isOne = new Set(all.flat()).size === 1;
        expect(kappa === null).toBe(isOne);
        if (kappa !== null) {
          expect(kappa).toBeGreaterThanOrEqual(-1);
          expect(kappa).toBeLessThanOrEqual(1);
          expect(kappa === 1).toBe(alike === 1);
        }
        expect(raterAgreement(all.map(([one, other]) => [other, one]))).toEqual({ n, alike, kappa });
        expect(raterAgreement([...all].reverse())).toEqual({ n, alike, kappa });
      }),
    ));

  test('a hand-in is borderline exactly where one level decides', () => {
    const judgement = fc.record({
      problem: fc.constantFrom('mangler', 'paa-vej', 'opfyldt'),
      seddel: fc.boolean(),
      musen: fc.constantFrom('mangler', 'paa-vej', 'opfyldt'),
    });
    const step: Rubric = practicalOf(levelled);
    fc.assert(
      fc.property(judgement, (judged) => {
        // By hand: what lacks, and how far the points are from three.
        const worth = { mangler: 0, 'paa-vej': 1, opfyldt: 2 };
        const points = worth[judged.problem] + worth[judged.musen];
        const lacks = Number(!judged.seddel) + Number(judged.musen === 'mangler');
        const near =
          lacks === 0 ? points === 3 || points === 2 : lacks === 1 && (judged.seddel ? points + 1 >= 3 : points >= 3);
        expect(isBorderline(step, judged)).toBe(near);
      }),
    );
  });
});
