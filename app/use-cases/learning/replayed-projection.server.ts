import type { World } from '#app/platform/world.server.ts';
import { eventsOf } from '#app/use-cases/record/events-of.ts';
import { projectionOf } from '#app/use-cases/record/projection-of.ts';
import { editionAfter } from '#curriculum/flow/editions/edition-at.ts';
import { progressOf } from '#curriculum/flow/progress.ts';
import { type EnrolmentRow, listEvents, listStepsOf } from '#db/queries/enrolment.ts';

/**
 * Replays an enrolment from its events: its row as it should be, the rows of those steps that stand otherwise, and
 * whether anything differs. Throws when the files of its course are gone or an event cannot be read.
 */
export async function replayedProjection(world: World, enrolment: EnrolmentRow) {
  const rows = await listEvents(world.db, enrolment.id);
  const events = eventsOf(enrolment.id, rows);
  const name = editionAfter(events) ?? enrolment.edition;
  const edition = world.catalogue.find(enrolment.course, name);
  if (!edition) throw new Error(`The files of ${enrolment.course}/${name} are not there.`);
  const progress = progressOf(edition.course, events);
  const last = rows.at(-1);
  const projection = projectionOf(progress, last?.seq ?? 0, last?.at ?? enrolment.last_at, name);
  const known = new Map((await listStepsOf(world.db, enrolment.id)).map((row) => [row.step, row]));
  const ofCourse = edition.course.steps.map(({ id }) => id);
  const hasOthers = [...known.keys()].some((step) => !ofCourse.includes(step));
  const steps = progress.steps
    .filter(({ id, state, status }) => known.get(id)?.state !== state || known.get(id)?.status !== status)
    .map(({ id, state, status, facts }) => ({
      enrolment_id: enrolment.id,
      step: id,
      state,
      status,
      since: facts.doneAt ?? projection.last_at,
    }));
  const isSame = Object.entries(projection).every(([key, value]) => enrolment[key as keyof typeof enrolment] === value);
  return { projection, steps, ofCourse, differs: !isSame || hasOthers || steps.length > 0 };
}
