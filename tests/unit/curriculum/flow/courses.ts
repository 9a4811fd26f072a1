import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Course, FlowNode, Step } from '#curriculum/flow/course.ts';
import { stepNodesIn, stepsIn } from '#curriculum/flow/course.ts';
import { parseCourse } from '#curriculum/flow/parse-course.ts';
import { placeInOrder } from '#curriculum/flow/place-in-order.ts';

export const textOf = (slug: string) =>
  readFileSync(new URL(`../../../fixtures/courses/${slug}/course.yaml`, import.meta.url), 'utf8');

export function shipped(slug: string): Course {
  const parsed = parseCourse(textOf(slug), 'course.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.course;
}

const title = { da: 'Trin', en: 'Step' };
export const hour = 3_600_000;

export const anyStep = (id: string): fc.Arbitrary<Step> =>
  fc.oneof(
    fc.constant<Step>({ id, kind: 'lesson', title }),
    fc.constant<Step>({ id, kind: 'day', title }),
    fc
      .record({
        attempts: fc.integer({ min: 1, max: 2 }),
        passMark: fc.constantFrom(0.5, 0.8),
        timeLimit: fc.option(fc.constant(hour), { nil: undefined }),
      })
      .map(
        ({ timeLimit, ...rest }): Step => ({
          id,
          kind: 'quiz',
          title,
          blueprint: [{ bank: 'b', draw: 4 }],
          delay: 24 * hour,
          ...rest,
          ...(timeLimit && { timeLimit }),
        }),
      ),
    fc
      .integer({ min: 1, max: 2 })
      .map((attempts): Step => ({ id, kind: 'practical', title, rubric: [{ id: 'r', title }], attempts })),
  );

type Shape = 'step' | { is: 'in-order' | 'all' | 'choose'; of: Shape[]; n: number };
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constant<Shape>('step'),
    fc.record({
      is: fc.constantFrom('in-order' as const, 'all' as const, 'choose' as const),
      of: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
      n: fc.integer({ min: 1, max: 3 }),
    }),
  ),
}));

function flowOf(raw: Shape, names: Iterator<string>): FlowNode {
  if (raw === 'step') return { is: 'step', id: names.next().value };
  const of = raw.of.map((each) => flowOf(each, names));
  return raw.is === 'choose' ? { is: 'choose', n: Math.min(raw.n, of.length), of } : { is: raw.is, of };
}

function* letters() {
  for (let n = 0; ; n++) yield `s${n}`;
}

export const anyFlow = (most: number) =>
  shape
    .map((raw) => flowOf({ is: 'in-order', of: [raw], n: 1 }, letters()))
    .filter((flow) => stepsIn(flow).length <= most);

export const anyCourse = (most = 7, edition = '2026.1'): fc.Arbitrary<Course> =>
  anyFlow(most).chain((flow) =>
    fc.tuple(...stepsIn(flow).map(anyStep)).map((steps) => ({
      id: 'kursus',
      edition,
      title,
      validity: { months: 24 },
      appealWindow: 14 * 24 * hour,
      steps,
      flow,
    })),
  );

/** A course in which lessons open early, steps are due before later ones and tests have extra lessons, wherever they may. */
export const anyTiedCourse = (most = 5): fc.Arbitrary<Course> =>
  anyCourse(most).chain((course) =>
    fc
      .array(fc.record({ early: fc.boolean(), due: fc.nat(most), extra: fc.nat(2) }), {
        minLength: course.steps.length,
        maxLength: course.steps.length,
      })
      .map((wishes) => tied(structuredClone(course), wishes)),
  );

function tied(course: Course, wishes: { early: boolean; due: number; extra: number }[]): Course {
  const steps = course.steps.map((step, at) => ({
    ...step,
    ...(step.kind === 'lesson' && wishes[at]!.early && { opensEarly: true }),
    ...(course.steps[wishes[at]!.due] && { dueBefore: course.steps[wishes[at]!.due]!.id }),
  }));
  // What cannot hold is refused, and then the flow stays without it.
  placeInOrder(course.flow, steps, () => {});
  const extras: Step[] = [];
  course.steps.forEach((step, at) => {
    if (step.kind !== 'quiz' || step.attempts === 1 || wishes[at]!.extra === 0) return;
    const own = Array.from(
      { length: wishes[at]!.extra },
      (_, n): Step => ({
        id: `${step.id}-ekstra-${n}`,
        kind: 'lesson',
        title,
      }),
    );
    stepNodesIn(course.flow).find(({ id }) => id === step.id)!.whenFailed = own.map(({ id }) => id);
    extras.push(...own);
  });
  return { ...course, steps: [...course.steps, ...extras] };
}
