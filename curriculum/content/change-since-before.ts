import { changeBetween, type EditionChange } from '#curriculum/flow/editions/change-between.ts';
import { editionBefore } from '#curriculum/flow/editions/compare-editions.ts';
import type { Edition } from './edition.ts';
import { factChanges } from './fact-changes.ts';

export type ChangeSinceBefore = EditionChange & { since: string; facts: string[] };

/** What changed since the edition before, of those given; undefined for the first edition of a course. */
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
