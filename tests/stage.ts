import type { Enrolled } from '#app/demo/adviser.ts';
import type { World } from '#app/platform/world.server.ts';
import { seeCourseDay } from '#app/use-cases/holds/course-days/see-course-day.server.ts';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { startCourse } from '#app/use-cases/learning/start-course.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { libraries, somebody, someHold } from './world.ts';

export type Cast = { leader: Viewer; colleague: Viewer; adviser: Viewer; holdId: string };

/** An adviser, a leader of another library with a hold, and a leader of the adviser's own. */
export async function castOf(world: World): Promise<Cast> {
  const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
  const colleague = await somebody(world, { givenName: 'Knud', roles: ['course-leader'], library: libraries.herning });
  const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
  return { leader, colleague, adviser, holdId: await someHold(world, leader) };
}

/** Gives the adviser a seat and starts the course. */
export async function begin(world: World, { leader, adviser, holdId }: Omit<Cast, 'colleague'>): Promise<Enrolled> {
  const asked = await requestSeat(world, adviser, { holdId });
  if (!asked.ok) throw new Error(asked.reason);
  for (const done of [
    await decideRequest(world, leader, { enrolmentId: asked.enrolmentId, decision: 'approve' }),
    await startCourse(world, adviser, { enrolmentId: asked.enrolmentId }),
  ])
    if (!done.ok) throw new Error(done.reason);
  return { viewer: adviser, enrolmentId: asked.enrolmentId };
}

/** The notes of attendance of a course day, as its page shows them. */
export async function listNoted(world: World, leader: Viewer, day: { holdId: string; courseDayId: string }) {
  const shown = (await seeCourseDay(world, leader, { ...day, list: 'noted' }))?.shown;
  return shown?.list === 'noted' ? shown.people : [];
}
