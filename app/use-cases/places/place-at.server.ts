import { type NotOpen, type OpenLibrary, type Stay, staysAt } from '#curriculum/places/open-library.ts';
import { lockWithSuccessors } from '#db/queries/library.ts';
import type { Db } from '#db/schema.ts';

export type PlaceRefusal = 'no-library' | NotOpen;
type Placed =
  | { ok: true; serviceId: string; stays: (Stay & { library: string })[] }
  | { ok: false; reason: PlaceRefusal };

/**
 * Where somebody works who comes to a library: there, and from its planned closing at its successor. Whoever gives an
 * affiliation asks here; the library is locked, so that it does not close meanwhile.
 */
export async function placeAt(trx: Db, number: string, stay: Stay): Promise<Placed> {
  const [library, ...successors] = await lockWithSuccessors(trx, number);
  if (!library) return { ok: false, reason: 'no-library' };
  const path: [OpenLibrary, ...OpenLibrary[]] = [library, ...successors];
  const placed = staysAt(path, stay);
  return placed.ok ? { ...placed, serviceId: library.serviceId } : placed;
}
