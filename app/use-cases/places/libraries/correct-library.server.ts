import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { findFirstStay, lockLibrary, updateLibrary } from '#db/queries/library.ts';
import { findMunicipality } from '#db/queries/place.ts';
import { noteLibraryChange } from './note-library-change.server.ts';

export type CorrectionIssue =
  | { field: 'name'; problem: 'missing' | 'too-long' }
  | { field: 'municipality'; problem: 'missing' }
  | { field: 'opened'; problem: 'not-a-day' | 'after-closing' | 'people-before' };
type Outcome =
  | { ok: true; changed: boolean }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'not-so'; issues: CorrectionIssue[] };
/** What is left out stays as it is. */
type Input = { number: string; name?: string; municipality?: string; opened?: string; guidancePoint?: boolean };

/**
 * Puts right what a library is called, where it stands, whether it is a guidance point and when it opened. Who runs it
 * stands in its number and is not put right: another number is another library.
 */
export function correctLibrary(world: World, viewer: Viewer | null, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (viewer && !may(viewer, 'manage-places')) return { ok: false, reason: 'forbidden' };
    const library = await lockLibrary(trx, input.number);
    if (!library) return { ok: false, reason: 'not-found' };
    const is = {
      name: input.name?.trim() ?? library.name,
      municipality_code: input.municipality?.trim() ?? library.code,
      opened_on: input.opened?.trim() ?? library.openedOn,
      guidance_point: input.guidancePoint === undefined ? library.guidancePoint : input.guidancePoint ? 1 : 0,
    } as const;
    const issues: CorrectionIssue[] = [];
    if (is.name === '') issues.push({ field: 'name', problem: 'missing' });
    if (is.name.length > 120) issues.push({ field: 'name', problem: 'too-long' });
    if (!(await findMunicipality(trx, is.municipality_code)))
      issues.push({ field: 'municipality', problem: 'missing' });
    const firstStay = await findFirstStay(trx, library.number);
    if (!isDay(is.opened_on)) issues.push({ field: 'opened', problem: 'not-a-day' });
    else if (library.closedOn !== null && is.opened_on >= library.closedOn)
      issues.push({ field: 'opened', problem: 'after-closing' });
    else if (is.opened_on > library.openedOn && firstStay !== undefined && firstStay < is.opened_on)
      issues.push({ field: 'opened', problem: 'people-before' });
    if (issues.length > 0) return { ok: false, reason: 'not-so', issues };
    const same =
      is.name === library.name &&
      is.municipality_code === library.code &&
      is.opened_on === library.openedOn &&
      is.guidance_point === library.guidancePoint;
    if (same) return { ok: true, changed: false };
    const now = world.now();
    await updateLibrary(trx, library.number, is, now);
    await noteLibraryChange(world, trx, viewer, {
      number: library.number,
      kind: 'corrected',
      on_day: dayOf(now),
      name: is.name,
      municipality_code: is.municipality_code,
      guidance_point: is.guidance_point,
      successor: library.successor,
    });
    return { ok: true, changed: true };
  });
}
