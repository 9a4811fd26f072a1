import type { World } from '#app/platform/world.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';

/** The published editions of a course after this one, the newest first. Nobody is moved to a draft. */
export function laterEditions({ catalogue }: Pick<World, 'catalogue'>, slug: string, edition: string): Edition[] {
  return catalogue.editions
    .filter(
      ({ course }) =>
        course.id === slug &&
        compareEditions(course.edition, edition) > 0 &&
        catalogue.isPublished(slug, course.edition),
    )
    .sort((a, b) => compareEditions(b.course.edition, a.course.edition));
}
