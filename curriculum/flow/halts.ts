import { blockersOf, type Outcomes, openSteps } from './combinators.ts';
import { type FlowNode, type Step, stepsIn } from './course.ts';

/** The hand-ins that stop everything: while one waits for its answer, no other step is open, though more are to come. */
export function halts(flow: FlowNode, steps: readonly Step[]): string[] {
  return steps
    .filter(({ kind }) => kind === 'practical')
    .map(({ id }) => id)
    .filter((id) => {
      const outcomes = whenOpen(flow, id);
      const isLast = openSteps(flow, { ...outcomes, [id]: 'done' }).length === 0;
      return !isLast && openSteps(flow, outcomes).every((each) => each === id);
    });
}

/** The outcomes when the step has just opened: only what it waits for is done. */
function whenOpen(flow: FlowNode, id: string): Outcomes {
  const outcomes: Record<string, 'done'> = {};
  for (const _ of stepsIn(flow)) {
    const before = blockersOf(flow, id, outcomes);
    if (before.length === 0) break;
    for (const each of before) outcomes[each] = 'done';
  }
  return outcomes;
}
