import { whenLibraryCloses } from '#curriculum/affiliation/when-library-closes.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { whyNotOpen } from '#curriculum/places/open-library.ts';
import {
  findLibraryRow,
  type LibraryRow,
  listAffiliationsFrom,
  listContactsOf,
  listPredecessors,
} from '#db/queries/library.ts';
import type { Db } from '#db/schema.ts';

export type ClosingInput = {
  number: string;
  /** The first day on which it is closed. */
  day: string;
  /** The library that goes on in its place; '' if none does. */
  successor: string;
  /** Whether the people go on at the successor or leave. */
  people: string;
};
export type ClosingRefusal =
  | { reason: 'not-found' }
  | { reason: 'already-closed' | 'not-a-day' | 'before-opened' }
  | { reason: 'no-successor' | 'same-library' | 'successor-not-open' | 'needs-successor' | 'no-choice' }
  | { reason: 'is-successor'; name: string; day: string };
type Stay = Awaited<ReturnType<typeof listAffiliationsFrom>>[number];
export type JudgedClosing = {
  library: LibraryRow;
  successor: LibraryRow | null;
  to: string | null;
  stays: Stay[];
  after: ReturnType<typeof whenLibraryCloses>;
  /** The contact persons of the service who no longer work in it. */
  contacts: string[];
};

/** Whether a library can close so, and what becomes of its people; why not, if it cannot. */
export async function judgeClosing(
  db: Db,
  { number, day, successor: asked, people }: ClosingInput,
): Promise<({ ok: true } & JudgedClosing) | ({ ok: false } & ClosingRefusal)> {
  const library = await findLibraryRow(db, number);
  if (!library) return { ok: false, reason: 'not-found' };
  if (library.closedOn !== null) return { ok: false, reason: 'already-closed' };
  if (!isDay(day)) return { ok: false, reason: 'not-a-day' };
  if (day <= library.openedOn) return { ok: false, reason: 'before-opened' };
  const wanted = asked.trim();
  const successor = wanted === '' ? null : await findLibraryRow(db, wanted);
  if (successor === undefined) return { ok: false, reason: 'no-successor' };
  if (successor?.number === number) return { ok: false, reason: 'same-library' };
  if (successor && whyNotOpen(successor, { from: day, until: null }))
    return { ok: false, reason: 'successor-not-open' };
  if (people !== 'move' && people !== 'end') return { ok: false, reason: 'no-choice' };
  if (people === 'move' && !successor) return { ok: false, reason: 'needs-successor' };
  const later = (await listPredecessors(db, number)).find(({ closedOn }) => closedOn !== null && closedOn >= day);
  if (later) return { ok: false, reason: 'is-successor', name: later.name, day: later.closedOn! };
  const to = people === 'move' ? successor!.number : null;
  const stays = await listAffiliationsFrom(db, number, day);
  const leavesService = to === null || successor!.serviceId !== library.serviceId;
  const contacts = leavesService
    ? await listContactsOf(
        db,
        library.serviceId,
        day,
        stays.map(({ personId }) => personId),
      )
    : [];
  return {
    ok: true,
    ...{ library, successor, to, stays, contacts },
    after: whenLibraryCloses(stays, { library: number, day, to }),
  };
}
