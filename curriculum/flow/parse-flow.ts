import type { FlowNode, StepNode } from './course.ts';

type Path = (string | number)[];
export type ReportFlowProblem = (path: Path, message: string) => void;

const shapes =
  'Write a step id, a list (in order), "all: [...]", "choose: { n: 2, of: [...] }" or "when: { failed: ..., then: [...] }".';

/** What the file says about a step, as far as the order asks about it. */
export type WrittenStep = {
  id?: unknown;
  kind?: unknown;
  attempts?: unknown;
  blueprint?: unknown;
  opensEarly?: unknown;
  dueBefore?: unknown;
};

/** Reads the `flow:` of a course file and reports all faults, not only the first. */
export function parseFlow(value: unknown, knows: ReadonlyMap<string, WrittenStep>, say: ReportFlowProblem): FlowNode {
  const seen = new Map<string, Path>();
  const flow = node(value, ['flow']);
  [...knows.keys()].forEach((id, at) => {
    if (!seen.has(id)) say(['steps', at, 'id'], `Step "${id}" is not used in the flow.`);
  });
  return flow;

  function node(raw: unknown, path: Path): FlowNode {
    if (typeof raw === 'string') return step(raw, path);
    if (Array.isArray(raw)) return { is: 'in-order', of: inOrder(raw, path) };
    const [key, ...others] = isRecord(raw) ? Object.keys(raw) : [];
    if (isRecord(raw) && others.length === 0 && key === 'all')
      return { is: 'all', of: list(raw.all, [...path, 'all']) };
    if (isRecord(raw) && others.length === 0 && key === 'choose') return choose(raw.choose, [...path, 'choose']);
    if (isRecord(raw) && 'when' in raw) {
      say(path, 'Put "when" in a list, right after the test it is about.');
      when(raw, path, undefined);
    } else say(path, shapes);
    return { is: 'in-order', of: [] };
  }

  /** A list in which `when` belongs to the test before it. */
  function inOrder(raw: unknown[], path: Path): FlowNode[] {
    const of: FlowNode[] = [];
    if (raw.length === 0) list(raw, path);
    raw.forEach((each, at) => {
      const before = of.at(-1);
      if (isRecord(each) && 'when' in each) when(each, [...path, at], before?.is === 'step' ? before : undefined);
      else of.push(node(each, [...path, at]));
    });
    return of;
  }

  function when({ when: raw, ...others }: Record<string, unknown>, path: Path, test: StepNode | undefined) {
    for (const key of Object.keys(others)) say([...path, key], `"when" stands alone: put "${key}" beside it.`);
    const { failed, then, ...rest } = isRecord(raw) ? raw : {};
    for (const key of Object.keys(rest)) say([...path, 'when', key], `"when" has failed and then, not "${key}".`);
    const lessons = list(then, [...path, 'when', 'then']);
    lessons.forEach((each, at) => {
      const here = [...path, 'when', 'then', at];
      if (each.is !== 'step') say(here, 'List the ids of lessons here: they may be read in any order.');
      else if (knows.get(each.id) && knows.get(each.id)?.kind !== 'lesson')
        say(here, `"${each.id}" is no lesson. Only lessons may stand here: nothing else can surely be finished.`);
    });
    const named = [...path, 'when', 'failed'];
    if (typeof failed !== 'string') return say(named, 'Name the test whose failing opens the lessons.');
    const step = knows.get(failed);
    if (!step) return say(named, `There is no step "${failed}".`);
    if (step.kind !== 'quiz') return say(named, `"${failed}" is no test: only a test is failed and tried again.`);
    if (step.attempts === 1) return say(named, `"${failed}" has one attempt, so there is no next try to read before.`);
    if (test?.id !== failed) return say(named, `Put this right after "${failed}", in the same list.`);
    if (test.whenFailed) return say(named, `"${failed}" has a "when" already: put all its lessons into one.`);
    test.whenFailed = lessons.flatMap((each) => (each.is === 'step' ? [each.id] : []));
  }

  function step(id: string, path: Path): FlowNode {
    if (!knows.has(id)) say(path, `There is no step "${id}".`);
    if (seen.has(id)) say(path, `Step "${id}" is in the flow twice.`);
    seen.set(id, path);
    return { is: 'step', id };
  }

  function list(raw: unknown, path: Path): FlowNode[] {
    if (Array.isArray(raw) && raw.length > 0) return raw.map((each, index) => node(each, [...path, index]));
    say(path, 'List at least one step here.');
    return [];
  }

  function choose(raw: unknown, path: Path): FlowNode {
    const { n, of: from, ...others } = isRecord(raw) ? raw : {};
    for (const key of Object.keys(others)) say([...path, key], `"choose" has n and of, not "${key}".`);
    const of = list(from, [...path, 'of']);
    const wanted = Number.isInteger(n) && (n as number) > 0 ? (n as number) : 0;
    if (!wanted) say([...path, 'n'], 'n is how many to choose: a whole number from 1.');
    if (of.length > 0 && wanted > of.length) say([...path, 'n'], `Nobody can choose ${wanted} of ${of.length}.`);
    return { is: 'choose', n: wanted, of };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
