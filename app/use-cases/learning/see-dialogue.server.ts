import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Mood, Verdict } from '#curriculum/content/dialogues/dialogue.ts';
import { endsOf, longestFrom, walkDialogue } from '#curriculum/content/dialogues/walk-dialogue.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { openDialogue } from './open-dialogue.server.ts';

type Said = { who: string; text: string; mood?: Mood };
export type DialogueView = {
  /** The language of what is said. */
  language: Language;
  lesson: { da: string; en: string };
  title: string;
  scene: string;
  /** What was said so far: the others, the reply that was given, and what it led to. `before` is the way up to it. */
  turns: {
    says: Said[];
    before: string;
    reply: { text: string; verdict: Verdict; consequence: string; why?: string };
  }[];
  says: Said[];
  hint?: string;
  /** Replies to choose from, and whether each was tried before; none at an end. */
  replies: { id: string; text: string; tried: boolean }[];
  end?: { title: string; text: string };
  way: string;
  /** The most replies that may still come. */
  toCome: number;
  found: number;
  ends: { title: string; found: boolean }[];
};

/**
 * A dialogue of one's own course, where a way through it has come to. Judgements and the ends not found yet stay on the
 * server until they are reached.
 */
export async function seeDialogue(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; dialogue: string; way: readonly string[]; language?: Language },
): Promise<DialogueView | undefined> {
  const found = await openDialogue(world, world.db, viewer, input);
  const walk = found && walkDialogue(found.dialogue, input.way);
  if (!found || !walk) return undefined;
  const { record, dialogue, tried, language } = found;
  const { turns, here } = walk;
  const saidBy = ({ who, text, mood }: Said) => ({ who: dialogue.people[who]!, text, ...(mood && { mood }) });
  return {
    language,
    lesson: record.edition.course.steps.find(({ id }) => id === input.step)!.title,
    title: dialogue.title,
    scene: dialogue.scene,
    turns: turns.map(({ at, reply: { text, verdict, consequence, why } }, place) => ({
      says: at.says.map((each) => saidBy(each as Said)),
      before: input.way.slice(0, place).join('.'),
      reply: { text, verdict, consequence, ...(why && { why }) },
    })),
    says: here.says.map((each) => saidBy(each as Said)),
    ...(here.hint && { hint: here.hint }),
    replies: (here.replies ?? []).map(({ id, text }) => ({ id, text, tried: tried.replies.includes(id) })),
    ...(here.end && { end: here.end }),
    way: input.way.join('.'),
    toCome: longestFrom(dialogue, here),
    found: tried.ends.length,
    ends: endsOf(dialogue).map((id) => {
      const isFound = tried.ends.includes(id);
      return { title: isFound ? dialogue.nodes[id]!.end!.title : '', found: isFound };
    }),
  };
}
