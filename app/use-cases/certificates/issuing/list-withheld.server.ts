import type { World } from '#app/platform/world.server.ts';
import { tellApart } from '#app/use-cases/people/tell-apart.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findLastReason, listWithheld as listRows } from '#db/queries/enrolment.ts';

export type Withheld = {
  enrolmentId: string;
  name: string;
  hold: string;
  holdId: string;
  since: string;
  reason: string;
};

/** Earned certificates that are withheld, the longest wait first, with the reason. */
export async function listWithheld(world: World, viewer: Viewer): Promise<Withheld[]> {
  if (!may(viewer, 'settle-withheld')) return [];
  const rows = tellApart(await listRows(world.db), { who: ({ person_id }) => person_id });
  return Promise.all(
    rows.map(async (row) => ({
      enrolmentId: row.id,
      name: row.name,
      hold: row.hold,
      holdId: row.hold_id,
      since: row.last_at,
      reason: (await findLastReason(world.db, row)) ?? '',
    })),
  );
}
