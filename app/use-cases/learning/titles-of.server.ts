import type { World } from '#app/platform/world.server.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';

/** The titles of a course's steps, used to name them in a refusal. */
export async function titlesOf(world: World, enrolmentId: string): Promise<Record<string, { da: string; en: string }>> {
  const enrolment = await findEnrolment(world.db, enrolmentId);
  const steps = enrolment && world.catalogue.find(enrolment.course, enrolment.edition)?.course.steps;
  return Object.fromEntries((steps ?? []).map(({ id, title }) => [id, title]));
}
