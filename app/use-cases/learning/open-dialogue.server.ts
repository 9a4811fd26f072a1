import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Dialogue } from '#curriculum/content/dialogues/dialogue.ts';
import { DialogueTried } from '#curriculum/content/dialogues/walk-dialogue.ts';
import { dialogueIn } from '#curriculum/content/translations/told-in.ts';
import { progressIn } from '#curriculum/flow/progress.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { listTries } from '#db/queries/exercise-try.ts';
import type { Db } from '#db/schema.ts';

/** A dialogue in a lesson that the viewer may read, and what was tried in it. */
export async function openDialogue(
  world: World,
  db: Db,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; dialogue: string; language?: Language },
): Promise<{ record: LearningRecord; dialogue: Dialogue; language: Language; tried: DialogueTried } | undefined> {
  const record = await findRecord(world, db, input.enrolmentId);
  if (!record || !may(viewer, 'learn', { personId: record.enrolment.person_id })) return undefined;
  const isThere = record.edition.readings
    .get(input.step)
    ?.exercises.some(({ id, is }) => is === 'dialogue' && id === input.dialogue);
  const { steps } = progressIn(record.edition.course, record.snapshot);
  const isOpen = steps.some(({ id, state }) => id === input.step && state !== 'closed');
  const told = dialogueIn(record.edition, input.dialogue, input.language ?? 'da');
  if (!isThere || !isOpen || !told) return undefined;
  const row = (await listTries(db, input.enrolmentId, input.step)).find(({ exercise }) => exercise === input.dialogue);
  const tried = row && DialogueTried.safeParse(JSON.parse(row.last_answer)).data;
  return { record, ...told, tried: tried ?? { replies: [], ends: [] } };
}
