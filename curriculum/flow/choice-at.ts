import { type FlowNode, stepsIn } from './course.ts';

/** A choice that is still to be made: how many more, and the first step of each part that may be chosen. */
export type Choice = { n: number; of: string[] };

/**
 * The choice that a step stands in, as long as nothing of its part was begun. A choice is made by beginning; `n` is 0 when
 * enough was begun and this part is no longer asked for.
 */
export function choiceAt(flow: FlowNode, id: string, hasBegun: (id: string) => boolean): Choice | undefined {
  if (flow.is === 'step') return undefined;
  const part = flow.of.find((each) => stepsIn(each).includes(id));
  if (!part) return undefined;
  if (flow.is !== 'choose') return choiceAt(part, id, hasBegun);
  const isBegun = (each: FlowNode) => stepsIn(each).some(hasBegun);
  if (isBegun(part)) return choiceAt(part, id, hasBegun);
  const free = flow.of.filter((each) => !isBegun(each));
  return { n: Math.max(0, flow.n - (flow.of.length - free.length)), of: free.map((each) => stepsIn(each)[0]!) };
}
