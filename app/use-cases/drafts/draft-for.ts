import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Edition } from '#curriculum/content/edition.ts';

/** An edition that is not published, for whoever may read it before it is. */
export function draftFor(
  { catalogue }: Pick<World, 'catalogue'>,
  viewer: Viewer,
  { course, edition }: { course: string; edition: string },
): Edition | undefined {
  if (!may(viewer, 'read-drafts') || catalogue.isPublished(course, edition)) return undefined;
  return catalogue.find(course, edition);
}
