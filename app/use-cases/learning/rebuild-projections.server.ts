import type { World } from '#app/platform/world.server.ts';
import { listAllEnrolments, putSteps, updateProjection } from '#db/queries/enrolment.ts';
import { replayedProjection } from './replayed-projection.server.ts';

/** Replays every enrolment from its events, corrects the rows used for lists, and counts how many were wrong. */
export async function rebuildProjections(world: World): Promise<{ enrolments: number; differed: number }> {
  const enrolments = await listAllEnrolments(world.db);
  let differed = 0;
  for (const enrolment of enrolments) {
    const { projection, steps, differs } = await replayedProjection(world, enrolment);
    if (!differs) continue;
    differed += 1;
    await world.db.transaction().execute(async (trx) => {
      await updateProjection(trx, enrolment.id, projection);
      await putSteps(trx, steps);
    });
  }
  return { enrolments: enrolments.length, differed };
}
