import { type Affiliation, guidedAs } from './put-right.ts';

type Joined = { ok: true; changed: Affiliation[] } | { ok: false };

const end = ({ until }: Affiliation) => until ?? '9999-12-31';

/**
 * The affiliations of two records of one person, as those of one: where both worked somewhere at once, the one that began
 * first ends when the other begins, as with a move. What contradicts itself otherwise has to be put right first: two
 * libraries from one day, or one within the other.
 */
export function joinAffiliations(
  kept: readonly Affiliation[],
  lost: readonly Affiliation[],
  firstCertifiedOn: string | undefined,
): Joined {
  // Of two that begin on one day the kept one comes first, because sorting is stable.
  const sorted = [...kept, ...lost].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const joined: Affiliation[] = [];
  const dropped: Affiliation[] = [];
  for (const row of sorted) {
    const last = joined.at(-1);
    if (!last || row.from >= end(last)) joined.push(row);
    else if (last.library === row.library && end(row) <= end(last))
      dropped.push({ ...row, until: row.from, guidesFrom: null });
    else if (row.from > last.from && end(row) >= end(last)) {
      joined[joined.length - 1] = { ...last, until: row.from };
      joined.push(row);
    } else return { ok: false };
  }
  const was = (id: string) => sorted.find((each) => each.id === id)!;
  const now = [...joined.map((row) => guidedAs(was(row.id), row, firstCertifiedOn)), ...dropped];
  return {
    ok: true,
    changed: now.filter((row) => row.until !== was(row.id).until || row.guidesFrom !== was(row.id).guidesFrom),
  };
}
