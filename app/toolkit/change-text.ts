import type { ChangeSinceBefore } from '#curriculum/content/change-since-before.ts';
import { describeChange } from '#curriculum/flow/editions/describe-change.ts';

/** What changed since the edition before, in lines of text. */
export function changeText(name: string, change: ChangeSinceBefore | undefined): string[] {
  if (!change) return [`${name} is the first edition of its course.`];
  return [
    `${change.change} change since ${change.since}:`,
    ...describeChange(change),
    ...(change.facts.length > 0 ? [`  facts: ${change.facts.join(', ')} (editorial)`] : []),
  ];
}
