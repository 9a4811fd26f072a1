import { type FlowNode, type StepNode, stepNodesIn, stepsIn } from './course.ts';
import type { ReportFlowProblem, WrittenStep } from './parse-flow.ts';

/** Writes into the flow what the steps say about their place in it, and reports what cannot hold. */
export function placeInOrder(flow: FlowNode, steps: readonly WrittenStep[], say: ReportFlowProblem): void {
  const nodes = new Map(stepNodesIn(flow).map((node) => [node.id, node]));
  steps.forEach((step, at) => {
    const node = nodes.get(String(step?.id));
    if (!node) {
      if (stepsIn(flow).includes(String(step?.id))) refuseInExtra(step, at);
      return;
    }
    if (step.opensEarly === true) openEarly(node, at);
    if (typeof step.dueBefore === 'string') dueBefore(node, step.dueBefore, at);
  });

  /** An extra lesson has no place of its own in the order. */
  function refuseInExtra(step: WrittenStep, at: number) {
    for (const word of ['opensEarly', 'dueBefore'] as const)
      if (step[word] !== undefined)
        say(['steps', at, word], `"${step.id}" opens when a test is failed: take ${word} out.`);
  }

  function openEarly(node: StepNode, at: number) {
    if (!pathTo(flow, node.id).some((each, depth, path) => each.is === 'in-order' && each.of[0] !== path[depth + 1]))
      return say(['steps', at, 'opensEarly'], `No step stands before "${node.id}", so it opens first: take this out.`);
    node.opensEarly = true;
  }

  function dueBefore(node: StepNode, later: string, at: number) {
    const path = ['steps', at, 'dueBefore'];
    const target = nodes.get(later);
    if (!target) return say(path, `There is no step "${later}" in the order of the course.`);
    const [here, there] = [pathTo(flow, node.id), pathTo(flow, later)];
    const fork = here.findLastIndex((each, depth) => each === there[depth]);
    const shared = here[fork]!;
    const isBefore =
      shared.is === 'in-order' && shared.of.indexOf(here[fork + 1]!) < shared.of.indexOf(there[fork + 1]!);
    if (!isBefore) return say(path, `"${later}" does not come after "${node.id}": name a step that does.`);
    const choice = [...here.slice(fork), ...there.slice(fork)].some(({ is }) => is === 'choose');
    if (choice) return say(path, `Not everybody takes both "${node.id}" and "${later}": name steps outside "choose".`);
    node.dueBefore = later;
    target.after = [...(target.after ?? []), node.id];
  }
}

/** The nodes from the whole flow down to a step. */
function pathTo(node: FlowNode, id: string): FlowNode[] {
  if (node.is === 'step') return [node];
  const next = node.of.find((each) => stepsIn(each).includes(id));
  return next ? [node, ...pathTo(next, id)] : [node];
}
