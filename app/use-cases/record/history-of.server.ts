import type { HistoryEvent } from '#curriculum/flow/flow-event.ts';
import { listEvents } from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';
import { eventsOf } from './events-of.ts';

/** Everything that happened to an enrolment. */
export async function historyOf(db: Db, enrolmentId: string): Promise<HistoryEvent[]> {
  return eventsOf(enrolmentId, await listEvents(db, enrolmentId));
}
