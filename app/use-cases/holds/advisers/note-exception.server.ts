import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { insertException } from '#db/queries/exception.ts';
import type { Db } from '#db/schema.ts';
import type { LedAdviser } from './adviser-on-own-hold.server.ts';

/** Stores an exception from today on, and returns its id. Extra time belongs to the person; the others to one enrolment. */
export async function noteException(
  world: World,
  trx: Db,
  viewer: Viewer,
  { record }: LedAdviser,
  given: {
    kind: 'extra-attempt' | 'extra-time' | 'own-deadline';
    value: string;
    reason: string;
    operation: string | null;
  },
): Promise<string> {
  const { operation, ...decided } = given;
  const now = world.now();
  const id = world.newId();
  await insertException(trx, {
    id,
    person_id: record.enrolment.person_id,
    enrolment_id: given.kind === 'extra-time' ? null : record.enrolment.id,
    ...decided,
    by_person: viewer.personId,
    valid_from: dayOf(now),
    valid_until: null,
    recorded_at: now,
    client_op_id: operation,
  });
  return id;
}
