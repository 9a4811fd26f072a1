import { isDay } from '#curriculum/calendar/calendar-day.ts';

export type PeerSessionDraft = {
  onDay: string;
  /** '' if nobody has said when. */
  startsAt: string;
  place: string;
  topic: string;
  /** Whole numbers as they were typed. */
  seats: string;
  taken: string;
};
export type PeerSessionIssue =
  | { field: 'onDay'; problem: 'missing' | 'not-a-day' | 'past' }
  | { field: 'startsAt'; problem: 'not-a-time' }
  | { field: 'place' | 'topic'; problem: 'missing' | 'too-long' }
  | { field: 'seats' | 'taken'; problem: 'not-a-number' }
  | { field: 'taken'; problem: 'more-than-seats' }
  | { field: 'seats'; problem: 'fewer-than-taken' };

const number = /^\d{1,3}$/;

/** What is wrong with a session in which colleagues teach each other. A new one is not in the past. */
export function peerSessionIssuesOf(draft: PeerSessionDraft, { earliest }: { earliest: string }): PeerSessionIssue[] {
  const issues: PeerSessionIssue[] = [];
  if (!isDay(draft.onDay)) issues.push({ field: 'onDay', problem: draft.onDay ? 'not-a-day' : 'missing' });
  else if (draft.onDay < earliest) issues.push({ field: 'onDay', problem: 'past' });
  if (draft.startsAt && !/^([01]\d|2[0-3]):[0-5]\d$/.test(draft.startsAt))
    issues.push({ field: 'startsAt', problem: 'not-a-time' });
  for (const field of ['place', 'topic'] as const) {
    if (draft[field].trim() === '') issues.push({ field, problem: 'missing' });
    if (draft[field].length > 120) issues.push({ field, problem: 'too-long' });
  }
  if (!number.test(draft.seats.trim()) || Number(draft.seats) === 0)
    issues.push({ field: 'seats', problem: 'not-a-number' });
  if (!number.test(draft.taken.trim())) issues.push({ field: 'taken', problem: 'not-a-number' });
  else if (number.test(draft.seats.trim()) && Number(draft.taken) > Number(draft.seats))
    issues.push({ field: 'taken', problem: 'more-than-seats' });
  return issues;
}
