import type { Learner } from '#app/demo/learner.ts';
import type { World } from '#app/platform/world.server.ts';
import { decideRequest } from '#app/use-cases/holds/decide-request.server.ts';
import { requestSeat } from '#app/use-cases/holds/request-seat.server.ts';
import { startCourse } from '#app/use-cases/learning/start-course.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';

/** A seat, and the course begun. */
export async function addEnrolmentAndBegin(
  world: World,
  leader: Viewer,
  adviser: Viewer,
  holdId: string,
): Promise<Learner> {
  const asked = await requestSeat(world, adviser, { holdId });
  if (!asked.ok) throw new Error(asked.reason);
  await decideRequest(world, leader, { enrolmentId: asked.enrolmentId, decision: 'approve' });
  await startCourse(world, adviser, { enrolmentId: asked.enrolmentId });
  return { viewer: adviser, enrolmentId: asked.enrolmentId };
}
