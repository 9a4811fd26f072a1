import { isDay } from '#curriculum/calendar/calendar-day.ts';

/** The ways in which people hear of the guidance. An invitation is one that the library sends to a partner. */
export const outreachChannels = ['local-paper', 'posters', 'flyers', 'advertisements', 'web', 'invitation'] as const;
export type OutreachChannel = (typeof outreachChannels)[number];

/** The four channels of local marketing that give points. */
export const scoredChannels: readonly OutreachChannel[] = ['local-paper', 'posters', 'flyers', 'advertisements'];

export const invitationAnswers = ['none', 'yes', 'no', 'later'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

export type OutreachDraft = {
  channel: string;
  onDay: string;
  /** '' if it was on one day only. */
  lastDay: string;
  /** Where, or to whom an invitation was sent. */
  place: string;
  /** How many mentions, places or copies: a whole number from 1. */
  amount: string;
  note: string;
  /** '' or whole kroner. */
  cost: string;
  /** Who paid: funding from others as well. */
  paidBy: string;
  answer: string;
};
export type OutreachIssue =
  | { field: 'channel'; problem: 'missing' }
  | { field: 'onDay'; problem: 'missing' | 'not-a-day' | 'not-yet' }
  | { field: 'lastDay'; problem: 'not-a-day' | 'before-first' }
  | { field: 'place'; problem: 'missing' | 'too-long' }
  | { field: 'amount' | 'cost'; problem: 'not-a-number' }
  | { field: 'note' | 'paidBy'; problem: 'too-long' }
  | { field: 'paidBy'; problem: 'missing' };

/** What is wrong with an effort on the day it is recorded. It is recorded once it has begun. */
export function outreachIssuesOf(draft: OutreachDraft, today: string): OutreachIssue[] {
  const issues: OutreachIssue[] = [];
  if (!outreachChannels.some((each) => each === draft.channel)) issues.push({ field: 'channel', problem: 'missing' });
  if (!isDay(draft.onDay)) issues.push({ field: 'onDay', problem: draft.onDay ? 'not-a-day' : 'missing' });
  else if (draft.onDay > today) issues.push({ field: 'onDay', problem: 'not-yet' });
  if (draft.lastDay && !isDay(draft.lastDay)) issues.push({ field: 'lastDay', problem: 'not-a-day' });
  else if (draft.lastDay && isDay(draft.onDay) && draft.lastDay < draft.onDay)
    issues.push({ field: 'lastDay', problem: 'before-first' });
  if (draft.place.trim() === '') issues.push({ field: 'place', problem: 'missing' });
  if (draft.place.length > 200) issues.push({ field: 'place', problem: 'too-long' });
  if (!/^[1-9]\d{0,5}$/.test(draft.amount.trim())) issues.push({ field: 'amount', problem: 'not-a-number' });
  if (draft.cost && !/^\d{1,8}$/.test(draft.cost.trim())) issues.push({ field: 'cost', problem: 'not-a-number' });
  else if (draft.cost && draft.paidBy.trim() === '') issues.push({ field: 'paidBy', problem: 'missing' });
  if (draft.note.length > 1_000) issues.push({ field: 'note', problem: 'too-long' });
  if (draft.paidBy.length > 120) issues.push({ field: 'paidBy', problem: 'too-long' });
  return issues;
}
