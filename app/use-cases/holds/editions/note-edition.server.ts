import type { World } from '#app/platform/world.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { putCourseEdition } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';
import { classOf } from './class-of.ts';

/** Notes that an edition is in use, and how it differs from the one before. Its files may not change from now on. */
export async function noteEdition(world: World, trx: Db, edition: Edition): Promise<void> {
  const now = world.now();
  await putCourseEdition(trx, {
    slug: edition.course.id,
    edition: edition.course.edition,
    content_hash: edition.contentHash,
    change_class: classOf(world, edition),
    published_at: now,
    recorded_at: now,
  });
}
