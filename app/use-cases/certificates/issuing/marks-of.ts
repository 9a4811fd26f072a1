import type { StepMark } from '#certificates/certificate-data.ts';
import type { Course, FlowNode } from '#curriculum/flow/course.ts';

/** The steps that were taken, in the order of the course. Topics that were not chosen are left out. */
export function marksOf(course: Course, states: Record<string, string>): StepMark[] {
  const kinds = new Map(course.steps.map(({ id, kind }) => [id, kind]));
  return inOrder(course.flow)
    .filter((id) => states[id] === 'done')
    .map((id) => kinds.get(id)!);
}

function inOrder(node: FlowNode): string[] {
  return node.is === 'step' ? [node.id] : node.of.flatMap(inOrder);
}
