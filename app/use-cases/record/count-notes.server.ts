import type { World } from '#app/platform/world.server.ts';
import { countAttendance, listUncounted } from '#db/queries/course-day.ts';
import type { Db } from '#db/schema.ts';
import { appendFact } from './append-fact.server.ts';
import { awaitedDays } from './awaited-days.ts';
import type { LearningRecord } from './record-of.server.ts';

/**
 * Lets attendance that was noted before count in the course, as soon as the steps before the day are done. Whoever was
 * there is not asked to come again.
 */
export async function countNotes(world: World, trx: Db, record: LearningRecord): Promise<LearningRecord> {
  let now = record;
  for (let next = await nextNote(trx, now); next; next = await nextNote(trx, now)) {
    const { note, step } = next;
    const at = world.now();
    await countAttendance(trx, note.id, at);
    const appended = await appendFact(world, trx, now, { at, type: note.outcome, step }, note.by_person);
    if (!appended.ok) throw new Error(`Attendance ${note.id} cannot count: ${appended.reason}`);
    now = appended.record;
  }
  return now;
}

async function nextNote(trx: Db, record: LearningRecord) {
  for (const step of awaitedDays(record)) {
    const [note] = await listUncounted(trx, record.enrolment.id, step);
    if (note) return { note, step };
  }
  return undefined;
}
