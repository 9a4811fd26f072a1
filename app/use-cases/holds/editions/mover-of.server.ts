import type { World } from '#app/platform/world.server.ts';
import { historyOf } from '#app/use-cases/record/history-of.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { compareEditions } from '#curriculum/flow/editions/compare-editions.ts';
import type { EnrolmentRow } from '#db/queries/enrolment.ts';
import { type Mover, moverWith } from './mover-with.ts';

/** What moving to another edition would mean for one adviser. */
export async function moverOf(world: World, row: EnrolmentRow & { name: string }, to: Edition): Promise<Mover> {
  const from = world.catalogue.find(row.course, row.edition);
  if (!from || compareEditions(row.edition, to.course.edition) >= 0)
    return { enrolmentId: row.id, name: row.name, edition: row.edition, state: row.state, standing: 'there' };
  return moverWith(row, { from, to, events: await historyOf(world.db, row.id), now: world.now() });
}
