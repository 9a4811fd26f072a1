import { type Enrolled, walkTo, worldThrough } from '#app/demo/adviser.ts';
import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { begin } from './stage.ts';
import { libraries, somebody, someHold } from './world.ts';

export type EarnedHold = { leader: Viewer; holdId: string; enrolled: Enrolled[] };

/**
 * A hold where so many have passed everything and nobody has a certificate: the printer was gone when they did. One
 * walks the whole course; the others get the same events.
 */
export async function earnedHold(world: World, count: number, at: string): Promise<EarnedHold> {
  const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
  const holdId = await someHold(world, leader, count);
  const first = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
  const cut = { print: () => Promise.reject(new Error('cut off')), close: async () => undefined };
  const clock = worldThrough({ ...world, printer: cut }, at);
  const walked = await begin(clock.world, { leader, adviser: first, holdId });
  await walkTo(clock, walked, { leaders: [leader] }).catch((error: Error) => {
    if (error.message !== 'cut off') throw error;
  });
  const enrolled = [walked];
  const copyOf = async (table: 'learning_event' | 'enrolment_step') =>
    world.db.selectFrom(table).selectAll().where('enrolment_id', '=', walked.enrolmentId).execute();
  const [events, steps] = [await copyOf('learning_event'), await copyOf('enrolment_step')];
  const row = await world.db
    .selectFrom('enrolment')
    .selectAll()
    .where('id', '=', walked.enrolmentId)
    .executeTakeFirstOrThrow();
  if (row.state !== 'assessed') throw new Error(`The walk ended as ${row.state}.`);
  for (let more = 1; more < count; more++) {
    const viewer = await somebody(world, { givenName: `Vera${more}`, roles: ['adviser'], library: libraries.herning });
    const enrolmentId = world.newId();
    await world.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('enrolment')
        .values({ ...row, id: enrolmentId, person_id: viewer.personId })
        .execute();
      for (const event of events)
        await trx
          .insertInto('learning_event')
          .values({ ...(event as never as object), enrolment_id: enrolmentId } as never)
          .execute();
      for (const step of steps)
        await trx
          .insertInto('enrolment_step')
          .values({ ...(step as never as object), enrolment_id: enrolmentId } as never)
          .execute();
    });
    enrolled.push({ viewer, enrolmentId });
  }
  return { leader, holdId, enrolled };
}
