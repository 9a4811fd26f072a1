import type { FlowNode } from './course.ts';

/**
 * Names a node by its steps, where the order in "all" and "choose" does not matter: two states of a course that differ
 * only in which of several like branches has come how far get the same name.
 */
export function nameOfNode(node: FlowNode, nameOfStep: (id: string) => string): string {
  if (node.is === 'step') return nameOfStep(node.id);
  const of = node.of.map((each) => nameOfNode(each, nameOfStep));
  if (node.is === 'in-order') return `(${of.join(';')})`;
  return `${node.is === 'choose' ? node.n : ''}{${of.sort().join(';')}}`;
}

/** The place of each step in the flow. Steps in one place can be swapped, each with its branch, and the flow is the same. */
export function placesOf(flow: FlowNode, kindOf: (id: string) => string): Map<string, string> {
  const places = new Map<string, string>();
  const visit = (node: FlowNode, place: string) => {
    if (node.is === 'step') return void places.set(node.id, place);
    node.of.forEach((each, at) => {
      visit(each, `${place}/${node.is === 'in-order' ? at : nameOfNode(each, kindOf)}`);
    });
  };
  visit(flow, '');
  return places;
}
