import type { World } from '#app/platform/world.server.ts';
import { issueWhenAssessed } from '#app/use-cases/certificates/issuing/issue-when-assessed.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { type AppealIssue, parseAppealDecision, type Remedy } from '#curriculum/grading/parse-appeal.ts';
import { updateAppeal } from '#db/queries/appeal.ts';
import { type AppealRefused, lockForAppeal } from './lock-for-appeal.server.ts';

type Input = { appealId: string; decision: string; feedback: string };
type Outcome =
  | { ok: true; enrolmentId: string }
  | AppealRefused
  | { ok: false; reason: 'not-a-decision'; issue: AppealIssue };

/** Grants one more try, passes this one step, or dismisses the appeal. The adviser receives the reason. */
export async function decideAppeal(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  const outcome = await world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'decide-appeal')) return { ok: false, reason: 'forbidden' };
    const found = await lockForAppeal(world, trx, viewer.personId, input.appealId);
    if (!found) return { ok: false, reason: 'not-found' };
    const { appeal, record, conflict } = found;
    if (conflict !== 'none') return { ok: false, reason: 'conflict', because: conflict };
    if (appeal.assessor_id !== viewer.personId || appeal.decided_at) return { ok: false, reason: 'taken' };
    const parsed = parseAppealDecision(input);
    if (!parsed.ok) return { ok: false, reason: 'not-a-decision', issue: parsed.issue };
    const at = world.now();
    const recorded = await recordFact(world, trx, record, factOf(at, appeal.step, parsed.decision), viewer.personId);
    if (!recorded.ok) return recorded;
    await updateAppeal(trx, appeal.id, { decision: parsed.decision, feedback: parsed.feedback, decided_at: at });
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'appeal-decided',
      subject: appeal.id,
      detail: parsed.decision,
    });
    const step = record.edition.course.steps.find(({ id }) => id === appeal.step)!;
    await writeLetter(world, trx, {
      personId: record.enrolment.person_id,
      key: `appeal:${appeal.id}`,
      template: `appeal.${parsed.decision}`,
      words: (language) => ({
        step: step.title[language],
        url: `${world.publicUrl}/enrolments/${record.enrolment.id}/steps/${step.id}`,
      }),
    });
    return { ok: true, enrolmentId: record.enrolment.id };
  });
  if (outcome.ok) await issueWhenAssessed(world, outcome.enrolmentId);
  return outcome;
}

function factOf(at: string, step: string, decision: Remedy): FlowEvent {
  return decision === 'dismissed'
    ? { at, step, type: 'appeal-dismissed' }
    : { at, step, type: 'appeal-upheld', remedy: decision };
}
