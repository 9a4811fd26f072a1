import type { World } from '#app/platform/world.server.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import type { Db } from '#db/schema.ts';
import { appendFact, type RecordOutcome } from './append-fact.server.ts';
import { awaitedDays } from './awaited-days.ts';
import { countNotes } from './count-notes.server.ts';
import type { LearningRecord } from './record-of.server.ts';

/**
 * Appends one fact to a locked record and updates the projection, or says why not. If a course day opens by it, the
 * attendance that was noted before counts. `actor` is the person who caused it; null means the clock.
 */
export async function recordFact(
  world: World,
  trx: Db,
  record: LearningRecord,
  fact: FlowEvent,
  actor: string | null,
): Promise<RecordOutcome> {
  const appended = await appendFact(world, trx, record, fact, actor);
  if (!appended.ok) return appended;
  const before = awaitedDays(record);
  const hasOpened = awaitedDays(appended.record).some((step) => !before.includes(step));
  return hasOpened ? { ok: true, record: await countNotes(world, trx, appended.record) } : appended;
}
