import { isDay } from '#curriculum/calendar/calendar-day.ts';

export type WaveDraft = { name: string; opensOn: string };
export type WaveIssue =
  | { field: 'name'; problem: 'missing' | 'too-long' | 'taken' }
  | { field: 'opensOn'; problem: 'not-a-day' };

const longest = 60;

/** What is wrong with a wave before it is saved: each has a name of its own and a day on which it opens. */
export function waveIssuesOf({ name, opensOn }: WaveDraft, others: readonly { name: string }[]): WaveIssue[] {
  const issues: WaveIssue[] = [];
  const same = (each: { name: string }) => each.name.toLowerCase() === name.trim().toLowerCase();
  if (name.trim() === '') issues.push({ field: 'name', problem: 'missing' });
  else if (name.trim().length > longest) issues.push({ field: 'name', problem: 'too-long' });
  else if (others.some(same)) issues.push({ field: 'name', problem: 'taken' });
  if (!isDay(opensOn)) issues.push({ field: 'opensOn', problem: 'not-a-day' });
  return issues;
}
