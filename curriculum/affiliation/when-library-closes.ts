import type { Affiliation } from './put-right.ts';

export type Closing = {
  library: string;
  /** The first day on which it is closed. */
  day: string;
  /** Where the people go; null if they leave. */
  to: string | null;
};
type AfterClosing = {
  /** Affiliations that end on the day. */
  ended: Affiliation[];
  /** What begins at the successor on the day, in the order of `ended`. */
  begun: Omit<Affiliation, 'id'>[];
  /** Affiliations that were to begin on the day or later: elsewhere now, or never. */
  planned: Affiliation[];
};

/**
 * What becomes of the people of a library that closes: on the same day they go on at its successor, with the end they had,
 * or they leave. Who guides goes on guiding. Affiliations that are over by then stay as they were.
 */
export function whenLibraryCloses(affiliations: readonly Affiliation[], { library, day, to }: Closing): AfterClosing {
  const touched = affiliations.filter(
    (each) => each.library === library && (each.until === null || each.until > day) && each.until !== each.from,
  );
  const now = touched.filter(({ from }) => from < day);
  const guidesLater = ({ guidesFrom }: Affiliation) => guidesFrom !== null && guidesFrom >= day;
  return {
    ended: now.map((each) => ({ ...each, until: day, guidesFrom: guidesLater(each) ? null : each.guidesFrom })),
    begun:
      to === null
        ? []
        : now.map((each) => ({
            ...{ library: to, from: day, until: each.until },
            guidesFrom: each.guidesFrom === null || guidesLater(each) ? each.guidesFrom : day,
          })),
    planned: touched
      .filter(({ from }) => from >= day)
      .map((each) => (to === null ? { ...each, until: each.from, guidesFrom: null } : { ...each, library: to })),
  };
}

/** An affiliation that is brought back, as far as its library is open. */
export function cutAtClosing(affiliation: Affiliation, library: { closedOn: string | null } | undefined): Affiliation {
  const closedOn = library?.closedOn ?? null;
  if (closedOn === null || (affiliation.until !== null && affiliation.until <= closedOn)) return affiliation;
  if (closedOn <= affiliation.from) return { ...affiliation, until: affiliation.from, guidesFrom: null };
  const { guidesFrom } = affiliation;
  return {
    ...affiliation,
    until: closedOn,
    guidesFrom: guidesFrom !== null && guidesFrom >= closedOn ? null : guidesFrom,
  };
}
