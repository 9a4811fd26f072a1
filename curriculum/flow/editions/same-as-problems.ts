import type { Course } from '#curriculum/flow/course.ts';
import { compareEditions } from './compare-editions.ts';
import { predecessorOf } from './predecessor-of.ts';

/**
 * A step may only be declared the same as a step of the same kind in an earlier edition, and no two steps the same as
 * one. A step that keeps its id counts as the same as the one it was.
 */
export function sameAsProblems(course: Course, editions: readonly Course[]): { step: string; message: string }[] {
  const problems: { step: string; message: string }[] = [];
  for (const step of course.steps) {
    if (step.sameAs === undefined) continue;
    const say = (message: string) => problems.push({ step: step.id, message });
    const [edition = '', id = ''] = step.sameAs.split('/');
    const from = editions.find((each) => each.id === course.id && each.edition === edition);
    const named = from?.steps.find((each) => each.id === id);
    if (compareEditions(edition, course.edition) >= 0) say(`${edition} is not earlier than ${course.edition}.`);
    else if (!from) say(`There is no edition ${course.id}/${edition}.`);
    else if (!named) say(`There is no step "${id}" in ${course.id}/${edition}.`);
    else if (named.kind !== step.kind) say(`"${id}" is a ${named.kind} in ${edition}; this is a ${step.kind}.`);
    else if (step.kind === 'day' && id !== step.id)
      say('A course day keeps its id: the days of holds are noted by it.');
    else {
      const other = course.steps.find((each) => each.id !== step.id && predecessorOf(each, from)?.step.id === id);
      if (other) say(`"${id}" of ${edition} is already the same as "${other.id}".`);
    }
  }
  return problems;
}
