import type { Dialogue, DialogueNode } from '#curriculum/content/dialogues/dialogue.ts';

const wordsAMinute = 200;

/** What a text sets aside for practice: »Afsæt 10 minutter«, "Allow 10 minutes". */
export const minutesSetAside = (text: string): number =>
  [...text.matchAll(/\b(?:Afsæt|Allow) (\d+) minut/g)].reduce((sum, [, minutes]) => sum + Number(minutes), 0);

export const countWords = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/**
 * How long a lesson takes: all its words at 200 a minute, those of its exercises and of the longest way through each
 * dialogue too, and the minutes that it sets aside.
 */
export function lessonMinutes(
  { words, setAside }: { words: number; setAside: number },
  dialogues: readonly Dialogue[],
): number {
  const spoken = dialogues.reduce((sum, dialogue) => sum + wordsOfDialogue(dialogue), 0);
  return (words + spoken) / wordsAMinute + setAside;
}

/** The words somebody reads on the way through a dialogue that has most of them. */
function wordsOfDialogue({ scene, start, nodes }: Dialogue): number {
  const known = new Map<string, number>();
  return countWords(scene) + from(start);

  function from(id: string): number {
    const before = known.get(id);
    if (before !== undefined) return before;
    const { says, replies = [], end } = nodes[id] as DialogueNode;
    const offered = [...says, ...replies].map(({ text }) => text);
    const ended = end ? [end.title, end.text] : [];
    const onwards = replies.map(({ consequence, why = '', next }) => countWords(`${consequence} ${why}`) + from(next));
    const words = countWords([...offered, ...ended].join(' ')) + Math.max(0, ...onwards);
    known.set(id, words);
    return words;
  }
}
