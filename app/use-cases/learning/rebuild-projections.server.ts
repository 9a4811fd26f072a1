import type { World } from '#app/platform/world.server.ts';
import { deleteOtherSteps } from '#db/queries/edition-move.ts';
import { listAllEnrolments, putSteps, updateProjection } from '#db/queries/enrolment.ts';
import { listPersonIds, updatePersonKeys } from '#db/queries/person.ts';
import { replayedProjection } from './replayed-projection.server.ts';

/**
 * Replays every enrolment from its events, corrects the rows used for lists, and counts how many were wrong. What people
 * are found and sorted by is written anew as well.
 */
export async function rebuildProjections(world: World): Promise<{ enrolments: number; differed: number }> {
  const enrolments = await listAllEnrolments(world.db);
  let differed = 0;
  for (const enrolment of enrolments) {
    const { projection, steps, ofCourse, differs } = await replayedProjection(world, enrolment);
    if (!differs) continue;
    differed += 1;
    await world.db.transaction().execute(async (trx) => {
      await updateProjection(trx, enrolment.id, projection);
      await deleteOtherSteps(trx, enrolment.id, ofCourse);
      await putSteps(trx, steps);
    });
  }
  for (const id of await listPersonIds(world.db)) if (await updatePersonKeys(world.db, id)) differed += 1;
  return { enrolments: enrolments.length, differed };
}
