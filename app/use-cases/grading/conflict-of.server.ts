import type { World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Conflict } from '#curriculum/flow/flow-event.ts';
import { conflictBetween } from '#curriculum/grading/conflict-between.ts';
import { hasGradingException } from '#db/queries/exception.ts';
import { listServicesOf } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';

export async function conflictOf(world: World, db: Db, graderId: string, adviserId: string): Promise<Conflict> {
  const day = dayOf(world.now());
  const services = await listServicesOf(db, graderId, day);
  const theirs = await listServicesOf(db, adviserId, day);
  const conflict = conflictBetween({ personId: graderId, services }, { personId: adviserId, services: theirs });
  // A written exception lets a leader grade colleagues, but never their own work.
  return conflict === 'same-library' && (await hasGradingException(db, graderId, day)) ? 'none' : conflict;
}
