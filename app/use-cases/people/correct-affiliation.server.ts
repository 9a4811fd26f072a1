import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import {
  type Affiliation,
  dropAffiliation,
  endBeforeMove,
  type PutRightRefusal,
  putRight,
} from '#curriculum/affiliation/put-right.ts';
import { addDays, isDay } from '#curriculum/calendar/calendar-day.ts';
import { whyNotOpen } from '#curriculum/places/open-library.ts';
import {
  findFirstCertifiedDay,
  listVersions,
  correctAffiliation as updateAffiliation,
} from '#db/queries/affiliation.ts';
import { lockLibrary } from '#db/queries/library.ts';
import { listAffiliations } from '#db/queries/person.ts';
import { listLibrariesIn } from '#db/queries/place.ts';
import type { Db } from '#db/schema.ts';
import { lockPersonBy, type PersonKey } from './lock-person-by.server.ts';

export type CorrectionRefusal =
  | PutRightRefusal
  | 'not-found'
  | 'no-affiliation'
  | 'no-library'
  | 'library-closed'
  | 'library-not-open'
  | 'not-a-day'
  | 'not-a-last-day'
  | 'other-service';
type Outcome = { ok: true; changed: boolean } | { ok: false; reason: CorrectionRefusal };

/** Which affiliation is meant: by its id, by the day it began, or the latest. */
type Which = { affiliationId?: string | undefined; began?: string | undefined };
type Wanted =
  | { drop: true }
  /** What is left out stays as it is; an empty last day says that there is none. */
  | { library?: string | undefined; from?: string | undefined; lastDay?: string | undefined };

/**
 * Puts right where or when somebody works, or takes away what never was or was only planned. What stood before stays as
 * history, marked as wrong. A contact person may change what lies in their own library service.
 */
export function correctAffiliation(
  world: World,
  viewer: Viewer | null,
  input: PersonKey & Which & Wanted,
): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const person = await lockPersonBy(trx, input);
    if (!person || person.status === 'erased') return { ok: false, reason: 'not-found' };
    const rows = await listAffiliations(trx, person.id);
    const one = rows.find(({ id, valid_from }) =>
      input.affiliationId ? id === input.affiliationId : input.began === undefined || valid_from === input.began,
    );
    if (!one) return { ok: false, reason: viewer ? 'not-found' : 'no-affiliation' };
    // Somebody else's people are no different from nobody.
    if (viewer && !may(viewer, 'correct-affiliation', { serviceId: one.service_id }))
      return { ok: false, reason: 'not-found' };
    const affiliations = rows.map(
      (row): Affiliation => ({
        ...{ id: row.id, library: row.number, from: row.valid_from },
        ...{ until: row.valid_until, guidesFrom: row.guides_from },
      }),
    );
    const was = affiliations.find(({ id }) => id === one.id)!;
    const decided = await decide(trx, affiliations, was, input, await findFirstCertifiedDay(trx, person.id));
    if (!decided.ok) return decided;
    const refused = await refusalOf(trx, viewer, decided.changed, affiliations, rows);
    if (refused) return { ok: false, reason: refused };
    const by = { personId: viewer?.personId ?? null, now: world.now() };
    for (const each of decided.changed)
      await updateAffiliation(trx, each, {
        ...by,
        kind: 'drop' in input && each.id === one.id ? 'dropped' : 'corrected',
      });
    if (decided.changed.length === 0) return { ok: true, changed: false };
    await writeAudit(world, trx, {
      actor: viewer?.personId ?? null,
      action: 'drop' in input ? 'affiliation-dropped' : 'affiliation-corrected',
      subject: person.id,
      detail: one.id,
    });
    return { ok: true, changed: true };
  });
}

type Decided = { ok: true; changed: Affiliation[] } | { ok: false; reason: CorrectionRefusal };

async function decide(
  trx: Db,
  affiliations: Affiliation[],
  was: Affiliation,
  input: Wanted,
  certifiedOn: string | undefined,
): Promise<Decided> {
  if ('drop' in input) {
    const before = affiliations.find(({ until }) => until === was.from);
    const ends = before ? (await listVersions(trx, before.id)).map(({ valid_until }) => valid_until) : [];
    const days = (await listVersions(trx, was.id)).map(({ valid_from }) => valid_from);
    return { ok: true, changed: dropAffiliation(affiliations, was.id, endBeforeMove(ends, days), certifiedOn) };
  }
  const from = input.from?.trim() ?? was.from;
  const lastDay = input.lastDay?.trim();
  if (!isDay(from)) return { ok: false, reason: 'not-a-day' };
  if (lastDay && !isDay(lastDay)) return { ok: false, reason: 'not-a-last-day' };
  const until = lastDay === undefined ? was.until : lastDay === '' ? null : addDays(lastDay, 1);
  return putRight(
    affiliations,
    { id: was.id, library: input.library?.trim() ?? was.library, from, until },
    certifiedOn,
  );
}

/** Every library must be open as long as somebody works there, and every changed row lie in what the viewer may change. */
async function refusalOf(
  trx: Db,
  viewer: Viewer | null,
  changed: readonly Affiliation[],
  before: readonly Affiliation[],
  rows: readonly { id: string; service_id: string }[],
): Promise<CorrectionRefusal | undefined> {
  const numbers = [...new Set(changed.map(({ library }) => library))].sort();
  // A library does not close while somebody is put there.
  for (const number of numbers) await lockLibrary(trx, number);
  const libraries = await listLibrariesIn(trx, numbers);
  for (const { id, library, from, until } of changed) {
    const place = libraries.find(({ number }) => number === library);
    if (!place) return 'no-library';
    const services = [place.service_id, ...rows.flatMap((row) => (row.id === id ? [row.service_id] : []))];
    if (viewer && !services.every((serviceId) => may(viewer, 'correct-affiliation', { serviceId })))
      return 'other-service';
    // What never was needs no open library.
    if (until !== null && until <= from) continue;
    const was = before.find((each) => each.id === id)!;
    const open = { number: library, openedOn: place.opened_on, closedOn: place.closed_on };
    const refused = whyNotOpen(open, { from, until });
    // A first day that was said before the opening was known stays until it is corrected.
    const isAsBefore = refused === 'library-not-open' && from === was.from && library === was.library;
    if (refused && !isAsBefore) return refused;
  }
  return undefined;
}
