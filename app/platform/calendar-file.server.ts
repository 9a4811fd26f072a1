import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, withOffset } from '#curriculum/calendar/calendar-day.ts';

export type CalendarEntry = {
  /** Tells one entry from another for good. */
  id: string;
  onDay: string;
  /** A time of the day as 09:00, if it is known; then the entry lasts an hour. */
  startsAt?: string | null;
  title: string;
  text: string;
  place?: string;
};

/** Entries as an iCalendar file (ICS) that calendars subscribe to or import. */
export function calendarFile(given: {
  name: string;
  now: string;
  host: string;
  entries: readonly CalendarEntry[];
}): Response {
  const calendar = ical({ name: given.name, method: ICalCalendarMethod.PUBLISH, prodId: '//Vejlederbevis//da//' });
  for (const { id, onDay, startsAt, title, text, place } of given.entries) {
    const start = startsAt ? new Date(withOffset(onDay, startsAt)) : new Date(`${onDay}T00:00:00Z`);
    calendar.createEvent({
      id: `${id}@${given.host}`,
      stamp: new Date(given.now),
      start,
      end: startsAt ? new Date(start.getTime() + 3_600_000) : new Date(`${addDays(onDay, 1)}T00:00:00Z`),
      allDay: !startsAt,
      summary: title,
      description: text,
      ...(place && { location: place }),
    });
  }
  return new Response(calendar.toString(), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${given.name}.ics"`,
    },
  });
}
