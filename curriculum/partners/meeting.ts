import { isDay } from '#curriculum/calendar/calendar-day.ts';

/** A meeting is planned until it was held; only a held one has decisions, and only a held one counts. */
export type MeetingDraft = {
  onDay: string;
  /** '' if nobody has said when. */
  startsAt: string;
  place: string;
  partners: string;
  held: boolean;
  decisions: string;
  nextStep: string;
  nextOwner: string;
  nextOn: string;
};
export type MeetingIssue =
  | { field: 'onDay'; problem: 'missing' | 'not-a-day' | 'not-yet' | 'past' }
  | { field: 'startsAt'; problem: 'not-a-time' }
  | { field: 'partners' | 'decisions' | 'nextStep' | 'nextOwner'; problem: 'missing' | 'too-long' }
  | { field: 'place'; problem: 'too-long' }
  | { field: 'decisions'; problem: 'not-held' }
  | { field: 'nextOn'; problem: 'missing' | 'not-a-day' | 'before-meeting' };

const most = { place: 120, partners: 300, decisions: 2_000, nextStep: 500, nextOwner: 120 } as const;

/**
 * What is wrong with a meeting on the day it is recorded. A held one was not in the future and says what was decided; a
 * planned one is not in the past. A next step has somebody who does it and a day.
 */
export function meetingIssuesOf(draft: MeetingDraft, today: string): MeetingIssue[] {
  const issues: MeetingIssue[] = [];
  if (!isDay(draft.onDay)) issues.push({ field: 'onDay', problem: draft.onDay ? 'not-a-day' : 'missing' });
  else if (draft.held && draft.onDay > today) issues.push({ field: 'onDay', problem: 'not-yet' });
  else if (!draft.held && draft.onDay < today) issues.push({ field: 'onDay', problem: 'past' });
  if (draft.startsAt && !/^([01]\d|2[0-3]):[0-5]\d$/.test(draft.startsAt))
    issues.push({ field: 'startsAt', problem: 'not-a-time' });
  if (draft.partners.trim() === '') issues.push({ field: 'partners', problem: 'missing' });
  if (draft.held && draft.decisions.trim() === '') issues.push({ field: 'decisions', problem: 'missing' });
  if (!draft.held && draft.decisions.trim() !== '') issues.push({ field: 'decisions', problem: 'not-held' });
  const hasStep = [draft.nextStep, draft.nextOwner, draft.nextOn].some((text) => text.trim() !== '');
  if (hasStep) {
    if (draft.nextStep.trim() === '') issues.push({ field: 'nextStep', problem: 'missing' });
    if (draft.nextOwner.trim() === '') issues.push({ field: 'nextOwner', problem: 'missing' });
    if (!isDay(draft.nextOn)) issues.push({ field: 'nextOn', problem: draft.nextOn ? 'not-a-day' : 'missing' });
    else if (draft.held && isDay(draft.onDay) && draft.nextOn < draft.onDay)
      issues.push({ field: 'nextOn', problem: 'before-meeting' });
  }
  for (const field of Object.keys(most) as (keyof typeof most)[])
    if (draft[field].length > most[field]) issues.push({ field, problem: 'too-long' });
  return issues;
}
