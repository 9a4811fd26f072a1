import type { CourseView } from '../use-cases/learning/see-course.server.ts';
import type { Language } from '../words/make-words.ts';
import { type Packed, pack } from './packed.ts';
import type { PathPlan } from './path-drawing.tsx';
import { planPath } from './plan-path.ts';
import type { LineItem } from './step-line.tsx';
import { type Words, wayItems } from './way-items.ts';

/** The whole course: lying down as a drawing, standing as a list. */
export type WayShown = { plan: PathPlan; items: readonly LineItem[] };

const known = new WeakMap<CourseView['steps'], Map<string, Packed<WayShown>>>();

/**
 * The way of a course, packed. The same steps have the same way until a day passes, so it is written once for each: it
 * was a tenth of a page's CPU.
 */
export function wayShown(words: Words, language: Language, course: CourseView): Packed<WayShown> {
  const { enrolmentId, state, days, steps } = course;
  const ways = known.get(steps) ?? new Map<string, Packed<WayShown>>();
  const name = JSON.stringify([language, enrolmentId, state, days]);
  const way = ways.get(name) ?? pack(written(words, language, course));
  ways.set(name, way);
  known.set(steps, ways);
  return way;
}

function written(words: Words, language: Language, course: CourseView): WayShown {
  const statusOf = new Map(course.steps.map(({ id, status }) => [id, status]));
  return {
    plan: planPath(course.line, statusOf, course.state === 'certified'),
    items: wayItems(words, language, course),
  };
}
