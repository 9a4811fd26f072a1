import type { World } from '#app/platform/world.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import { movableStates } from '#curriculum/flow/editions/migration.ts';
import { listMovable } from '#db/queries/edition-move.ts';
import type { EnrolmentRow } from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';
import type { HoldOfCourse } from './list-holds-of-course.server.ts';

export type RowBehind = { row: EnrolmentRow & { name: string }; hold: string; from: Edition };

/** Everybody on these holds who is on an edition before this one. */
export async function listBehind(
  world: World,
  db: Db,
  holds: readonly HoldOfCourse[],
  to: Edition,
): Promise<RowBehind[]> {
  const behind: RowBehind[] = [];
  for (const { id } of holds) {
    for (const row of await listMovable(db, id, movableStates)) {
      const from = world.catalogue.find(row.course, row.edition);
      if (from && compareEditions(row.edition, to.course.edition) < 0) behind.push({ row, hold: id, from });
    }
  }
  return behind;
}
