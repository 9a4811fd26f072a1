import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Answer } from '#curriculum/rollout/invitation.ts';
import { canNote } from '#curriculum/rollout/replay-rollout.ts';
import { nothingKnown, type RolloutRefusal } from '#curriculum/rollout/rollout-event.ts';
import { insertAnswer, listAnswers } from '#db/queries/invitation.ts';
import { listRolloutOf } from '#db/queries/rollout.ts';
import type { Db } from '#db/schema.ts';
import { noteRollout } from '../note-rollout.server.ts';

type Given = {
  invitation: { id: string; serviceId: string };
  answer: Answer;
  reason: string;
  way: 'link' | 'hand';
  operation: string | null;
};

/**
 * Stores an answer to an invitation; a yes is a commitment in the rollout. The caller holds the lock of the rollout. A service
 * that has committed already stays committed, and cannot say no or later any more.
 */
export async function recordAnswer(
  world: World,
  trx: Db,
  viewer: Viewer | null,
  { invitation, answer, reason, way, operation }: Given,
): Promise<RolloutRefusal | undefined> {
  const at = world.now();
  const refusal = await noteCommitment(world, trx, viewer, invitation.serviceId, answer);
  if (refusal) return refusal;
  const before = await listAnswers(trx, [invitation.id]);
  await insertAnswer(trx, {
    ...{ id: world.newId(), invitation_id: invitation.id, seq: before.length + 1, answer, reason: reason.trim(), way },
    ...{ by_person: viewer?.personId || null, client_op_id: operation, recorded_at: at },
  });
  await writeAudit(world, trx, {
    actor: viewer?.personId || null,
    action: 'invitation-answered',
    subject: invitation.id,
    detail: `${answer} ${way}`,
  });
  return undefined;
}

async function noteCommitment(world: World, trx: Db, viewer: Viewer | null, serviceId: string, answer: Answer) {
  const onDay = dayOf(world.now());
  const event = { serviceId, type: 'committed' as const, onDay, note: '', facts: nothingKnown };
  if (answer === 'yes') {
    const refusal = await noteRollout(world, trx, viewer, event);
    return refusal?.reason === 'already-committed' || refusal?.reason === 'already-live' ? undefined : refusal;
  }
  return canNote(await listRolloutOf(trx, serviceId), { type: 'committed', on: onDay }, nothingKnown);
}
