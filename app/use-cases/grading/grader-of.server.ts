import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { hasGradingException } from '#db/queries/exception.ts';
import type { Grader } from '#db/queries/grading-queue.ts';
import { listServicesOf } from '#db/queries/person.ts';

/** Where a leader works today, and whether they may grade colleagues: what decides which work they may take. */
export async function graderOf(world: World, viewer: Viewer): Promise<Grader> {
  const day = dayOf(world.now());
  return {
    id: viewer.personId,
    services: await listServicesOf(world.db, viewer.personId, day),
    mayGradeColleagues: await hasGradingException(world.db, viewer.personId, day),
    day,
  };
}
