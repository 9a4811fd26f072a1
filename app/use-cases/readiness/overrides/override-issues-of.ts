import { isDay } from '#curriculum/calendar/calendar-day.ts';

export type OverrideInput = {
  serviceId: string;
  reason: string;
  decidedBy: string;
  from: string;
  lastDay: string;
  operationId?: string;
};
export type OverrideIssue =
  | { field: 'service'; problem: 'missing' }
  | { field: 'reason' | 'decidedBy'; problem: 'missing' | 'too-long' }
  | { field: 'from'; problem: 'missing' | 'not-a-day' | 'in-the-past' }
  | { field: 'from'; problem: 'overlaps'; from: string; lastDay: string }
  | { field: 'lastDay'; problem: 'missing' | 'not-a-day' | 'before-from' };

const most = { reason: 1_000, decidedBy: 120 };

/** What is wrong with an override as it was typed. It decides about the time ahead, so it never begins in the past. */
export function overrideIssuesOf(input: OverrideInput, today: string): OverrideIssue[] {
  const issues: OverrideIssue[] = [];
  if (input.serviceId === '') issues.push({ field: 'service', problem: 'missing' });
  for (const field of ['reason', 'decidedBy'] as const) {
    const text = input[field].trim();
    if (text === '') issues.push({ field, problem: 'missing' });
    if (text.length > most[field]) issues.push({ field, problem: 'too-long' });
  }
  if (!isDay(input.from)) issues.push({ field: 'from', problem: input.from ? 'not-a-day' : 'missing' });
  else if (input.from < today) issues.push({ field: 'from', problem: 'in-the-past' });
  if (!isDay(input.lastDay)) issues.push({ field: 'lastDay', problem: input.lastDay ? 'not-a-day' : 'missing' });
  else if (isDay(input.from) && input.lastDay < input.from) issues.push({ field: 'lastDay', problem: 'before-from' });
  return issues;
}
