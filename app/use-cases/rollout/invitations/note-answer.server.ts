import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type AnswerIssue, answerIssuesOf, answers } from '#curriculum/rollout/invitation.ts';
import type { RolloutRefusal } from '#curriculum/rollout/rollout-event.ts';
import { findInvitation, hasAnswerOf } from '#db/queries/invitation.ts';
import { lockByName } from '#db/queries/setting.ts';
import { recordAnswer } from './record-answer.server.ts';

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'replaced' }
  | { ok: false; reason: 'refused'; refusal: RolloutRefusal }
  | { ok: false; reason: 'not-an-answer'; issues: AnswerIssue[] };

/** Notes an answer that came by telephone or letter, also after the last day and instead of an earlier no or later. */
export function noteAnswer(
  world: World,
  viewer: Viewer,
  input: { invitationId: string; answer: string; reason: string; operationId?: string },
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'record-rollout')) return { ok: false, reason: 'forbidden' };
    await lockByName(trx, 'rollout', world.now());
    const operation = operationOf(viewer, input);
    if (await hasAnswerOf(trx, operation)) return { ok: true };
    const invitation = await findInvitation(trx, { id: input.invitationId });
    if (!invitation) return { ok: false, reason: 'not-found' };
    if (invitation.replaced === 1) return { ok: false, reason: 'replaced' };
    const issues = answerIssuesOf(input);
    if (issues.length > 0) return { ok: false, reason: 'not-an-answer', issues };
    const refusal = await recordAnswer(world, trx, viewer, {
      ...{ invitation, answer: answers.find((each) => each === input.answer)!, reason: input.reason },
      ...{ way: 'hand', operation },
    });
    return refusal ? { ok: false, reason: 'refused', refusal } : { ok: true };
  });
}
