import type { TFunction } from 'i18next';
import type { NoteIssue } from '#curriculum/guidance/read-note.ts';

const ids: Record<NoteIssue['field'], string> = {
  topic: 'about-0',
  outcome: 'outcome-0',
  blocked: 'blocked-0',
  channel: 'channel-0',
  distance: 'distance-0',
  minutes: 'minutes',
  referredTo: 'referred-to',
  onDay: 'on-day',
};

type Limits = { days: number; minutes: number; letters: number };

/** What is wrong with a note, tied to its field, and what to do about it. */
export function issueText(t: TFunction<'guidance'>, { field, reason }: NoteIssue, limits: Limits) {
  return { id: ids[field], message: messageOf(t, field, reason, limits) };
}

function messageOf(
  t: TFunction<'guidance'>,
  field: NoteIssue['field'],
  reason: NoteIssue['reason'],
  { days, minutes, letters }: Limits,
): string {
  switch (reason) {
    case 'missing':
      return field === 'topic' ? t('issue.topic.missing') : t('issue.outcome.missing');
    case 'unknown':
      return t('issue.unknown');
    case 'not-minutes':
      return t('issue.minutes.not-minutes', { minutes });
    case 'not-a-day':
      return t('issue.onDay.not-a-day');
    case 'ahead':
      return t('issue.onDay.ahead');
    case 'too-old':
      return t('issue.onDay.too-old', { days });
    case 'too-long':
      return t('issue.referredTo.too-long', { letters });
    case 'cpr':
    case 'cvr':
    case 'phone':
    case 'email':
      return t(`issue.referredTo.${reason}`);
  }
}
