import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { addDays } from './calendar-day.ts';

let danish: Holidays | undefined;
const known = new Map<string, ReadonlySet<string>>();

/** The public holidays of Denmark in a year, as days. 24 and 31 December, 1 May and 5 June are not among them. */
function holidaysIn(year: string): ReadonlySet<string> {
  const found = known.get(year);
  if (found) return found;
  danish ??= new Holidays('DK');
  const days = danish.getHolidays(Number(year)).filter(({ type }) => type === 'public');
  const set = new Set(days.map(({ date }) => date.slice(0, 10)));
  known.set(year, set);
  return set;
}

/** Is it a public holiday in Denmark? */
export const isHoliday = (day: string): boolean => holidaysIn(day.slice(0, 4)).has(day);

/** The day itself, or the next one that is neither a Saturday, a Sunday nor a Danish public holiday. */
export function workingDayFrom(day: string): string {
  const works = Temporal.PlainDate.from(day).dayOfWeek <= 5 && !isHoliday(day);
  return works ? day : workingDayFrom(addDays(day, 1));
}
