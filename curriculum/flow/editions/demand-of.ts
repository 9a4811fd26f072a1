import type { FlowNode, Step } from '#curriculum/flow/course.ts';

/** What a step asks for, without its words. Two steps of one demand ask for the same. */
export function demandOf(step: Step): string {
  return JSON.stringify(demand(step));
}

function demand(step: Step): unknown[] {
  switch (step.kind) {
    case 'lesson':
    case 'day':
      return [step.kind];
    case 'quiz':
      return [
        step.kind,
        step.blueprint.map(({ bank, draw, goal, level }) => [bank, draw, ...(goal || level ? [goal, level] : [])]),
        step.passMark,
        step.attempts,
        step.delay,
        step.timeLimit,
      ];
    case 'practical':
      return [step.kind, step.rubric.map(({ id }) => id), step.attempts, ...(step.passMark ? [step.passMark] : [])];
  }
}

/** The order of a course as text. The order inside "all" and "choose" does not count. */
export function shapeOf(node: FlowNode, nameOf: (id: string) => string = (id) => id): string {
  if (node.is === 'step') return nameOf(node.id);
  const inside = node.of.map((each) => shapeOf(each, nameOf));
  const sorted = node.is === 'in-order' ? inside : inside.sort();
  return `${node.is}${node.is === 'choose' ? node.n : ''}(${sorted.join()})`;
}
