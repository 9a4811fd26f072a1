import { isDay } from '#curriculum/calendar/calendar-day.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { dayStepOf } from './day-step-of.ts';

/** A day as `YYYY-MM-DD`, a time as `HH:MM`, and a place. */
export type CourseDayInput = { heldOn: string; startsAt: string; place: string };
export type CourseDayIssue =
  | { field: 'heldOn'; problem: 'no-such-step' | 'not-a-day' | 'outside' }
  | { field: 'startsAt'; problem: 'not-a-clock' | 'taken' }
  | { field: 'place'; problem: 'too-long' };

/** The problems with a course day for this course and period. */
export function courseDayIssues(
  { heldOn, startsAt, place }: CourseDayInput,
  course: Course | undefined,
  period: { startsOn: string; endsOn: string },
): CourseDayIssue[] {
  const issues: CourseDayIssue[] = [];
  if (course && !dayStepOf(course)) issues.push({ field: 'heldOn', problem: 'no-such-step' });
  else if (!isDay(heldOn)) issues.push({ field: 'heldOn', problem: 'not-a-day' });
  else if (heldOn < period.startsOn || heldOn > period.endsOn) issues.push({ field: 'heldOn', problem: 'outside' });
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt)) issues.push({ field: 'startsAt', problem: 'not-a-clock' });
  if (place.trim().length > 200) issues.push({ field: 'place', problem: 'too-long' });
  return issues;
}
