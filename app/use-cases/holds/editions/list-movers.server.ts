import { createHash } from 'node:crypto';
import type { World } from '#app/platform/world.server.ts';
import { hasRole } from '#app/use-cases/has-role.ts';
import { historyOf } from '#app/use-cases/record/history-of.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import { movableStates } from '#curriculum/flow/editions/migration.ts';
import { type Grouped, moverGroup } from '#curriculum/flow/editions/mover-group.ts';
import { listMovable } from '#db/queries/edition-move.ts';
import type { EnrolmentRow } from '#db/queries/enrolment.ts';
import { listHolds } from '#db/queries/hold.ts';
import type { Db } from '#db/schema.ts';

export type HoldOfCourse = { id: string; name: string; edition: string; startsOn: string; endsOn: string };
export type GroupedRow = { row: EnrolmentRow & { name: string }; hold: string; group: Grouped };

/** The holds of a course that the viewer leads and that have not ended, in the order they are locked in. */
export async function listHoldsOfCourse(world: World, db: Db, viewer: Viewer, course: string): Promise<HoldOfCourse[]> {
  const leaderId = hasRole(viewer, 'administrator') ? undefined : viewer.personId;
  const rows = await listHolds(db, { leaderId, endsFrom: dayOf(world.now()) });
  return rows
    .filter((row) => row.course === course)
    .map(({ id, name, edition, starts_on, ends_on }) => ({ id, name, edition, startsOn: starts_on, endsOn: ends_on }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

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

/** What a decision for groups was made on: who stands where. Whoever goes on, or is decided about, changes it. */
export function standingOf(movers: readonly GroupedRow[], to: Edition): string {
  const lines = movers.map(({ row, group }) => `${row.id} ${row.edition} ${group}`).sort();
  return createHash('sha256')
    .update([to.course.edition, ...lines].join('\n'))
    .digest('hex');
}
