import type { World } from '#app/platform/world.server.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';

type OwnSection = { personId: string; title: string; step: { da: string; en: string } };

/** Whose enrolment this is and what the section is called, if its edition has it. The caller asks for permission. */
export async function findOwnSection(
  world: World,
  place: { enrolmentId: string; step: string; section: string },
): Promise<OwnSection | undefined> {
  const enrolment = await findEnrolment(world.db, place.enrolmentId);
  const edition = enrolment && world.catalogue.find(enrolment.course, enrolment.edition);
  const step = edition?.course.steps.find(({ id }) => id === place.step);
  const section = edition?.readings.get(place.step)?.sections.find(({ id }) => id === place.section);
  if (!enrolment || !step || !section) return undefined;
  return { personId: enrolment.person_id, title: section.title, step: step.title };
}
