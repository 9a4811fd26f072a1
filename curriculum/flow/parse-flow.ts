import type { FlowNode } from './course.ts';

type Path = (string | number)[];
export type ReportFlowProblem = (path: Path, message: string) => void;

const shapes = 'Write a step id, a list (in order), "all: [...]" or "choose: { n: 2, of: [...] }".';

/** Reads the `flow:` of a course file and reports all faults, not only the first. */
export function parseFlow(value: unknown, knows: ReadonlySet<string>, say: ReportFlowProblem): FlowNode {
  const seen = new Map<string, Path>();
  const flow = node(value, ['flow']);
  for (const id of knows)
    if (!seen.has(id)) say(['steps', [...knows].indexOf(id), 'id'], `Step "${id}" is not used in the flow.`);
  return flow;

  function node(raw: unknown, path: Path): FlowNode {
    if (typeof raw === 'string') return step(raw, path);
    if (Array.isArray(raw)) return { is: 'in-order', of: list(raw, path) };
    const [key, ...others] = isRecord(raw) ? Object.keys(raw) : [];
    if (isRecord(raw) && others.length === 0 && key === 'all')
      return { is: 'all', of: list(raw.all, [...path, 'all']) };
    if (isRecord(raw) && others.length === 0 && key === 'choose') return choose(raw.choose, [...path, 'choose']);
    say(path, shapes);
    return { is: 'in-order', of: [] };
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
