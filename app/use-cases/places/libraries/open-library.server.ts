import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { operatorOf } from '#curriculum/places/library-number.ts';
import { findLibraryChange, insertLibrary } from '#db/queries/library.ts';
import { findMunicipality, findServiceOf } from '#db/queries/place.ts';
import { noteLibraryChange } from './note-library-change.server.ts';

type Field = 'number' | 'name' | 'municipality' | 'from';
type Outcome =
  | { ok: true; number: string }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'not-a-library'; issues: LibraryIssue[] };
export type LibraryIssue =
  | { field: 'number'; problem: 'not-a-number' | 'no-operator' | 'taken' }
  | { field: 'name'; problem: 'missing' | 'too-long' }
  | { field: 'municipality'; problem: 'missing' }
  | { field: 'from'; problem: 'not-a-day' };
type Input = Record<Field, string> & { guidancePoint: boolean; operationId?: string };

const longestName = 120;

/**
 * Opens a library from a day on. Its number says which municipality's service runs it; where it stands is a field of its
 * own.
 */
export async function openLibrary(world: World, viewer: Viewer | null, input: Input): Promise<Outcome> {
  if (viewer && !may(viewer, 'manage-places')) return { ok: false, reason: 'forbidden' };
  const [number, name, from] = [input.number.trim(), input.name.trim(), input.from.trim()];
  const operator = operatorOf(number);
  const issues: LibraryIssue[] = [];
  if (!operator) issues.push({ field: 'number', problem: 'not-a-number' });
  if (name === '' || name.length > longestName)
    issues.push({ field: 'name', problem: name === '' ? 'missing' : 'too-long' });
  if (!isDay(from)) issues.push({ field: 'from', problem: 'not-a-day' });
  const refused = (more: LibraryIssue[] = issues): Outcome => ({ ok: false, reason: 'not-a-library', issues: more });
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const operation = viewer && operationOf(viewer, input);
    const done = operation ? await findLibraryChange(trx, operation) : undefined;
    if (done) return { ok: true, number: done.number };
    const municipality = await findMunicipality(trx, input.municipality);
    if (!municipality) issues.push({ field: 'municipality', problem: 'missing' });
    const serviceId = operator && isDay(from) ? await findServiceOf(trx, { code: operator, day: from }) : undefined;
    if (operator && isDay(from) && !serviceId) issues.push({ field: 'number', problem: 'no-operator' });
    if (issues.length > 0 || !municipality || !serviceId) return refused();
    const now = world.now();
    const added = await insertLibrary(trx, {
      number,
      service_id: serviceId,
      municipality_code: municipality.code,
      name,
      guidance_point: input.guidancePoint ? 1 : 0,
      opened_on: from,
      closed_on: null,
      recorded_at: now,
    });
    if (!added) return refused([{ field: 'number', problem: 'taken' }]);
    await noteLibraryChange(world, trx, viewer, {
      number,
      kind: 'opened',
      on_day: from,
      name,
      municipality_code: municipality.code,
      guidance_point: input.guidancePoint ? 1 : 0,
      successor: null,
      client_op_id: operation,
      detail: from,
    });
    return { ok: true, number };
  });
}
