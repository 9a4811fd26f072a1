import { type FlowNode, type StepNode, stepNodesIn, stepsIn } from './course.ts';
import type { Refusal } from './refusal.ts';

/**
 * How a step ended, as far as the flow needs to know; a step without an outcome is not finished. `failed` is a test that
 * may be tried again and has extra lessons for this case.
 */
export type Outcome = 'done' | 'exhausted' | 'appealed' | 'failed';
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

/** Is everything here done that later steps wait for? They do not wait for a step that is due before a later one. */
function isPassed(node: FlowNode, outcomes: Outcomes): boolean {
  switch (node.is) {
    case 'step':
      return node.dueBefore !== undefined || outcomes[node.id] === 'done';
    case 'choose':
      return node.of.filter((each) => isPassed(each, outcomes)).length >= node.n;
    default:
      return node.of.every((each) => isPassed(each, outcomes));
  }
}

/** The steps that may be worked on now. */
export function openSteps(node: FlowNode, outcomes: Outcomes): string[] {
  if (isDone(node, outcomes)) return [];
  switch (node.is) {
    case 'step':
      return isDueStepMissing(node, outcomes) ? [] : [node.id, ...extraLessons(node, outcomes)];
    case 'in-order':
      return openInOrder(node.of, outcomes);
    default:
      return node.of.flatMap((each) => openSteps(each, outcomes));
  }
}

/** The first that later ones wait for is open, what stands before it and is due later, and lessons that open early. */
function openInOrder(of: readonly FlowNode[], outcomes: Outcomes): string[] {
  const stop = of.findIndex((each) => !isPassed(each, outcomes));
  const until = stop < 0 ? of.length : stop + 1;
  const inTurn = of.slice(0, until).flatMap((each) => openSteps(each, outcomes));
  return [...inTurn, ...earlyLessons(of.slice(until), outcomes)];
}

/** The lessons that open early at the head of these nodes. */
function earlyLessons(of: readonly FlowNode[], outcomes: Outcomes): string[] {
  const last = of.findIndex(
    (each) => !stepNodesIn(each).every((step) => step.opensEarly || outcomes[step.id] === 'done'),
  );
  return (last < 0 ? of : of.slice(0, last + 1)).flatMap((each) => {
    if (isDone(each, outcomes)) return [];
    if (each.is === 'step') return each.opensEarly && !isDueStepMissing(each, outcomes) ? [each.id] : [];
    return each.is === 'in-order'
      ? earlyLessons(each.of, outcomes)
      : each.of.flatMap((branch) => earlyLessons([branch], outcomes));
  });
}

const isDueStepMissing = ({ after = [] }: StepNode, outcomes: Outcomes) => after.some((id) => outcomes[id] !== 'done');

/** The extra lessons that are still to be read before the next attempt at a failed test. */
export const extraLessons = ({ id, whenFailed = [] }: StepNode, outcomes: Outcomes): string[] =>
  outcomes[id] === 'failed' ? whenFailed.filter((each) => outcomes[each] !== 'done') : [];

/** The steps that are unnecessary because a "choose n of m" is fulfilled, or the test they would help with is passed. */
export function notChosenSteps(node: FlowNode, outcomes: Outcomes): string[] {
  if (node.is === 'step')
    return outcomes[node.id] === 'done' ? (node.whenFailed ?? []).filter((id) => outcomes[id] !== 'done') : [];
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
  if (node.is === 'step') return (node.after ?? []).filter((each) => outcomes[each] !== 'done');
  const here = node.of.findIndex((each) => stepsIn(each).includes(id));
  if (here < 0) return [];
  const before = node.is === 'in-order' ? node.of.slice(0, here).find((each) => !isPassed(each, outcomes)) : undefined;
  if (!before) return blockersOf(node.of[here]!, id, outcomes);
  const open = openSteps(before, outcomes);
  // What stands before may itself wait for a step that is due.
  return open.length > 0 ? open : [...new Set(stepsIn(before).flatMap((each) => blockersOf(before, each, outcomes)))];
}

/** Why this step is closed. */
export function closedBecause(flow: FlowNode, id: string, outcomes: Outcomes): Refusal {
  const test = stepNodesIn(flow).find(({ whenFailed }) => whenFailed?.includes(id));
  return test
    ? { reason: 'only-when-failed', test: test.id }
    : { reason: 'not-open', finish: blockersOf(flow, id, outcomes) };
}
