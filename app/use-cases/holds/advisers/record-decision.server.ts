import type { World } from '#app/platform/world.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import type { Db } from '#db/schema.ts';

type DecisionRefused = { ok: false; reason: 'not-found' | 'reason-missing' } | ({ ok: false } & Refusal);
export type DecisionOutcome = { ok: true } | DecisionRefused;

/** Records a fact about an adviser and who decided it. */
export async function recordDecision(
  world: World,
  trx: Db,
  viewer: Viewer,
  record: LearningRecord,
  fact: FlowEvent,
): Promise<DecisionOutcome> {
  const recorded = await recordFact(world, trx, record, fact, viewer.personId);
  if (!recorded.ok) return recorded;
  await writeAudit(world, trx, { actor: viewer.personId, action: fact.type, subject: record.enrolment.id });
  return { ok: true };
}
