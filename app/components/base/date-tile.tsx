import { formatMonth, formatWeekday } from '#app/words/format.ts';

/** A day as a leaf of a calendar: weekday, number and month. */
export function DateTile({ day, language }: { day: string; language: 'da' | 'en' }) {
  return (
    <p className="date-tile">
      <span>{formatWeekday(language, day)}</span> <b>{Number(day.slice(8))}</b>{' '}
      <span>{formatMonth(language, day)}</span>
    </p>
  );
}
