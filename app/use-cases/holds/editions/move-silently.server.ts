import type { World } from '#app/platform/world.server.ts';
import { eachByItself } from '#app/use-cases/record/each-by-itself.server.ts';
import { historyOf } from '#app/use-cases/record/history-of.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { movableStates, planMigration } from '#curriculum/flow/editions/migration.ts';
import { listOnEdition, updateHoldEditions } from '#db/queries/edition-move.ts';
import { appendMove } from './append-move.server.ts';
import { noteEdition } from './note-edition.server.ts';
import { silentEdition } from './silent-edition.ts';

/**
 * Moves everybody who is learning on an edition to a newer one that only words tell from it, and the holds with them. Who
 * is taking a quiz moves in a later round. Returns how many moved.
 */
export async function moveSilently(world: World): Promise<number> {
  let moved = 0;
  for (const { from, to } of pairsOf(world)) {
    const { id: course, edition } = from.course;
    const rows = await listOnEdition(world.db, { course, edition, states: movableStates });
    await eachByItself(
      world,
      'edition',
      rows,
      ({ id }) => id,
      async ({ id }) => {
        if (await moveOne(world, id, to)) moved += 1;
      },
    );
    await world.db.transaction().execute(async (trx) => {
      const holds = { course, from: edition, to: to.course.edition, day: dayOf(world.now()) };
      if ((await updateHoldEditions(trx, holds)) > 0 || rows.length > 0) await noteEdition(world, trx, to);
    });
  }
  return moved;
}

function moveOne(world: World, enrolmentId: string, to: Edition): Promise<boolean> {
  return world.db.transaction().execute(async (trx) => {
    const record = await lockRecord(world, trx, enrolmentId);
    if (!record) return false;
    const plan = planMigration(record.edition.course, to.course, await historyOf(trx, enrolmentId), world.now());
    if (!plan.ok || plan.change !== 'editorial') return false;
    await appendMove(world, trx, record, { event: plan.append, edition: to, actor: null });
    return true;
  });
}

const known = new WeakMap<World['catalogue'], { from: Edition; to: Edition }[]>();

/** Worked out once: the catalogue does not change while the server runs. */
function pairsOf(world: World): { from: Edition; to: Edition }[] {
  const pairs =
    known.get(world.catalogue) ??
    world.catalogue.editions.flatMap((from) => {
      const to = silentEdition(world, from);
      return to ? [{ from, to }] : [];
    });
  known.set(world.catalogue, pairs);
  return pairs;
}
