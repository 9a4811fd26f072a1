import type { Path } from '#curriculum/read-yaml.ts';

/** As much of a dialogue as the proof needs. A node that is missing here is reported as such. */
export type DialogueGraph = {
  start: string;
  nodes: Readonly<Record<string, { next: readonly string[]; ends: boolean }>>;
};
export type DialogueFault = { path: Path; message: string };

/**
 * The proof of a dialogue: every reply leads to a node, every node can be reached, and every path ends. A path that can
 * come back to a node could go on for ever, so no path may.
 */
export function proveDialogue({ start, nodes }: DialogueGraph): DialogueFault[] {
  const has = (id: string) => Object.hasOwn(nodes, id);
  const faults: DialogueFault[] = [];
  if (!has(start)) faults.push({ path: ['start'], message: `There is no node "${start}".` });
  for (const [id, { next, ends }] of Object.entries(nodes)) {
    if (!ends && next.length === 0)
      faults.push({ path: ['nodes', id], message: `The dialogue stops at "${id}": give it replies or an end.` });
    if (ends && next.length > 0)
      faults.push({ path: ['nodes', id, 'end'], message: `"${id}" has both replies and an end; take one out.` });
    next.forEach((to, at) => {
      if (!has(to)) faults.push({ path: ['nodes', id, 'replies', at, 'next'], message: `There is no node "${to}".` });
    });
  }
  const { reached, loops } = walk(start, nodes);
  for (const { from, at, to } of loops)
    faults.push({
      path: ['nodes', from, 'replies', at, 'next'],
      message: `This leads back to "${to}", so the dialogue need never end. Lead on to another node.`,
    });
  if (has(start))
    for (const id of Object.keys(nodes))
      if (!reached.has(id))
        faults.push({ path: ['nodes', id], message: `No reply leads to "${id}": lead there, or take it out.` });
  return faults;
}

type Loop = { from: string; at: number; to: string };

/** Every node that can be reached, and every reply that leads back to a node the path has come through. */
function walk(start: string, nodes: DialogueGraph['nodes']): { reached: Set<string>; loops: Loop[] } {
  const reached = new Set<string>();
  const loops: Loop[] = [];
  const path = new Set<string>();
  const stack: { id: string; at: number }[] = [];
  const enter = (id: string) => {
    if (!Object.hasOwn(nodes, id) || reached.has(id)) return;
    reached.add(id);
    path.add(id);
    stack.push({ id, at: 0 });
  };
  enter(start);
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    const at = top.at++;
    const to = nodes[top.id]!.next[at];
    if (to === undefined) {
      path.delete(top.id);
      stack.pop();
    } else if (path.has(to)) loops.push({ from: top.id, at, to });
    else enter(to);
  }
  return { reached, loops };
}
