import type { World } from '#app/platform/world.server.ts';
import { overLimit } from '#app/use-cases/sign-in/over-limit.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type AnswerIssue, answerIssuesOf, answers, linkStanding } from '#curriculum/rollout/invitation.ts';
import { findInvitation, listAnswers } from '#db/queries/invitation.ts';
import { lockByName } from '#db/queries/setting.ts';
import { recordAnswer } from './record-answer.server.ts';

const triesAnHour = 20;

type Outcome =
  | { ok: true }
  | { ok: false; reason: 'not-found' | 'used' | 'late' | 'replaced' }
  | { ok: false; reason: 'too-many'; seconds: number }
  | { ok: false; reason: 'not-an-answer'; issues: AnswerIssue[] };

/** Answers an invitation by its link, without a sign-in: once, until its last day. A yes is a commitment in the rollout. */
export async function answerByLink(
  world: World,
  given: { secret: string; answer: string; reason: string; client: string },
): Promise<Outcome> {
  const seconds = await overLimit(world, `answer-to:${given.client}`, triesAnHour);
  if (seconds !== undefined) return { ok: false, reason: 'too-many', seconds };
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    // Two answers at once would both be the first.
    await lockByName(trx, 'rollout', at);
    const invitation = await findInvitation(trx, { secretHash: world.keyed(given.secret) });
    if (!invitation) return { ok: false, reason: 'not-found' };
    const answered = (await listAnswers(trx, [invitation.id])).length > 0;
    const link = { answerBy: invitation.answerBy, answered, replaced: invitation.replaced === 1 };
    const standing = linkStanding(link, dayOf(at));
    if (standing !== 'open') return { ok: false, reason: standing };
    const issues = answerIssuesOf(given);
    if (issues.length > 0) return { ok: false, reason: 'not-an-answer', issues };
    const refusal = await recordAnswer(world, trx, null, {
      ...{ invitation, answer: answers.find((each) => each === given.answer)!, reason: given.reason },
      ...{ way: 'link', operation: null },
    });
    // Whoever committed meanwhile has answered.
    return refusal ? { ok: false, reason: 'used' } : { ok: true };
  });
}
