import type { World } from '#app/platform/world.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { walkDialogue, withWay } from '#curriculum/content/dialogues/walk-dialogue.ts';
import { putTry } from '#db/queries/exercise-try.ts';
import { openDialogue } from './open-dialogue.server.ts';

type Outcome = { ok: true; way: string } | { ok: false; reason: 'not-found' | 'choose-one' };

/** The adviser says one of the replies, and the dialogue goes on from there. What was tried is kept, on every way. */
export function sayReply(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; dialogue: string; way: readonly string[]; reply: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    // Under the lock, so that two replies sent at once are both kept.
    await lockRecord(world, trx, input.enrolmentId);
    const found = await openDialogue(world, trx, viewer, input);
    if (!found || !walkDialogue(found.dialogue, input.way)) return { ok: false, reason: 'not-found' };
    const way = [...input.way, input.reply];
    if (!walkDialogue(found.dialogue, way)) return { ok: false, reason: input.reply ? 'not-found' : 'choose-one' };
    await putTry(trx, {
      enrolment_id: input.enrolmentId,
      step: input.step,
      exercise: input.dialogue,
      answer: JSON.stringify(withWay(found.dialogue, found.tried, way)),
      at: world.now(),
    });
    return { ok: true, way: way.join('.') };
  });
}
