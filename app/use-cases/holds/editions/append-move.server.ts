import type { World } from '#app/platform/world.server.ts';
import { changedSteps } from '#app/use-cases/record/changed-steps.ts';
import { countNotes } from '#app/use-cases/record/count-notes.server.ts';
import { projectionOf } from '#app/use-cases/record/projection-of.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import type { MigratedEvent, StayedEvent } from '#curriculum/flow/flow-event.ts';
import { progressIn, replay } from '#curriculum/flow/progress.ts';
import { payloadOf } from '#curriculum/flow/stored-event.ts';
import { deleteOtherSteps, renameDraft } from '#db/queries/edition-move.ts';
import { appendEvent, putSteps, updateProjection } from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';

/** Records that an enrolment moved to another edition, or that it stays, and brings its rows for lists along. */
export async function appendMove(
  world: World,
  trx: Db,
  record: LearningRecord,
  move: { event: MigratedEvent | StayedEvent; edition: Edition; actor: string | null },
): Promise<void> {
  const { enrolment } = record;
  const { event, edition, actor } = move;
  const seq = enrolment.seq + 1;
  await appendEvent(trx, {
    enrolment_id: enrolment.id,
    seq,
    type: event.type,
    payload: payloadOf(event),
    at: event.at,
    actor,
    recorded_at: world.now(),
  });
  await writeAudit(world, trx, { actor, action: event.type, subject: enrolment.id, detail: event.edition });
  const snapshot = event.type === 'stayed' ? record.snapshot : replay(edition.course, [event]);
  const now = event.type === 'stayed' ? record.edition : edition;
  const progress = progressIn(now.course, snapshot);
  const projection = projectionOf(progress, seq, event.at, now.course.edition);
  await updateProjection(trx, enrolment.id, projection);
  if (event.type === 'stayed') return;
  for (const step of edition.course.steps) {
    const was = step.sameAs?.split('/');
    if (was?.[0] === event.from && was[1] !== step.id) await renameDraft(trx, enrolment.id, was[1]!, step.id);
  }
  await deleteOtherSteps(
    trx,
    enrolment.id,
    edition.course.steps.map(({ id }) => id),
  );
  await putSteps(trx, changedSteps(enrolment.id, event.at, progress, undefined));
  await countNotes(world, trx, { enrolment: { ...enrolment, ...projection }, edition, snapshot });
}
