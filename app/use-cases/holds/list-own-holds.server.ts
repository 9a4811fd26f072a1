import type { World } from '#app/platform/world.server.ts';
import { hasRole } from '#app/use-cases/has-role.ts';
import { pageOf } from '#app/use-cases/page-of.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { countHolds, listHolds } from '#db/queries/hold.ts';

export type HoldEntry = {
  id: string;
  name: string;
  course: string;
  edition: string;
  startsOn: string;
  endsOn: string;
  seats: number;
  taken: number;
  requested: number;
  waitlisted: number;
};

const perPage = 25;

/** A page of the holds a leader leads, or of every hold for an administrator, newest first; only those with the words. */
export async function listOwnHolds(
  world: World,
  viewer: Viewer,
  { find, page: asked }: { find: string; page: number } = { find: '', page: 1 },
): Promise<{ holds: HoldEntry[]; count: number; page: number; of: number }> {
  const wanted = { leaderId: hasRole(viewer, 'administrator') ? undefined : viewer.personId, find };
  const count = await countHolds(world.db, wanted);
  const { page, of, ...part } = pageOf(asked, count, perPage);
  const rows = await listHolds(world.db, wanted, part);
  const holds = rows.map(
    (row): HoldEntry => ({
      id: row.id,
      name: row.name,
      course: row.course,
      edition: row.edition,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      seats: row.seats,
      taken: Number(row.taken),
      requested: Number(row.requested),
      waitlisted: Number(row.waitlisted),
    }),
  );
  return { holds, count, page, of };
}
