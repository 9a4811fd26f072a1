import { addDays, isDay } from '#curriculum/calendar/calendar-day.ts';
import {
  type Block,
  blocks,
  type Channel,
  channels,
  type Distance,
  distances,
  type GuidanceOutcome,
  outcomes,
} from './note-choices.ts';
import { offeredOn, type Topics } from './parse-topics.ts';
import { type PersonalData, personalDataIn } from './personal-data.ts';

/** One session of guidance as it is noted: never a person or a firm. What nobody said is null. */
export type GuidanceNote = {
  topic: string;
  outcome: GuidanceOutcome;
  blocked: Block | null;
  channel: Channel | null;
  distance: Distance | null;
  minutes: number | null;
  referredTo: string | null;
  onDay: string;
};
export type NoteField = keyof GuidanceNote;
export type NoteIssue = {
  field: NoteField;
  reason: 'missing' | 'unknown' | 'not-minutes' | 'not-a-day' | 'ahead' | 'too-old' | 'too-long' | PersonalData;
};

/** How far back a session can be noted. */
export const mostDaysBack = 31;
export const mostMinutes = 600;
export const longestReferral = 100;

/** Reads a note from the texts of a form; an empty text says nothing. Returns every issue if it cannot be noted. */
export function readNote(
  given: Partial<Record<NoteField, string>>,
  { topics, today }: { topics: Topics; today: string },
): { ok: true; note: GuidanceNote } | { ok: false; issues: NoteIssue[] } {
  const issues: NoteIssue[] = [];
  const say = (field: NoteField, reason: NoteIssue['reason']) => void issues.push({ field, reason });
  const text = (field: NoteField) => given[field]?.trim() ?? '';

  const onDay = text('onDay') || today;
  if (!isDay(onDay)) say('onDay', 'not-a-day');
  else if (onDay > today) say('onDay', 'ahead');
  else if (onDay < addDays(today, -mostDaysBack)) say('onDay', 'too-old');

  const topic = offeredOn(topics, today).find(({ key }) => key === text('topic'));
  if (!topic) say('topic', 'missing');
  const outcome = outcomes.find((each) => each === text('outcome'));
  if (!outcome) say('outcome', 'missing');

  const choice = <Value extends string>(field: NoteField, values: readonly Value[]): Value | null => {
    if (text(field) === '') return null;
    const chosen = values.find((each) => each === text(field));
    if (!chosen) say(field, 'unknown');
    return chosen ?? null;
  };
  const blocked = choice('blocked', blocks);
  const channel = choice('channel', channels);
  const distance = choice('distance', distances);

  const minutes = text('minutes') === '' ? null : Number(text('minutes'));
  if (minutes !== null && (!/^\d+$/.test(text('minutes')) || minutes < 1 || minutes > mostMinutes))
    say('minutes', 'not-minutes');

  const referredTo = text('referredTo') || null;
  const personal = personalDataIn(text('referredTo'));
  if (personal) say('referredTo', personal);
  else if (text('referredTo').length > longestReferral) say('referredTo', 'too-long');

  if (issues.length > 0 || !topic || !outcome) return { ok: false, issues };
  return { ok: true, note: { topic: topic.key, outcome, blocked, channel, distance, minutes, referredTo, onDay } };
}
