import type { Language } from './make-words.ts';

const locale: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };
const timeZone = 'Europe/Copenhagen';

/** Days come again and again; instants do not. */
const mostDates = 5_000;

/** One format in both languages, each made when it is first asked for. What it has written of an instant is kept. */
function dates(options: Intl.DateTimeFormatOptions): (language: Language, date: Date) => string {
  const made: Partial<Record<Language, (date: Date) => string>> = {};
  return (language, date) => {
    made[language] ??= keeping(new Intl.DateTimeFormat(locale[language], options));
    return made[language](date);
  };
}

function keeping(format: Intl.DateTimeFormat): (date: Date) => string {
  const written = new Map<number, string>();
  return (date) => {
    const known = written.get(date.getTime());
    if (known !== undefined) return known;
    // A date that is none throws here.
    const text = format.format(date);
    if (written.size >= mostDates) written.clear();
    written.set(date.getTime(), text);
    return text;
  };
}

const ofDay = dates({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const ofMonthAndYear = dates({ month: 'short', year: 'numeric', timeZone: 'UTC' });
const ofMonth = dates({ month: 'long', timeZone: 'UTC' });
const ofShortDay = dates({ day: 'numeric', month: 'short', timeZone: 'UTC' });
const ofWeekday = dates({ weekday: 'long', timeZone: 'UTC' });
const ofInstant = dates({ day: 'numeric', month: 'long', year: 'numeric', timeZone });
const ofClock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });

/** A day `2026-11-24` as "24. november 2026". */
export function formatDay(language: Language, day: string): string {
  return ofDay(language, new Date(`${day}T00:00:00Z`));
}

/** The month of a day, as "nov. 2026". */
export function formatMonthOfYear(language: Language, day: string): string {
  return ofMonthAndYear(language, new Date(`${day}T00:00:00Z`));
}

/** The month of a day `2026-11-24` as "november". */
export function formatMonth(language: Language, day: string): string {
  return ofMonth(language, new Date(`${day}T00:00:00Z`));
}

/** A day of about now without its year, as "2. dec.". */
export function formatShortDay(language: Language, day: string): string {
  return ofShortDay(language, new Date(`${day}T00:00:00Z`));
}

/** The weekday of a day, as "mandag". */
export function formatWeekday(language: Language, day: string): string {
  return ofWeekday(language, new Date(`${day}T00:00:00Z`));
}

/** The day of an instant in Copenhagen, as "24. november 2026". */
export function formatDayOf(language: Language, instant: string): string {
  return ofInstant(language, new Date(instant));
}

/** The clock of an instant in Copenhagen, as "10.16". */
export function formatClock(language: Language, instant: string): string {
  return ofClock(language, new Date(instant));
}

/** "24. november 2026 kl. 10.16". */
export function formatInstant(language: Language, instant: string): string {
  return `${formatDayOf(language, instant)} ${language === 'da' ? 'kl.' : 'at'} ${formatClock(language, instant)}`;
}

const lists: Record<Language, Intl.ListFormat> = {
  da: new Intl.ListFormat('da', { type: 'conjunction' }),
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
};

/** "a, b og c". */
export function formatList(language: Language, words: readonly string[]): string {
  return lists[language].format(words);
}

const numbers = new Map<string, Intl.NumberFormat>();

/** 1234.5 as "1.234,5". */
export function formatNumber(language: Language, value: number, digits = 0): string {
  const key = language + digits;
  const known = numbers.get(key) ?? new Intl.NumberFormat(locale[language], { maximumFractionDigits: digits });
  numbers.set(key, known);
  return known.format(value);
}

/** Sorts as Danes do: æ ø å last, aa as å. */
export const danish = new Intl.Collator('da-DK', { numeric: true });

/** When a session starts: "kl. 09.00" of "09:00". */
export const formatStart = (language: Language, startsAt: string): string =>
  language === 'da' ? `kl. ${startsAt.replace(':', '.')}` : `at ${startsAt}`;

/** "20. november 2026 kl. 09.00, Odense Bibliotek"; without the time or the place where nobody has said it. */
export function formatSession(
  language: Language,
  { onDay, startsAt, place }: { onDay: string; startsAt: string | null; place: string },
): string {
  const when = [formatDay(language, onDay), startsAt && formatStart(language, startsAt)].filter(Boolean).join(' ');
  return [when, place].filter(Boolean).join(', ');
}
