import type { World } from '#app/platform/world.server.ts';
import { historyOf } from '#app/use-cases/record/history-of.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { type Grouped, moverGroup } from '#curriculum/flow/editions/mover-group.ts';
import type { HistoryEvent } from '#curriculum/flow/flow-event.ts';
import type { Db } from '#db/schema.ts';
import { listBehind, type RowBehind } from './list-behind.server.ts';
import type { HoldOfCourse } from './list-holds-of-course.server.ts';

export type GroupedRow = RowBehind & { events: HistoryEvent[]; group: Grouped };

/** Everybody on these holds who is on an earlier edition, with their history and the group in which they stand now. */
export async function listMovers(
  world: World,
  db: Db,
  holds: readonly HoldOfCourse[],
  to: Edition,
): Promise<GroupedRow[]> {
  const movers: GroupedRow[] = [];
  for (const behind of await listBehind(world, db, holds, to)) {
    const events = await historyOf(db, behind.row.id);
    movers.push({ ...behind, events, group: moverGroup(behind.from.course, to.course, events, world.now()) });
  }
  return movers;
}
