import { z } from 'zod';
import { Id, text } from '#curriculum/quiz/kinds/kind.ts';

/** How somebody feels, from worst to best. */
export const moods = ['upset', 'pressed', 'waiting', 'calmer', 'confident'] as const;
export type Mood = (typeof moods)[number];
export const verdicts = ['good', 'partly', 'poor'] as const;
export type Verdict = (typeof verdicts)[number];

const Said = z.strictObject({ who: Id, text, mood: z.enum(moods, `mood is ${moods.join(', ')}.`).optional() });

/** Something the adviser may say. The consequence is told as a scene, before anything is judged. */
export const Reply = z.strictObject({
  id: Id,
  text,
  verdict: z.enum(verdicts, `verdict is ${verdicts.join(', ')}.`),
  consequence: text,
  /** Why it was good or not, said at the end. */
  why: text.optional(),
  next: Id,
});
export type Reply = z.infer<typeof Reply>;

const Node = z.strictObject({
  says: z.array(Said).min(1, 'Somebody says something here: says: [{ who, text }].'),
  /** For who asks for a hint before replying. */
  hint: text.optional(),
  replies: z.array(Reply).min(2, 'Give at least two replies to choose from.').optional(),
  end: z.strictObject({ title: text, text }).optional(),
});
export type DialogueNode = z.infer<typeof Node>;

export const DialogueFile = z.strictObject({
  dialogue: Id,
  title: text,
  scene: text,
  people: z.record(Id, text),
  start: Id,
  nodes: z.record(Id, Node),
});
/** A branching conversation: who says what, what the adviser may reply, and where each reply leads. */
export type Dialogue = z.infer<typeof DialogueFile>;
