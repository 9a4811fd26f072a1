import type { Path } from '#curriculum/read-yaml.ts';
import type { FlowNode } from './course.ts';

type Say = (path: Path, message: string) => void;
type Written = { end?: unknown; validity?: unknown; renews?: unknown; opensRenewal?: unknown };

/**
 * A course that certifies says for how long. One that ends in attended certifies nobody, so it has nothing to be valid or to
 * renew, and everybody who comes to its end was there on a course day: the proof names the days.
 */
export function sayOfEnd(raw: unknown, flow: FlowNode | undefined, kindOf: (id: string) => unknown, say: Say): void {
  if (typeof raw !== 'object' || raw === null) return;
  const { end, ...words } = raw as Written;
  if (end === undefined) {
    if (words.validity === undefined)
      say(['validity'], '"validity" is missing. Write it, or "end: attended" if the course certifies nobody.');
    return;
  }
  for (const word of ['validity', 'renews', 'opensRenewal'] as const)
    if (words[word] !== undefined)
      say([word], `A course that ends in attended certifies nobody: take "${word}" out, or take "end" out.`);
  if (flow && !leadsOverDay(flow, kindOf))
    say(
      ['end'],
      'Somebody could end here without a course day, and has attended nothing: let every way lead over a day.',
    );
}

/** Does every way through the flow lead over a course day? */
function leadsOverDay(node: FlowNode, kindOf: (id: string) => unknown): boolean {
  if (node.is === 'step') return kindOf(node.id) === 'day';
  const without = node.of.filter((each) => !leadsOverDay(each, kindOf)).length;
  return node.is === 'choose' ? without < node.n : without < node.of.length;
}
