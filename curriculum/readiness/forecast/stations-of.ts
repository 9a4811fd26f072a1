import { type Course, type FlowNode, neededSteps } from '#curriculum/flow/course.ts';
import type { Path, Station } from './forecast-facts.ts';

/**
 * The way of a course as a row of stations, from the request of a seat to the certificate. Branches of which some are
 * chosen are as long as the shortest ones; a step of any branch takes a person past them.
 */
export function pathOf(course: Pick<Course, 'id' | 'edition' | 'steps' | 'flow'>): Path {
  const kinds = new Map(course.steps.map(({ id, kind }) => [id, kind]));
  return {
    id: `${course.id}/${course.edition}`,
    stations: [
      { steps: ['seat'], kind: 'seat' },
      { steps: ['start'], kind: 'start' },
      ...stationsIn(course.flow).map((steps): Station => ({ steps, kind: kinds.get(steps[0]!)! })),
      { steps: ['issue'], kind: 'issue' },
    ],
  };
}

function stationsIn(node: FlowNode): string[][] {
  if (node.is === 'step') return [[node.id]];
  if (node.is !== 'choose') return node.of.flatMap(stationsIn);
  const branches = [...node.of].sort((a, b) => neededSteps(a) - neededSteps(b)).map(stationsIn);
  const chosen = branches.slice(0, node.n);
  return chosen.flatMap((branch) =>
    branch.map((own, at) => [...new Set([...own, ...branches.flatMap((other) => other[at] ?? [])])]),
  );
}

/** The stations that are left for somebody who has taken these steps; each step takes them past one. */
export function stationsLeft({ stations }: Path, done: readonly string[]): Station[] {
  const taken = new Set(done);
  return stations.filter(({ steps }) => {
    const step = steps.find((each) => taken.has(each));
    if (step === undefined) return true;
    taken.delete(step);
    return false;
  });
}
