import type { World } from '#app/platform/world.server.ts';
import { historyOf } from '#app/use-cases/record/history-of.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import { movableStates } from '#curriculum/flow/editions/migration.ts';
import { type Grouped, moverGroup } from '#curriculum/flow/editions/mover-group.ts';
import { listMovable } from '#db/queries/edition-move.ts';
import type { EnrolmentRow } from '#db/queries/enrolment.ts';
import type { Db } from '#db/schema.ts';
import type { HoldOfCourse } from './list-holds-of-course.server.ts';

export type GroupedRow = { row: EnrolmentRow & { name: string }; hold: string; group: Grouped };

/** Everybody on these holds who is on an earlier edition, with the group in which they stand now. */
export async function listMovers(
  world: World,
  db: Db,
  holds: readonly HoldOfCourse[],
  to: Edition,
): Promise<GroupedRow[]> {
  const movers: GroupedRow[] = [];
  for (const { id } of holds) {
    for (const row of await listMovable(db, id, movableStates)) {
      const from = world.catalogue.find(row.course, row.edition);
      if (!from || compareEditions(row.edition, to.course.edition) >= 0) continue;
      const events = await historyOf(db, row.id);
      movers.push({ row, hold: id, group: moverGroup(from.course, to.course, events, world.now()) });
    }
  }
  return movers;
}
