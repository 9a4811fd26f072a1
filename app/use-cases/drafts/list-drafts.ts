import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';

/** The editions of a course that are not published, for whoever may read them. */
export function listDrafts({ catalogue }: Pick<World, 'catalogue'>, viewer: Viewer | null, course: string): string[] {
  if (!viewer || !may(viewer, 'read-drafts')) return [];
  return catalogue.editions
    .filter((each) => each.course.id === course && !catalogue.isPublished(course, each.course.edition))
    .map((each) => each.course.edition);
}
