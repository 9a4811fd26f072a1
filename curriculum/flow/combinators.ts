import { type FlowNode, stepsIn } from './course.ts';

/** How a step ended, as far as the flow needs to know; a step without an outcome is not finished. */
export type Outcome = 'done' | 'exhausted' | 'appealed';
export type Outcomes = Readonly<Record<string, Outcome | undefined>>;
export type Verdict = 'open' | 'done' | 'appealed' | 'dead';

export type Standing = { outcomes: Outcomes; verdict: Verdict; open: string[]; notChosen: string[] };

export function standingOf(flow: FlowNode, outcomes: Outcomes): Standing {
  return {
    outcomes,
    verdict: verdictOf(flow, outcomes),
    open: openSteps(flow, outcomes),
    notChosen: notChosenSteps(flow, outcomes),
  };
}

export function isDone(node: FlowNode, outcomes: Outcomes): boolean {
  switch (node.is) {
    case 'step':
      return outcomes[node.id] === 'done';
    case 'choose':
      return node.of.filter((each) => isDone(each, outcomes)).length >= node.n;
    default:
      return node.of.every((each) => isDone(each, outcomes));
  }
}

function isDead(node: FlowNode, isLost: (id: string) => boolean): boolean {
  switch (node.is) {
    case 'step':
      return isLost(node.id);
    case 'choose':
      return node.of.filter((each) => !isDead(each, isLost)).length < node.n;
    default:
      return node.of.some((each) => isDead(each, isLost));
  }
}

/** Can the requirements still be met, or only if an appeal succeeds? */
export function verdictOf(flow: FlowNode, outcomes: Outcomes): Verdict {
  if (isDone(flow, outcomes)) return 'done';
  if (isDead(flow, (id) => outcomes[id] === 'exhausted')) return 'dead';
  return isDead(flow, (id) => outcomes[id] === 'exhausted' || outcomes[id] === 'appealed') ? 'appealed' : 'open';
}

/** The steps that may be worked on now. */
export function openSteps(node: FlowNode, outcomes: Outcomes): string[] {
  if (isDone(node, outcomes)) return [];
  switch (node.is) {
    case 'step':
      return [node.id];
    case 'in-order':
      return openSteps(node.of.find((each) => !isDone(each, outcomes))!, outcomes);
    default:
      return node.of.flatMap((each) => openSteps(each, outcomes));
  }
}

/** The steps that are unnecessary because a "choose n of m" is fulfilled. */
export function notChosenSteps(node: FlowNode, outcomes: Outcomes): string[] {
  if (node.is === 'step') return [];
  if (node.is !== 'choose' || !isDone(node, outcomes)) return node.of.flatMap((each) => notChosenSteps(each, outcomes));
  return node.of.flatMap((each) =>
    isDone(each, outcomes) ? notChosenSteps(each, outcomes) : stepsIn(each).filter((id) => outcomes[id] !== 'done'),
  );
}

/** Were other steps skipped because this one is done? */
export function hasMadeChoice(flow: FlowNode, outcomes: Outcomes, id: string): boolean {
  const without = notChosenSteps(flow, { ...outcomes, [id]: undefined });
  return without.length < notChosenSteps(flow, outcomes).length;
}

/** The steps to finish before this one opens. */
export function blockersOf(node: FlowNode, id: string, outcomes: Outcomes): string[] {
  if (node.is === 'step') return [];
  const here = node.of.findIndex((each) => stepsIn(each).includes(id));
  if (here < 0) return [];
  const before = node.is === 'in-order' ? node.of.slice(0, here).find((each) => !isDone(each, outcomes)) : undefined;
  return before ? openSteps(before, outcomes) : blockersOf(node.of[here]!, id, outcomes);
}
