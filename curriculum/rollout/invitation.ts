import { addDays } from '#curriculum/calendar/calendar-day.ts';

export const answers = ['yes', 'no', 'later'] as const;
export type Answer = (typeof answers)[number];
export type AnswerIssue =
  | { field: 'answer'; problem: 'missing' }
  | { field: 'reason'; problem: 'missing' | 'too-long' };

const reasonLength = { least: 5, most: 1_000 };

/** What is wrong with an answer: whoever says no or later says why. */
export function answerIssuesOf({ answer, reason }: { answer: string; reason: string }): AnswerIssue[] {
  const issues: AnswerIssue[] = [];
  const said = answers.find((each) => each === answer);
  const length = reason.trim().length;
  if (!said) issues.push({ field: 'answer', problem: 'missing' });
  if (said && said !== 'yes' && length < reasonLength.least) issues.push({ field: 'reason', problem: 'missing' });
  if (length > reasonLength.most) issues.push({ field: 'reason', problem: 'too-long' });
  return issues;
}

export type LinkStanding = 'open' | 'used' | 'late' | 'replaced';

/** A link answers once, until its last day, and not after a later invitation of the same service. */
export function linkStanding(
  { answerBy, answered, replaced }: { answerBy: string; answered: boolean; replaced: boolean },
  today: string,
): LinkStanding {
  if (answered) return 'used';
  if (replaced) return 'replaced';
  return today > answerBy ? 'late' : 'open';
}

/** Reminders go out so many days before the last day of the answer. */
export const reminderMarks = [7, 2] as const;

/** The mark that an invitation has reached on a day; undefined before the first, and when its last day has passed. */
export function reminderMarkOn(answerBy: string, today: string): number | undefined {
  if (today > answerBy) return undefined;
  return reminderMarks.findLast((mark) => today >= addDays(answerBy, -mark));
}
