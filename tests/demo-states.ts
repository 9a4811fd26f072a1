import { expect } from 'vitest';
import type { World } from '#app/platform/world.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { courseMachine } from '#curriculum/flow/course-machine.ts';

/** A demo has somebody in every state of the charts, no letter that would leave, and everything in order. */
export async function expectAWholeDemo(world: World): Promise<void> {
  const machine = courseMachine(world.catalogue.editions.at(-1)!.course);
  const lives = await world.db.selectFrom('enrolment').select('state').distinct().execute();
  const steps = await world.db.selectFrom('enrolment_step').select('state').distinct().execute();
  // Somebody who has passed everything is certified or withheld at once, so nobody stays in this state.
  const passing = new Set(['assessed']);
  expect(lives.map(({ state }) => state).sort()).toEqual(
    Object.keys(machine.life.states)
      .filter((state) => !passing.has(state))
      .sort(),
  );
  expect(steps.map(({ state }) => state).sort()).toEqual(
    [...new Set(Object.values(machine.steps).flatMap(({ states }) => Object.keys(states)))].sort(),
  );
  const proven = world.db.selectFrom('attendance_proof').innerJoin('person', 'person.id', 'attendance_proof.person_id');
  expect(await proven.select('demo').execute(), 'whom a visitor can sign in as').toEqual([{ demo: 1 }]);
  const [{ n }] = (await world.db
    .selectFrom('outbox')
    .select((each) => each.fn.countAll<number>().as('n'))
    .where('sent_at', 'is', null)
    .execute()) as [{ n: number }];
  expect(Number(n), 'letters that would leave').toBe(0);
  expect(await checkAudit(world)).toEqual([]);
  expect((await rebuildProjections(world)).differed).toBe(0);
}
