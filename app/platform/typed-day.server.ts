import { redirect } from '@remix-run/node';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { agencyLink, carriedIn } from './agency-link.ts';

/** The three parts of a day as somebody typed them. */
export type TypedDay = { day: string; month: string; year: string };
type Read = (name: string) => string | null | undefined;

/** What was typed in the parts `prefix.day`, `.month` and `.year`; undefined if all are empty. */
export function typedDay(read: Read, prefix = ''): TypedDay | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) =>
    (read(`${prefix}${part}`) ?? '').trim().slice(0, 10),
  ) as [string, string, string];
  return day || month || year ? { day, month, year } : undefined;
}

/**
 * The day `2026-11-24` of what was typed, also when all of it stands in the first part. What is no day comes back as
 * `31.2.2026`, which no rule takes for a day, and the field shows its parts again.
 */
export function textOfTyped({ day, month, year }: TypedDay): string {
  if (!month && !year) return wholeDay(day);
  const text = isoOf(day, month, year);
  return isDay(text) ? text : `${day}.${month}.${year}`;
}

/** The day of the date field `name`, or of a text under that name; empty if nothing was typed. */
export function dayUnder(read: Read, name: string): string {
  const typed = typedDay(read, `${name}.`);
  return typed ? textOfTyped(typed) : wholeDay((read(name) ?? '').trim());
}

/**
 * Sends a page whose address has typed parts of these days to the address with the days, so that every link from there
 * carries them.
 */
export function requireDays(url: URL, names: readonly string[], part?: string): void {
  const read: Read = (name) => url.searchParams.get(name);
  if (!names.some((name) => url.searchParams.has(`${name}.day`))) return;
  const parts = names.flatMap((name) => ['day', 'month', 'year'].map((each) => [`${name}.${each}`, undefined]));
  const days = names.map((name) => [name, dayUnder(read, name)]);
  throw redirect(
    agencyLink(
      url.pathname,
      { ...carriedIn(url.searchParams), ...Object.fromEntries(parts), ...Object.fromEntries(days) },
      part,
    ),
  );
}

/** `24.11.2026` as `2026-11-24`; any other text as it is. */
function wholeDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text) ?? [];
  const iso = day && month && year ? isoOf(day, month, year) : text;
  return isDay(iso) ? iso : text;
}

const isoOf = (day: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
