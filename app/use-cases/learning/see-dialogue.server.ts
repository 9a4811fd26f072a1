import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Dialogue, Mood, Verdict } from '#curriculum/content/dialogues/dialogue.ts';
import { DialogueTried, endsOf, longestFrom, walkDialogue } from '#curriculum/content/dialogues/walk-dialogue.ts';
import { progressIn } from '#curriculum/flow/progress.ts';
import { listTries } from '#db/queries/exercise-try.ts';
import type { Db } from '#db/schema.ts';

type Said = { who: string; text: string; mood?: Mood };
export type DialogueView = {
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
  input: { enrolmentId: string; step: string; dialogue: string; way: readonly string[] },
): Promise<DialogueView | undefined> {
  const found = await openDialogue(world, world.db, viewer, input);
  const walk = found && walkDialogue(found.dialogue, input.way);
  if (!found || !walk) return undefined;
  const { record, dialogue, tried } = found;
  const { turns, here } = walk;
  const saidBy = ({ who, text, mood }: Said) => ({ who: dialogue.people[who]!, text, ...(mood && { mood }) });
  return {
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

/** A dialogue in a lesson that the viewer may read, and what was tried in it. */
export async function openDialogue(
  world: World,
  db: Db,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; dialogue: string },
): Promise<{ record: LearningRecord; dialogue: Dialogue; tried: DialogueTried } | undefined> {
  const record = await findRecord(world, db, input.enrolmentId);
  if (!record || !may(viewer, 'learn', { personId: record.enrolment.person_id })) return undefined;
  const isThere = record.edition.readings
    .get(input.step)
    ?.exercises.some(({ id, is }) => is === 'dialogue' && id === input.dialogue);
  const { steps } = progressIn(record.edition.course, record.snapshot);
  const isOpen = steps.some(({ id, state }) => id === input.step && state !== 'closed');
  const dialogue = record.edition.dialogues.get(input.dialogue);
  if (!isThere || !isOpen || !dialogue) return undefined;
  const row = (await listTries(db, input.enrolmentId, input.step)).find(({ exercise }) => exercise === input.dialogue);
  const tried = row && DialogueTried.safeParse(JSON.parse(row.last_answer)).data;
  return { record, dialogue, tried: tried ?? { replies: [], ends: [] } };
}
