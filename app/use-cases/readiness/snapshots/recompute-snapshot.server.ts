import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import {
  differencesBetween,
  type ServiceDifferences,
  type SnapshotRow,
  withLabelsOf,
} from '#curriculum/readiness/snapshot.ts';
import { listRecordingsAfter } from '#db/queries/snapshot.ts';
import { findSnapshot } from './find-snapshot.server.ts';
import type { Snapshot, SnapshotHead } from './read-snapshot.server.ts';
import { sealOf } from './seal-of.ts';
import { snapshotRows } from './snapshot-rows.server.ts';

/** The first recording after which a service stood otherwise: its instant, and the tables it is in. */
export type Since = { at: string; tables: string[] };
export type Recomputed =
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'altered'; head: SnapshotHead }
  | {
      ok: true;
      snapshot: Snapshot;
      /** The hash of what is recomputed from the facts as they were known then. */
      recomputed: string;
      /** What differs although only what was known then was asked: facts that were changed without a recording. */
      unexplained: ServiceDifferences[];
      /** What stands otherwise today for that same day, and since which later recording. */
      later: (ServiceDifferences & { since: Since | null })[];
    };

/**
 * Recomputes a snapshot from the facts as they were known then, by the rules it was judged by: the same hash, or what
 * differs. What was recorded later for that day is named with the recording.
 */
export async function recomputeSnapshot(world: World, viewer: Viewer | null, by: { id: string }): Promise<Recomputed> {
  const found = await findSnapshot(world, viewer, by);
  if (!found.ok) return found;
  const { snapshot } = found;
  const then = await rowsKnownAt(world, snapshot, snapshot.knownAt);
  const unexplained = differencesBetween(snapshot.rows, then);
  const recordings = await listRecordingsAfter(world.db, snapshot.knownAt);
  const last = recordings.at(-1);
  const changed = last ? differencesBetween(then, await rowsKnownAt(world, snapshot, last.at)) : [];
  const since = await sinceWhen(world, snapshot, { then, recordings, services: changed.map((each) => each.serviceId) });
  const later = changed.map((each) => ({ ...each, since: since.get(each.serviceId) ?? null }));
  return { ok: true, snapshot, recomputed: sealOf({ ...snapshot, rows: then }), unexplained, later };
}

async function rowsKnownAt(
  world: World,
  snapshot: Snapshot,
  known: string,
  services: readonly string[] = snapshot.rows.map(({ serviceId }) => serviceId),
): Promise<SnapshotRow[]> {
  const { asOf, rules, rows, takenAt } = snapshot;
  const found = await snapshotRows(world, { asOf, takenOn: dayOf(takenAt), known, rules, services });
  return withLabelsOf(rows, found);
}

type Searched = { then: readonly SnapshotRow[]; recordings: readonly Since[]; services: readonly string[] };

/**
 * The recording before which a service stood as frozen and after which it did not, by halving what was recorded: services
 * that changed at the same time are searched together.
 */
async function sinceWhen(world: World, snapshot: Snapshot, { then, recordings, services }: Searched) {
  const found = new Map<string, Since>();
  const search = async (from: number, to: number, ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    if (from === to) {
      for (const id of ids) found.set(id, recordings[from]!);
      return;
    }
    const middle = Math.floor((from + to) / 2);
    const before = then.filter(({ serviceId }) => ids.includes(serviceId));
    const rows = await rowsKnownAt(world, snapshot, recordings[middle]!.at, ids);
    const differs = new Set(differencesBetween(before, rows).map(({ serviceId }) => serviceId));
    await search(
      from,
      middle,
      ids.filter((id) => differs.has(id)),
    );
    await search(
      middle + 1,
      to,
      ids.filter((id) => !differs.has(id)),
    );
  };
  await search(0, recordings.length - 1, services);
  return found;
}
