import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blockersOf,
  isDone,
  notChosenSteps,
  type Outcomes,
  openSteps,
  verdictOf,
} from '#curriculum/flow/combinators.ts';
import { type FlowNode, stepsIn } from '#curriculum/flow/course.ts';
import { sufficientSets } from '#curriculum/flow/prove-course.ts';
import { anyFlow } from './courses.ts';

const outcome = fc.constantFrom('done', 'done', 'done', 'exhausted', 'appealed', undefined, undefined);
const standing = anyFlow(8).chain((flow) =>
  fc
    .tuple(...stepsIn(flow).map(() => outcome))
    .map((each) => [flow, Object.fromEntries(stepsIn(flow).map((id, at) => [id, each[at]])) as Outcomes] as const),
);

/** The nodes from the whole flow down to a step. */
function pathTo(node: FlowNode, id: string): FlowNode[] {
  if (node.is === 'step') return [node];
  return [node, ...pathTo(node.of.find((each) => stepsIn(each).includes(id))!, id)];
}
/** For each node on the way to a step: what stands before the way in it. */
const waysTo = (flow: FlowNode, id: string) =>
  pathTo(flow, id).flatMap((node, at, path) =>
    node.is === 'step'
      ? []
      : [{ node, child: path[at + 1]!, before: node.of.slice(0, node.of.indexOf(path[at + 1]!)) }],
  );
const setIsFree = (flow: FlowNode, isLost: (id: string) => boolean) =>
  sufficientSets(flow).some((set) => ![...set].some(isLost));

describe('in any flow and any state of its steps,', () => {
  test('the requirements are met if one of the smallest sets of steps is done', () => {
    fc.assert(
      fc.property(standing, ([flow, outcomes]) => {
        const met = sufficientSets(flow).some((set) => [...set].every((id) => outcomes[id] === 'done'));
        expect(isDone(flow, outcomes)).toBe(met);
      }),
      { numRuns: 500 },
    );
  });
  test('the flow is dead if every set has an exhausted step, and waits if only appeals are missing', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(standing, ([flow, outcomes]) => {
        const verdict = verdictOf(flow, outcomes);
        seen.add(verdict);
        const met = sufficientSets(flow).some((set) => [...set].every((id) => outcomes[id] === 'done'));
        const alive = setIsFree(flow, (id) => outcomes[id] === 'exhausted');
        const free = setIsFree(flow, (id) => outcomes[id] === 'exhausted' || outcomes[id] === 'appealed');
        expect(verdict).toBe(met ? 'done' : !alive ? 'dead' : free ? 'open' : 'appealed');
      }),
      { numRuns: 500 },
    );
    expect(seen.size).toBe(4);
  });
  test('a step is open if no group around it is done and nothing before it is left', () => {
    fc.assert(
      fc.property(standing, ([flow, outcomes]) => {
        const open = stepsIn(flow).filter(
          (id) =>
            outcomes[id] !== 'done' &&
            waysTo(flow, id).every(
              ({ node, before }) =>
                !isDone(node, outcomes) && (node.is !== 'in-order' || before.every((each) => isDone(each, outcomes))),
            ),
        );
        expect(openSteps(flow, outcomes)).toEqual(open);
      }),
      { numRuns: 500 },
    );
  });
  test('a step is not chosen if enough others are, and never if it is done', () => {
    fc.assert(
      fc.property(standing, ([flow, outcomes]) => {
        const left = stepsIn(flow).filter(
          (id) =>
            outcomes[id] !== 'done' &&
            waysTo(flow, id).some(
              ({ node, child }) => node.is === 'choose' && isDone(node, outcomes) && !isDone(child, outcomes),
            ),
        );
        expect(notChosenSteps(flow, outcomes)).toEqual(left);
      }),
      { numRuns: 500 },
    );
  });
  test('a closed step waits for open steps before it', () => {
    let closed = 0;
    fc.assert(
      fc.property(standing, ([flow, outcomes]) => {
        const [open, left] = [openSteps(flow, outcomes), notChosenSteps(flow, outcomes)];
        for (const id of stepsIn(flow).filter((each) => outcomes[each] !== 'done' && !left.includes(each))) {
          const blockers = blockersOf(flow, id, outcomes);
          if (open.includes(id)) expect(blockers).toEqual([]);
          if (open.includes(id) || isDone(flow, outcomes)) continue;
          closed++;
          expect(blockers.length).toBeGreaterThan(0);
          const before = waysTo(flow, id).flatMap(({ node, before }) => (node.is === 'in-order' ? before : []));
          for (const each of blockers) {
            expect(open).toContain(each);
            expect(before.flatMap(stepsIn)).toContain(each);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(closed).toBeGreaterThan(20);
  });
});
