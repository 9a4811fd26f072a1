import type { FlowNode, StepNode } from './course.ts';

/**
 * Names a node by its steps, where the order in "all" and "choose" does not matter: two states of a course that differ
 * only in which of several like branches has come how far get the same name.
 */
export function nameOfNode(node: FlowNode, nameOfStep: (id: string) => string): string {
  if (node.is === 'step') return nameOfStepNode(node, nameOfStep);
  const of = node.of.map((each) => nameOfNode(each, nameOfStep));
  if (node.is === 'in-order') return `(${of.join(';')})`;
  return `${node.is === 'choose' ? node.n : ''}{${of.sort().join(';')}}`;
}

/** Steps that open early, or are tied to another step, are not like others of their kind. */
function nameOfStepNode(
  { id, opensEarly, dueBefore, after, whenFailed }: StepNode,
  nameOfStep: (id: string) => string,
) {
  const marks = [
    opensEarly && 'early',
    dueBefore && `before ${dueBefore}`,
    after && `after ${after.join()}`,
    whenFailed?.map(nameOfStep).join('+'),
  ].filter(Boolean);
  return [nameOfStep(id), ...marks].join(' ');
}

/** The place of each step in the flow. Steps in one place can be swapped, each with its branch, and the flow is the same. */
export function placesOf(flow: FlowNode, kindOf: (id: string) => string): Map<string, string> {
  const places = new Map<string, string>();
  const visit = (node: FlowNode, place: string) => {
    if (node.is === 'step') {
      for (const [at, id] of [node.id, ...(node.whenFailed ?? [])].entries())
        places.set(id, at ? `${place}+${at}` : place);
      return;
    }
    node.of.forEach((each, at) => {
      visit(each, `${place}/${node.is === 'in-order' ? at : nameOfNode(each, kindOf)}`);
    });
  };
  visit(flow, '');
  return places;
}
