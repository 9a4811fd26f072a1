import type { Course, FlowNode, Step } from '#curriculum/flow/course.ts';

type Words = Course['title'];

/** What a course teaches: what everybody learns, what they choose among, and how long the lessons take together. */
type Learned = { always: Words[]; choices: { n: number; of: Words[] }[]; minutes: number };

/** The goals of the steps where the edition has them, else the titles of its lessons. */
export function learnedIn(course: Course): Learned {
  const steps = new Map(course.steps.map((step) => [step.id, step]));
  return learnedUnder(course.flow, steps);
}

function learnedUnder(node: FlowNode, steps: ReadonlyMap<string, Step>): Learned {
  if (node.is === 'step') {
    const step = steps.get(node.id)!;
    return { always: goalsOf(step), choices: [], minutes: step.kind === 'lesson' ? (step.minutes ?? 0) : 0 };
  }
  const parts = node.of.map((each) => learnedUnder(each, steps));
  if (node.is === 'choose') {
    const shortest = parts.map(({ minutes }) => minutes).sort((a, b) => a - b);
    const of = parts.flatMap(({ always }) => always);
    return {
      always: [],
      choices: of.length > 0 ? [{ n: node.n, of }] : [],
      minutes: sum(shortest.slice(0, node.n)),
    };
  }
  return {
    always: parts.flatMap(({ always }) => always),
    choices: parts.flatMap(({ choices }) => choices),
    minutes: sum(parts.map(({ minutes }) => minutes)),
  };
}

function goalsOf(step: Step): Words[] {
  if ('goals' in step && step.goals) return step.goals;
  return step.kind === 'lesson' ? [step.title] : [];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
