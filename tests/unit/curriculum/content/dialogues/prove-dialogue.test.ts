import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DialogueFile } from '#curriculum/content/dialogues/dialogue.ts';
import { type DialogueGraph, proveDialogue } from '#curriculum/content/dialogues/prove-dialogue.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const node = fc.oneof(
  fc.record({ next: fc.constant([] as string[]), ends: fc.constant(true) }),
  fc.record({ next: fc.array(fc.constantFrom(...ids), { minLength: 2, maxLength: 3 }), ends: fc.constant(false) }),
  // A dead end, an end that goes on, and a reply to nowhere.
  fc.record({ next: fc.array(fc.constantFrom(...ids, 'nowhere'), { maxLength: 2 }), ends: fc.boolean() }),
);
const graph: fc.Arbitrary<DialogueGraph> = fc
  .record({ start: fc.constantFrom(...ids), nodes: fc.dictionary(fc.constantFrom(...ids), node, { minKeys: 1 }) })
  .map(({ start, nodes }) => ({ start, nodes }));
/** Dialogues that only lead onwards, and are often sound. */
const onwards: fc.Arbitrary<DialogueGraph> = fc
  .array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 5 })
  .map((picks) => {
    const last = picks.length;
    const nodes: Record<string, { next: string[]; ends: boolean }> = { [`n${last}`]: { next: [], ends: true } };
    for (const [at, pair] of picks.entries())
      nodes[`n${at}`] = { next: [`n${at + 1}`, ...pair.map((by) => `n${at + 1 + (by % (last - at))}`)], ends: false };
    return { start: 'n0', nodes };
  });

/** Says every way through, and gives up where one is longer than there are nodes. */
function waysThrough({ start, nodes }: DialogueGraph): { seen: Set<string>; allEnd: boolean } {
  const seen = new Set<string>();
  const size = Object.keys(nodes).length;
  const goOn = (id: string, length: number): boolean => {
    const here = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
    if (!here || length > size) return false;
    seen.add(id);
    if (here.ends) return here.next.length === 0;
    return here.next.length > 0 && here.next.map((to) => goOn(to, length + 1)).every(Boolean);
  };
  return { seen, allEnd: goOn(start, 1) };
}

test('a dialogue has no fault exactly when every node is met on some way through and every way ends', () => {
  let sound = 0;
  fc.assert(
    fc.property(fc.oneof(graph, onwards), (dialogue) => {
      const { seen, allEnd } = waysThrough(dialogue);
      const isSound = allEnd && seen.size === Object.keys(dialogue.nodes).length;
      if (isSound) sound += 1;
      expect(proveDialogue(dialogue).length === 0).toBe(isSound);
    }),
    { numRuns: 500 },
  );
  expect(sound).toBeGreaterThan(50);
});

test('one reply that is bent back, cut off or led nowhere is found at that reply or at what nobody reaches then', () => {
  fc.assert(
    fc.property(onwards, fc.nat(9), fc.constantFrom('back', 'nowhere', 'dead'), (dialogue, pick, how) => {
      const replying = Object.keys(dialogue.nodes).filter((id) => !dialogue.nodes[id]!.ends);
      const id = replying[pick % replying.length]!;
      const next = [...dialogue.nodes[id]!.next];
      const bent = how === 'dead' ? [] : [how === 'back' ? dialogue.start : 'nowhere', ...next.slice(1)];
      const faults = proveDialogue({ ...dialogue, nodes: { ...dialogue.nodes, [id]: { next: bent, ends: false } } });
      const at = how === 'dead' ? ['nodes', id] : ['nodes', id, 'replies', 0, 'next'];
      expect(faults.map(({ path }) => path)).toContainEqual(at);
    }),
  );
});

test('a reply without a consequence is no reply', () => {
  const reply = (consequence?: string) => ({ id: 'ja', text: 'Ja.', verdict: 'good', next: 'z', consequence });
  const told = (...replies: object[]) => ({
    ...{ dialogue: 'karen', title: 'Samtalen', scene: 'Ved skranken.', people: { karen: 'Karen' }, start: 'a' },
    nodes: {
      a: { says: [{ who: 'karen', text: 'Hvad nu?' }], replies },
      z: { says: [{ who: 'karen', text: 'Tak.' }], end: { title: 'Slut', text: 'Det gik.' } },
    },
  });
  const nothing = fc.constantFrom(undefined, '', ' ', '\n');
  fc.assert(
    fc.property(fc.array(nothing, { minLength: 1, maxLength: 3 }), (blank) => {
      expect(DialogueFile.safeParse(told(reply('Karen nikker.'), ...blank.map(reply))).success).toBe(false);
    }),
  );
  expect(DialogueFile.safeParse(told(reply('Karen nikker.'), reply('Karen ler.'))).success).toBe(true);
});
