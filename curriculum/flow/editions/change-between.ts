import type { Course } from '#curriculum/flow/course.ts';
import { shapeOf } from './demand-of.ts';
import { predecessorOf } from './predecessor-of.ts';
import { type StepChange, stepChanges } from './step-changes.ts';

export type EditionChange = {
  change: 'editorial' | 'material';
  /** The requirements that differ: "steps.m4-test", "flow". */
  differs: string[];
  /** What changed in each step that changed. */
  steps: StepChange[];
  /** Words of the whole course that changed. */
  words: string[];
};

const courseDemands = {
  validity: ({ validity }: Course) => validity?.months,
  end: ({ end }: Course) => end,
  appealWindow: ({ appealWindow }: Course) => appealWindow,
  renews: ({ renews }: Course) => renews && [renews.course, renews.graceMonths],
  opensRenewal: ({ opensRenewal }: Course) => opensRenewal && [opensRenewal.from, opensRenewal.of],
};
const courseWords = {
  title: ({ title }: Course) => title,
  level: ({ level }: Course) => level,
  renewsTitle: ({ renews }: Course) => renews?.title,
};

/**
 * A change is editorial when only words differ: no key, pass mark, step or other requirement. Titles and minutes are not
 * requirements, nor is the order inside "all" and "choose". Everything else is material.
 */
export function changeBetween(from: Course, to: Course): EditionChange {
  const steps = stepChanges(from, to);
  const differs = [
    ...steps.filter(({ change }) => change === 'material').map(({ step }) => `steps.${step}`),
    ...(shapeOf(from.flow) === shapeOf(to.flow, formerName(from, to)) ? [] : ['flow']),
    ...differing(courseDemands, from, to),
  ];
  return {
    change: differs.length > 0 ? 'material' : 'editorial',
    differs,
    steps,
    words: differing(courseWords, from, to),
  };
}

/** A step that takes the place of another stands in the order where that one stood. */
const formerName = (from: Course, to: Course) => (id: string) =>
  predecessorOf(to.steps.find((step) => step.id === id)!, from)?.step.id ?? id;

const differing = (parts: Record<string, (course: Course) => unknown>, from: Course, to: Course) =>
  Object.entries(parts)
    .filter(([, part]) => JSON.stringify(part(from)) !== JSON.stringify(part(to)))
    .map(([name]) => name);
