import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level, RubricCriterion } from '#curriculum/flow/course.ts';
import { parseGrading } from '#curriculum/grading/parse-grading.ts';
import { passMarkOf } from '#curriculum/grading/pass-mark-of.ts';
import { toldGrading } from '#curriculum/grading/told-grading.ts';
import { type Judged, type Rubric, verdictOf } from '#curriculum/grading/verdict-of.ts';
import { gradedCourse } from '../../../graded-course.ts';

const step = gradedCourse().course.steps[0]!;
if (step.kind !== 'practical') throw new Error('The course has one practical.');
const practical = step;
const words = 'Lad borgeren have musen.';

describe('a hand-in judged by levels', () => {
  test.each<[string, Judged, object]>([
    [
      'is enough with the points and all that must be passed',
      { problem: 'opfyldt', seddel: true, musen: 'paa-vej' },
      { points: 3, of: 4, needed: 3, lacking: [], passes: true },
    ],
    [
      'is not enough below the level that must be reached, whatever the points',
      { problem: 'opfyldt', seddel: true, musen: 'mangler' },
      { points: 2, lacking: ['musen'], passes: false },
    ],
    [
      'is not enough without a criterion that is met or not',
      { problem: 'opfyldt', seddel: false, musen: 'opfyldt' },
      { points: 4, lacking: ['seddel'], passes: false },
    ],
    [
      'is not enough below the pass mark',
      { problem: 'paa-vej', seddel: true, musen: 'paa-vej' },
      { points: 2, lacking: [], passes: false },
    ],
    ['lacks what is not judged', { seddel: true }, { points: 0, lacking: ['problem', 'musen'], passes: false }],
  ])('%s', (_, judged, expected) => expect(verdictOf(practical, judged)).toMatchObject(expected));

  test.each<[string, { decision: string; judged: Record<string, string>; feedback: string }, object]>([
    [
      'is accepted with what the form names',
      { decision: 'accepted', judged: { problem: 'opfyldt', seddel: 'met', musen: 'paa-vej' }, feedback: '' },
      { ok: true, judged: { problem: 'opfyldt', seddel: true, musen: 'paa-vej' }, verdict: { points: 3 } },
    ],
    [
      'is not accepted below a level that must be reached',
      { decision: 'accepted', judged: { problem: 'opfyldt', seddel: 'met', musen: 'mangler' }, feedback: '' },
      { ok: false, issue: 'level-missing', criterion: 'musen' },
    ],
    [
      'is not accepted without points enough',
      { decision: 'accepted', judged: { problem: 'paa-vej', seddel: 'met', musen: 'paa-vej' }, feedback: '' },
      { ok: false, issue: 'points-missing' },
    ],
    [
      'may be sent back with enough points',
      { decision: 'returned', judged: { problem: 'opfyldt', seddel: 'met', musen: 'opfyldt' }, feedback: words },
      { ok: true, decision: 'returned' },
    ],
    [
      'needs a judgement of each criterion',
      { decision: 'returned', judged: { problem: 'opfyldt', seddel: 'met' }, feedback: words },
      { ok: false, issue: 'criteria-unjudged', criterion: 'musen' },
    ],
    [
      'knows its levels',
      { decision: 'returned', judged: { problem: 'met', seddel: 'met', musen: 'opfyldt' }, feedback: words },
      { ok: false, issue: 'not-a-level', criterion: 'problem' },
    ],
    [
      'has no levels where the criterion has none',
      { decision: 'returned', judged: { problem: 'opfyldt', seddel: 'opfyldt', musen: 'opfyldt' }, feedback: words },
      { ok: false, issue: 'criteria-unjudged', criterion: 'seddel' },
    ],
  ])('%s', (_, given, expected) => expect(parseGrading(given, practical)).toMatchObject(expected));

  test('is told by level, descriptor and points, and by what must be passed and is not', () => {
    const told = toldGrading(practical, { problem: 'paa-vej', seddel: true, musen: 'mangler' });
    expect(told).toMatchObject({
      criteria: [
        {
          is: 'level',
          level: { da: 'På vej' },
          descriptor: { en: 'A citizen without a situation' },
          points: 1,
          of: 2,
          from: null,
        },
        { is: 'met-or-not', met: true },
        { is: 'level', points: 0, from: { da: 'På vej' } },
      ],
      total: { points: 1, of: 4, needed: 3 },
    });
    expect(passMarkOf(practical)).toEqual({ points: 3, of: 4 });
  });

  test('has no points where the rubric has no levels', () => {
    const old = { rubric: [{ id: 'a', title: { da: 'A', en: 'A' } }] };
    expect(toldGrading(old, { a: false })).toEqual({
      criteria: [{ id: 'a', title: { da: 'A', en: 'A' }, is: 'met-or-not', met: false }],
      total: null,
    });
    expect(passMarkOf(old)).toBeNull();
  });
});

type Levelled = Pick<RubricCriterion, 'id' | 'mustPass'> & { levels?: Pick<Level, 'id' | 'points'>[] };
const criterion = (id: string): fc.Arbitrary<Levelled> =>
  fc.oneof(
    fc.constant<Levelled>({ id }),
    fc
      .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 5 }), fc.nat(4), fc.boolean())
      .map(([points, from, must]): Levelled => {
        const levels = points.sort((a, b) => a - b).map((each, at) => ({ id: `l${at}`, points: each }));
        return { id, levels, ...(must && { mustPass: levels[Math.max(1, from % levels.length)]!.id }) };
      }),
  );
const judgement = ({ levels }: Levelled) => (levels ? fc.constantFrom(...levels.map(({ id }) => id)) : fc.boolean());
const graded = fc
  .tuple(criterion('a'), criterion('b'), criterion('c'), fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }))
  .chain(([a, b, c, passMark]) =>
    fc.tuple(judgement(a), judgement(b), judgement(c)).map(([ja, jb, jc]) => ({
      step: { rubric: [a, b, c], passMark } satisfies Rubric,
      judged: { a: ja, b: jb, c: jc } as Judged,
    })),
  );

describe('a verdict', () => {
  test('counts no more points than there are, and passes only with all that must be passed', () => {
    fc.assert(
      fc.property(graded, ({ step, judged }) => {
        const verdict = verdictOf(step, judged);
        expect(verdict.points).toBeGreaterThanOrEqual(0);
        expect(verdict.points).toBeLessThanOrEqual(verdict.of);
        expect(verdict.passes).toBe(verdict.lacking.length === 0 && verdict.points >= (step.passMark ?? 0));
      }),
    );
  });

  test('never becomes worse when one criterion is judged better', () => {
    fc.assert(
      fc.property(graded, fc.constantFrom('a', 'b', 'c'), ({ step, judged }, id) => {
        const levels = step.rubric.find((each) => each.id === id)?.levels;
        const at = levels?.findIndex((each) => each.id === judged[id]) ?? 0;
        const better = { ...judged, [id]: levels ? levels[Math.min(at + 1, levels.length - 1)]!.id : true };
        const [before, after] = [verdictOf(step, judged), verdictOf(step, better)];
        expect(after.points).toBeGreaterThanOrEqual(before.points);
        expect(after.lacking.length).toBeLessThanOrEqual(before.lacking.length);
        expect(after.passes || !before.passes).toBe(true);
      }),
    );
  });
});
