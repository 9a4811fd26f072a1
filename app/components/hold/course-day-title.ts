import type { CourseDayEntry } from '#app/use-cases/holds/course-days/course-day-entries.ts';
import { formatDay } from '#app/words/format.ts';

/** Two sessions on one day are told apart by their time. */
export const courseDayTitle = ({ heldOn, startsAt, sharesDay }: CourseDayEntry, language: 'da' | 'en'): string =>
  sharesDay ? `${formatDay(language, heldOn)}, ${startsAt}` : formatDay(language, heldOn);
