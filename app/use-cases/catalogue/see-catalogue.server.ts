import type { World } from '#app/platform/world.server.ts';
import { listCourses } from '#app/use-cases/holds/seats/list-courses.server.ts';
import { overReadingLimit } from '#app/use-cases/sign-in/over-reading-limit.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';

export type CatalogueView = Awaited<ReturnType<typeof listCourses>>;
type Outcome<View> = { ok: true; view: View } | { ok: false; reason: 'too-many'; seconds: number };

const readingsAnHour = 600;

/** The public catalogue. Whoever is not signed in may open so many of its pages within an hour. */
export async function seeCatalogue(
  world: World,
  viewer: Viewer | null,
  client: string,
): Promise<Outcome<CatalogueView>> {
  const seconds = viewer ? undefined : overReadingLimit(world, `catalogue-from:${client}`, readingsAnHour);
  if (seconds !== undefined) return { ok: false, reason: 'too-many', seconds };
  return { ok: true, view: await listCourses(world, viewer) };
}
