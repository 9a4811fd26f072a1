import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { workingDayFrom } from '#curriculum/calendar/working-day.ts';
import type { Obligations } from './parse-obligations.ts';

/** A day on which an obligation starts or a deadline falls. */
export type DateAhead = {
  key: string;
  kind: 'start' | 'deadline';
  day: string;
  /** The day of the rule, where that is no working day and the deadline was moved. */
  movedFrom: string | null;
};

/**
 * Everything that starts or falls due from one day until another, the last not included, in order of days. A deadline moves to
 * the next working day; what has just passed by its rule may still be ahead because it moved.
 */
export function datesAhead({ obligations, deadlines }: Obligations, from: string, until: string): DateAhead[] {
  const starts = obligations.flatMap(({ key, starts: day }): DateAhead[] =>
    day !== undefined && day >= from && day < until ? [{ key, kind: 'start', day, movedFrom: null }] : [],
  );
  // Christmas and Easter move a deadline by less than a week.
  const rules = daysBetween(addDays(from, -7), until);
  const due = deadlines.flatMap(({ key, days, monthly, moved = {} }) => {
    const isDue = (day: string) => {
      const date = day.slice(5);
      if (days) return days.includes(date);
      return Object.values(moved).includes(date) || (Number(day.slice(8)) === monthly && !(date in moved));
    };
    return rules
      .filter(isDue)
      .map((rule): DateAhead => {
        const day = workingDayFrom(rule);
        return { key, kind: 'deadline', day, movedFrom: day === rule ? null : rule };
      })
      .filter(({ day }) => day >= from && day < until);
  });
  return [...starts, ...due].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1));
}

function daysBetween(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}
