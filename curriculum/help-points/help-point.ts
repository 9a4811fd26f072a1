import { addMonths, isDay } from '#curriculum/calendar/calendar-day.ts';
import { type PersonalData, personalDataIn } from '#curriculum/guidance/personal-data.ts';

/** What a library service says of its help, in its own words. */
export type HelpPoint = {
  times: string;
  place: string;
  /** Whether one has to book, and how. */
  booking: string;
  /** '' or a number that everybody may call. */
  phone: string;
  languages: string;
  /** '' or how one gets in: steps, a lift, a loop. */
  access: string;
  /** The keys of the topics it helps with. */
  topics: readonly string[];
};

const texts = ['times', 'place', 'booking', 'languages', 'access'] as const;
type TextField = (typeof texts)[number];
const optional: readonly TextField[] = ['access'];
const longest = 300;
/** Nobody plans opening hours further ahead; a typed year that is wrong by ten is caught. */
const furthestMonths = 12;

export type HelpPointIssue =
  | { field: TextField; problem: 'missing' | 'too-long' | `has-${PersonalData}` }
  | { field: 'phone'; problem: 'not-a-phone' }
  | { field: 'topics'; problem: 'missing' | 'unknown' }
  | { field: 'from'; problem: 'missing' | 'not-a-day' | 'too-far' | 'before-last' };

type Draft = HelpPoint & { from: string };
type Around = {
  today: string;
  /** The topics that may be chosen. */
  topics: readonly string[];
  /** The first day of what stands now. */
  standsFrom: string | undefined;
};

/** What is wrong with a text for the public page. It names no person, and it never begins before what it replaces. */
export function helpPointIssuesOf(draft: Draft, { today, topics, standsFrom }: Around): HelpPointIssue[] {
  const issues: HelpPointIssue[] = texts.flatMap((field): HelpPointIssue[] => {
    const text = draft[field].trim();
    if (text === '') return optional.includes(field) ? [] : [{ field, problem: 'missing' }];
    if (text.length > longest) return [{ field, problem: 'too-long' }];
    const personal = personalDataIn(text);
    return personal ? [{ field, problem: `has-${personal}` }] : [];
  });
  if (draft.phone.trim() !== '' && phoneOf(draft.phone) === undefined)
    issues.push({ field: 'phone', problem: 'not-a-phone' });
  if (draft.topics.length === 0) issues.push({ field: 'topics', problem: 'missing' });
  else if (draft.topics.some((key) => !topics.includes(key))) issues.push({ field: 'topics', problem: 'unknown' });
  if (!isDay(draft.from)) issues.push({ field: 'from', problem: draft.from ? 'not-a-day' : 'missing' });
  else if (draft.from > addMonths(today, furthestMonths)) issues.push({ field: 'from', problem: 'too-far' });
  else if (standsFrom !== undefined && draft.from < standsFrom) issues.push({ field: 'from', problem: 'before-last' });
  return issues;
}

/** A Danish number as "12 34 56 78", another with its country code as it was written; undefined if it is none. */
export function phoneOf(text: string): string | undefined {
  const bare = text.replaceAll(/[\s().-]/g, '');
  const danish = /^(?:\+45|0045)?(\d{8})$/.exec(bare)?.[1];
  if (danish) return danish.replace(/(\d\d)(?=\d)/g, '$1 ');
  return /^\+\d{7,15}$/.test(bare) ? text.trim() : undefined;
}
