import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { putReadingPlace } from '#db/queries/reading-place.ts';

/** Remembers the section of a lesson the reader has reached, where the lesson opens next time. */
export async function rememberPlace(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; section: string },
): Promise<{ ok: true } | { ok: false; reason: 'not-found' }> {
  const enrolment = await findEnrolment(world.db, input.enrolmentId);
  const sections =
    enrolment && world.catalogue.find(enrolment.course, enrolment.edition)?.readings.get(input.step)?.sections;
  const known = sections?.some(({ id, headings }) => [id, ...headings.map((each) => each.id)].includes(input.section));
  if (!enrolment || !known || !may(viewer, 'learn', { personId: enrolment.person_id }))
    return { ok: false, reason: 'not-found' };
  await putReadingPlace(world.db, {
    enrolment_id: input.enrolmentId,
    step: input.step,
    section: input.section,
    at: world.now(),
  });
  return { ok: true };
}
