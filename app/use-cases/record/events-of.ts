import type { HistoryEvent } from '#curriculum/flow/flow-event.ts';
import { parseStoredEvent } from '#curriculum/flow/stored-event.ts';
import type { EventRow } from '#db/queries/enrolment.ts';

/** The rows of an enrolment as events. Throws when one cannot be read. */
export function eventsOf(enrolmentId: string, rows: readonly EventRow[]): HistoryEvent[] {
  return rows.map((row) => {
    const parsed = parseStoredEvent(row);
    if (!parsed.ok) throw new Error(`Event ${row.seq} of enrolment ${enrolmentId} cannot be read: ${parsed.problem}`);
    return parsed.event;
  });
}
