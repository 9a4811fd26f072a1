/** When a library is open: from a day until the day it closes. */
export type OpenLibrary = { number: string; openedOn: string; closedOn: string | null };
/** Days from one until another, or without an end. */
export type Stay = { from: string; until: string | null };
export type NotOpen = 'library-not-open' | 'library-closed';

/** A library takes people only while it is open. Undefined if it is open all those days. */
export function whyNotOpen(library: OpenLibrary, { from, until }: Stay): NotOpen | undefined {
  if (library.closedOn !== null && (until === null || until > library.closedOn)) return 'library-closed';
  return library.openedOn > from ? 'library-not-open' : undefined;
}

type Placed = { ok: true; stays: (Stay & { library: string })[] } | { ok: false; reason: NotOpen };

/**
 * Where somebody works who comes to a library on a day: there, and where it is known that it closes, from that day at its
 * successor, if it has one. `path` is the library and its successors, each after the one before.
 */
export function staysAt(path: readonly [OpenLibrary, ...OpenLibrary[]], { from, until }: Stay): Placed {
  const [first] = path;
  if (first.openedOn > from) return { ok: false, reason: 'library-not-open' };
  if (first.closedOn !== null && first.closedOn <= from) return { ok: false, reason: 'library-closed' };
  const stays: (Stay & { library: string })[] = [];
  let begins = from;
  for (const { number, closedOn } of path) {
    const ends = closedOn !== null && (until === null || closedOn < until) ? closedOn : until;
    // A successor that closes before it takes over has nobody.
    if (ends !== null && ends <= begins) continue;
    stays.push({ library: number, from: begins, until: ends });
    if (ends === null || ends === until) break;
    begins = ends;
  }
  return { ok: true, stays };
}
