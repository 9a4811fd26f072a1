import type { World } from '#app/platform/world.server.ts';
import { projectionOf } from '#app/use-cases/record/learning-record.server.ts';
import { progressOf } from '#curriculum/flow/progress.ts';
import { parseStoredEvent } from '#curriculum/flow/stored-event.ts';
import { listAllEnrolments, listEvents, listStepsOf, putSteps, updateProjection } from '#db/queries/enrolment.ts';

/** Replays every enrolment from its events, corrects the rows used for lists, and counts how many were wrong. */
export async function rebuildProjections(world: World): Promise<{ enrolments: number; differed: number }> {
  const enrolments = await listAllEnrolments(world.db);
  let differed = 0;
  for (const enrolment of enrolments) {
    const edition = world.catalogue.find(enrolment.course, enrolment.edition);
    if (!edition) throw new Error(`The files of ${enrolment.course}/${enrolment.edition} are not there.`);
    const rows = await listEvents(world.db, enrolment.id);
    const events = rows.map((row) => {
      const parsed = parseStoredEvent(row);
      if (!parsed.ok)
        throw new Error(`Event ${row.seq} of enrolment ${enrolment.id} cannot be read: ${parsed.problem}`);
      return parsed.event;
    });
    const progress = progressOf(edition.course, events);
    const last = rows.at(-1);
    const projection = projectionOf(progress, last?.seq ?? 0, last?.at ?? enrolment.last_at, enrolment.edition);
    const known = new Map((await listStepsOf(world.db, enrolment.id)).map((row) => [row.step, row]));
    const wrong = progress.steps.filter(
      ({ id, state, status }) => known.get(id)?.state !== state || known.get(id)?.status !== status,
    );
    const same = Object.entries(projection).every(([key, value]) => enrolment[key as keyof typeof enrolment] === value);
    if (same && wrong.length === 0) continue;
    differed += 1;
    await world.db.transaction().execute(async (trx) => {
      await updateProjection(trx, enrolment.id, projection);
      await putSteps(
        trx,
        wrong.map(({ id, state, status, facts }) => ({
          enrolment_id: enrolment.id,
          step: id,
          state,
          status,
          since: facts.doneAt ?? projection.last_at,
        })),
      );
    });
  }
  return { enrolments: enrolments.length, differed };
}
