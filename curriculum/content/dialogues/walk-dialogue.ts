import { z } from 'zod';
import type { Dialogue, DialogueNode, Reply } from './dialogue.ts';

/** One reply that was given, and the node it was given at. */
export type Turn = { at: DialogueNode; reply: Reply };
/** Where a way through a dialogue has come to. A way is the ids of its replies. */
export type Walk = { turns: Turn[]; here: DialogueNode };

/** Follows a way through a dialogue; undefined if there is no such way. */
export function walkDialogue({ start, nodes }: Dialogue, way: readonly string[]): Walk | undefined {
  let here = nodes[start]!;
  const turns: Turn[] = [];
  for (const id of way) {
    const reply = here.replies?.find((each) => each.id === id);
    if (!reply) return undefined;
    turns.push({ at: here, reply });
    here = nodes[reply.next]!;
  }
  return { turns, here };
}

/** What somebody has tried in a dialogue so far: every reply that was given, and every end that was reached. */
export const DialogueTried = z.object({ replies: z.array(z.string()), ends: z.array(z.string()) });
export type DialogueTried = z.infer<typeof DialogueTried>;

/** What has been tried when this way has been gone as well. */
export function withWay(dialogue: Dialogue, before: DialogueTried, way: readonly string[]): DialogueTried {
  const walk = walkDialogue(dialogue, way);
  const end = walk?.here.end && walk.turns.at(-1)?.reply.next;
  const add = (list: readonly string[], more: readonly string[]) => [...new Set([...list, ...more])];
  return { replies: add(before.replies, way), ends: add(before.ends, end ? [end] : []) };
}

/** The names of the nodes where a dialogue ends. */
export const endsOf = ({ nodes }: Dialogue): string[] =>
  Object.entries(nodes).flatMap(([id, { end }]) => (end ? [id] : []));

/** The most replies that may still be given from a node on. The proof of a dialogue says that every path ends. */
export function longestFrom({ nodes }: Dialogue, node: DialogueNode, known = new Map<DialogueNode, number>()): number {
  const seen = known.get(node);
  if (seen !== undefined) return seen;
  const onwards = (node.replies ?? []).map(({ next }) => longestFrom({ nodes } as Dialogue, nodes[next]!, known) + 1);
  const longest = Math.max(0, ...onwards);
  known.set(node, longest);
  return longest;
}
