import type { Course, Step } from '#curriculum/flow/course.ts';

/** The step of the earlier edition that this step takes the place of, and whether its author declared the two equivalent. */
export function predecessorOf(step: Step, from: Course): { step: Step; declared: boolean } | undefined {
  const [edition, id] = step.sameAs?.split('/') ?? [];
  const named = edition === from.edition ? from.steps.find((each) => each.id === id) : undefined;
  if (named) return { step: named, declared: true };
  const own = from.steps.find((each) => each.id === step.id);
  return own && { step: own, declared: false };
}
