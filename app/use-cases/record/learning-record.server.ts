import type { World } from '#app/platform/world.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { apply } from '#curriculum/flow/can.ts';
import type { CourseSnapshot } from '#curriculum/flow/course-machine.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { machineOf, type Progress, progressIn, replay } from '#curriculum/flow/progress.ts';
import type { Refusal } from '#curriculum/flow/refusal.ts';
import { parseStoredEvent, payloadOf } from '#curriculum/flow/stored-event.ts';
import {
  appendEvent,
  type EnrolmentRow,
  findEnrolment,
  listEvents,
  lockEnrolment,
  putSteps,
  updateProjection,
} from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';

/** One enrolment with its course edition and its present state. */
export type LearningRecord = { enrolment: EnrolmentRow; edition: Edition; snapshot: CourseSnapshot };

// Replay is exact but takes milliseconds, so we keep the latest snapshots in memory by (enrolment, seq). We store
// nothing of XState.
const kept = new Map<string, { seq: number; edition: Edition; snapshot: CourseSnapshot }>();
const mostKept = 2_000;

/** Reads an enrolment and replays the events since it was last read. */
export async function findRecord(world: World, db: Db, enrolmentId: string): Promise<LearningRecord | undefined> {
  const enrolment = await findEnrolment(db, enrolmentId);
  return enrolment && recordOf(world, db, enrolment);
}

/** The same with a lock: nobody else can write this enrolment until the transaction ends. */
export async function lockRecord(world: World, trx: Db, enrolmentId: string): Promise<LearningRecord | undefined> {
  const enrolment = await lockEnrolment(trx, enrolmentId);
  return enrolment && recordOf(world, trx, enrolment);
}

export async function recordOf(world: World, db: Db, enrolment: EnrolmentRow): Promise<LearningRecord> {
  const edition = world.catalogue.find(enrolment.course, enrolment.edition);
  if (!edition) throw new Error(`The files of ${enrolment.course}/${enrolment.edition} are not there.`);
  const known = kept.get(enrolment.id);
  const from = known && known.edition === edition && known.seq <= enrolment.seq ? known : undefined;
  const snapshot = from?.seq === enrolment.seq ? from.snapshot : await replayed(db, enrolment, edition, from);
  keep(enrolment.id, enrolment.seq, edition, snapshot);
  return { enrolment, edition, snapshot };
}

async function replayed(
  db: Db,
  enrolment: EnrolmentRow,
  edition: Edition,
  from: { seq: number; snapshot: CourseSnapshot } | undefined,
) {
  const rows = await listEvents(db, enrolment.id, from?.seq ?? 0);
  const events = rows
    .filter(({ seq }) => seq <= enrolment.seq)
    .map((row) => {
      const parsed = parseStoredEvent(row);
      if (!parsed.ok)
        throw new Error(`Event ${row.seq} of enrolment ${enrolment.id} cannot be read: ${parsed.problem}`);
      return parsed.event;
    });
  return replay(edition.course, events, from?.snapshot);
}

function keep(id: string, seq: number, edition: Edition, snapshot: CourseSnapshot) {
  kept.delete(id);
  kept.set(id, { seq, edition, snapshot });
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
}

export type Recorded = { ok: true; record: LearningRecord } | ({ ok: false } & Refusal);

/**
 * Appends one fact to a locked record and updates the projection, or says why not. `actor` is the person who caused it;
 * null means the clock.
 */
export async function recordFact(
  world: World,
  trx: Db,
  record: LearningRecord,
  fact: FlowEvent,
  actor: string | null,
): Promise<Recorded> {
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

/** The row used for lists, derived from the state of an enrolment. */
export function projectionOf({ projection }: Progress, seq: number, at: string, edition: string) {
  return { seq, state: projection.state, step: projection.step, due_at: projection.dueAt, last_at: at, edition };
}

/** The rows of the steps that an event changed; all steps if there is no earlier state. */
export function changedSteps(enrolmentId: string, at: string, now: Progress, before: Progress | undefined) {
  const then = new Map(before?.steps.map((step) => [step.id, step]));
  return now.steps
    .filter((step) => then.get(step.id)?.state !== step.state || then.get(step.id)?.status !== step.status)
    .map((step) => ({ enrolment_id: enrolmentId, step: step.id, state: step.state, status: step.status, since: at }));
}
