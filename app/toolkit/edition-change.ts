import { factChanges } from '#curriculum/content/fact-changes.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { changeBetween, type EditionChange } from '#curriculum/flow/editions/change-between.ts';
import { editionBefore } from '#curriculum/flow/editions/compare-editions.ts';
import { describeChange } from '#curriculum/flow/editions/describe-change.ts';

export type ChangeSinceBefore = EditionChange & { since: string; facts: string[] };

/** What changed since the edition before; undefined for the first edition of a course. */
export function changeSinceBefore(edition: Edition, editions: readonly Edition[]): ChangeSinceBefore | undefined {
  const before = editionBefore(
    edition.course,
    editions.map(({ course }) => course),
  );
  const from = before && editions.find(({ course }) => course === before);
  if (!from) return undefined;
  return {
    ...changeBetween(from.course, edition.course),
    since: from.course.edition,
    facts: factChanges(from.facts, edition.facts),
  };
}

/** The same in lines of text. */
export function changeText(name: string, change: ChangeSinceBefore | undefined): string[] {
  if (!change) return [`${name} is the first edition of its course.`];
  return [
    `${change.change} change since ${change.since}:`,
    ...describeChange(change),
    ...(change.facts.length > 0 ? [`  facts: ${change.facts.join(', ')} (editorial)`] : []),
  ];
}
