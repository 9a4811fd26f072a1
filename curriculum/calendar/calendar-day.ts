import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/Copenhagen';

const dayOfHour = new Map<string, string>();
const mostHours = 5_000;

/**
 * The day an instant falls on in Copenhagen: `2026-11-24`. Copenhagen has differed from UTC by whole hours since 1894, so
 * the answer is the same for the whole hour and is cached.
 */
export function dayOf(instant: string): string {
  const hour = /^(?:19|2\d)\d\d-\d\d-\d\dT\d\d:[0-5]\d:[0-5]\d(?:\.\d+)?Z$/.test(instant)
    ? instant.slice(0, 13)
    : undefined;
  const known = hour === undefined ? undefined : dayOfHour.get(hour);
  if (known !== undefined) return known;
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  if (hour === undefined) return day;
  if (dayOfHour.size >= mostHours) dayOfHour.clear();
  dayOfHour.set(hour, day);
  return day;
}

/** Adds days. Pages about the country do this by the thousands, so a plain day is counted in UTC, where each day has 24 hours. */
export function addDays(day: string, days: number): string {
  const time = plainTime(day);
  return time !== undefined && Number.isInteger(days) && Math.abs(days) < mostDays
    ? new Date(time + days * msPerDay).toISOString().slice(0, 10)
    : Temporal.PlainDate.from(day).add({ days }).toString();
}

/**
 * Adds calendar months. If the day does not exist in that month, the month's last day is used: 31 August plus 6 months
 * is 28 or 29 February.
 */
export function addMonths(day: string, months: number): string {
  const time = plainTime(day);
  if (time === undefined || !Number.isInteger(months) || Math.abs(months) >= mostMonths)
    return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString();
  const date = new Date(time);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** The first instant of a day in Copenhagen, where a day may have 23 or 25 hours. */
export function startOfDay(day: string): string {
  return instantOf(Temporal.PlainDate.from(day).toZonedDateTime(zone));
}

/** A time of a day in Copenhagen, with its offset: `2026-11-24T00:00:00+01:00`. The day can be read from it. */
export function withOffset(day: string, time: string): string {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toString({ timeZoneName: 'never' });
}

/** The last millisecond of a day in Copenhagen. */
export function endOfDay(day: string): string {
  return instantOf(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).subtract({ milliseconds: 1 }));
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  const [first, last] = [plainTime(from), plainTime(to)];
  if (first !== undefined && last !== undefined) return (last - first) / msPerDay;
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** The ISO week of a day: weeks begin on Monday, and the first one has the year's first Thursday. */
export function weekOf(day: string): number {
  return Temporal.PlainDate.from(day).weekOfYear!;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The latest Monday before a day; of a Monday, the one a week before. */
export function mondayBefore(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek === 1 ? 7 : date.dayOfWeek - 1 }).toString();
}

/** The Friday of the week of a day; on a weekend, that of the next. */
export function fridayFrom(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.add({ days: (12 - date.dayOfWeek) % 7 }).toString();
}

/** Is this text a day that exists? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

const msPerDay = 86_400_000;
/** So few that a plain day stays within the years of four digits. */
const mostDays = 300_000;
const mostMonths = 10_000;

/** The first instant in UTC of a day that surely exists: every month has 28 days. What else is written goes by Temporal. */
const plainTime = (day: string): number | undefined =>
  /^[1-8]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/.test(day) ? Date.parse(day) : undefined;

const instantOf = (time: Temporal.ZonedDateTime) => new Date(time.epochMilliseconds).toISOString();
