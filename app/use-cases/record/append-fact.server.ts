import type { World } from '#app/platform/world.server.ts';
import { apply } from '#curriculum/flow/can.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { machineOf, progressIn } from '#curriculum/flow/progress.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { payloadOf } from '#curriculum/flow/stored-event.ts';
import { appendEvent, putSteps, updateProjection } from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';
import { changedSteps } from './changed-steps.ts';
import { projectionOf } from './projection-of.ts';
import type { LearningRecord } from './record-of.server.ts';

export type RecordOutcome = { ok: true; record: LearningRecord } | ({ ok: false } & Refusal);

/** Appends one fact to a locked record and updates the projection, or says why not. It changes nothing else. */
export async function appendFact(
  world: World,
  trx: Db,
  record: LearningRecord,
  fact: FlowEvent,
  actor: string | null,
): Promise<RecordOutcome> {
  const { enrolment, edition, snapshot } = record;
  const machine = machineOf(edition.course);
  const answer = apply(machine, snapshot, fact);
  if (!answer.ok) return answer;
  const seq = enrolment.seq + 1;
  const recorded_at = world.now();
  await appendEvent(trx, {
    enrolment_id: enrolment.id,
    seq,
    type: fact.type,
    payload: payloadOf(fact),
    at: fact.at,
    actor,
    recorded_at,
  });
  const progress = progressIn(edition.course, answer.snapshot);
  const projection = projectionOf(progress, seq, fact.at, edition.course.edition);
  await updateProjection(trx, enrolment.id, projection);
  await putSteps(trx, changedSteps(enrolment.id, fact.at, progress, progressIn(edition.course, snapshot)));
  return { ok: true, record: { enrolment: { ...enrolment, ...projection }, edition, snapshot: answer.snapshot } };
}
