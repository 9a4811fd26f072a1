/**
 * When somebody works at a library. `until` is the first day on which they no longer do; an affiliation that never was
 * ends on the day it begins.
 */
export type Affiliation = {
  id: string;
  library: string;
  from: string;
  until: string | null;
  /** The day from which they guide citizens here. */
  guidesFrom: string | null;
};
export type PutRightRefusal = 'ends-before-it-begins' | 'before-earlier' | 'after-later' | 'move-follows' | 'overlaps';
type PutRight = { ok: true; changed: Affiliation[] } | { ok: false; reason: PutRightRefusal };

const end = ({ until }: Affiliation) => until ?? '9999-12-31';
const byBegin = (a: Affiliation, b: Affiliation) => (a.from < b.from ? -1 : 1);

/**
 * Corrects the library or the days of an affiliation. A move is one day for both libraries: the affiliation before ends,
 * and the one after begins, on the corrected day. Nobody works at two libraries because of a correction.
 */
export function putRight(
  affiliations: readonly Affiliation[],
  wanted: Pick<Affiliation, 'id' | 'library' | 'from' | 'until'>,
  firstCertifiedOn: string | undefined,
): PutRight {
  const one = affiliations.find(({ id }) => id === wanted.id)!;
  const { before, after } = neighboursOf(affiliations, one);
  if (wanted.until !== null && wanted.until <= wanted.from) return { ok: false, reason: 'ends-before-it-begins' };
  const changed: [was: Affiliation, is: Affiliation][] = [[one, { ...one, ...wanted }]];
  if (before?.until === one.from && wanted.from !== one.from) {
    if (wanted.from <= before.from) return { ok: false, reason: 'before-earlier' };
    changed.push([before, { ...before, until: wanted.from }]);
  }
  if (after && after.from === one.until && wanted.until !== one.until) {
    if (wanted.until === null) return { ok: false, reason: 'move-follows' };
    if (wanted.until >= end(after)) return { ok: false, reason: 'after-later' };
    changed.push([after, { ...after, from: wanted.until }]);
  }
  const rows = changed.filter(([was, is]) => !isSame(was, is)).map(([was, is]) => guidedAs(was, is, firstCertifiedOn));
  const all = affiliations.map((each) => rows.find(({ id }) => id === each.id) ?? each);
  const clash = rows.some((row) =>
    all.some((each) => each.id !== row.id && each.from < end(row) && row.from < end(each)),
  );
  return clash ? { ok: false, reason: 'overlaps' } : { ok: true, changed: rows };
}

/**
 * Takes away an affiliation that never was or will not be. If it began with a move, the one before goes on until the
 * end it had earlier, `endedBefore`, but not into a later one.
 */
export function dropAffiliation(
  affiliations: readonly Affiliation[],
  id: string,
  endedBefore: string | null,
  firstCertifiedOn: string | undefined,
): Affiliation[] {
  const one = affiliations.find((each) => each.id === id)!;
  const { before, after } = neighboursOf(affiliations, one);
  const dropped = { ...one, until: one.from, guidesFrom: null };
  if (before?.until !== one.from) return [dropped];
  const until = after && (endedBefore === null || endedBefore > after.from) ? after.from : endedBefore;
  return [dropped, guidedAs(before, { ...before, until }, firstCertifiedOn)];
}

/** The end an affiliation had before a move ended it: of its versions the last that no day of the move gave. */
export function endBeforeMove(ends: readonly (string | null)[], daysOfMove: readonly string[]): string | null {
  return ends.findLast((each) => each === null || !daysOfMove.includes(each)) ?? null;
}

function neighboursOf(affiliations: readonly Affiliation[], one: Affiliation) {
  const sorted = [...affiliations].sort(byBegin);
  const at = sorted.findIndex(({ id }) => id === one.id);
  return { before: sorted[at - 1], after: sorted[at + 1] };
}

const isSame = (a: Affiliation, b: Affiliation) => a.library === b.library && a.from === b.from && a.until === b.until;

/**
 * Who guided from the first day guides from the corrected first day, but not before they were certified if that is why
 * they guided. Nobody guides outside the affiliation, and who was certified in it guides.
 */
export function guidedAs(was: Affiliation, is: Affiliation, firstCertifiedOn: string | undefined): Affiliation {
  const certifiedBefore = firstCertifiedOn !== undefined && firstCertifiedOn <= was.from;
  const day =
    was.guidesFrom === null
      ? firstCertifiedOn
      : was.guidesFrom !== was.from
        ? was.guidesFrom
        : certifiedBefore
          ? firstCertifiedOn
          : is.from;
  if (day === undefined || day >= end(is)) return { ...is, guidesFrom: null };
  // Days are compared as text.
  return { ...is, guidesFrom: [day, is.from].sort()[1]! };
}
