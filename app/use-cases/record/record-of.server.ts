import type { World } from '#app/platform/world.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import type { CourseSnapshot } from '#curriculum/flow/course-machine.ts';
import { replay } from '#curriculum/flow/progress.ts';
import { type EnrolmentRow, listEvents } from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';
import { eventsOf } from './events-of.ts';

/** One enrolment with its course edition and its present state. */
export type LearningRecord = { enrolment: EnrolmentRow; edition: Edition; snapshot: CourseSnapshot };

// Replay is exact but takes milliseconds, so we keep the latest snapshots in memory by (enrolment, seq). We store
// nothing of XState.
const kept = new Map<string, { seq: number; edition: Edition; snapshot: CourseSnapshot }>();
const mostKept = 2_000;

/** The record of an enrolment that was read: replays the events since it was last read. */
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
  const events = eventsOf(
    enrolment.id,
    rows.filter(({ seq }) => seq <= enrolment.seq),
  );
  return replay(edition.course, events, from?.snapshot);
}

function keep(id: string, seq: number, edition: Edition, snapshot: CourseSnapshot) {
  kept.delete(id);
  kept.set(id, { seq, edition, snapshot });
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
}
