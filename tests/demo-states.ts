import { expect } from 'vitest';
import type { World } from '#app/platform/world.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { seeSignOff } from '#app/use-cases/rollout/sign-off/see-sign-off.server.ts';
import { courseMachine } from '#curriculum/flow/course-machine.ts';
import { listWaves } from '#db/queries/wave.ts';

/** A wave waits for its second signature, with a service that is ready to go live by it. */
async function expectAWaveToSign(world: World): Promise<void> {
  const views = await Promise.all((await listWaves(world.db)).map(({ id }) => seeSignOff(world, null, id)));
  const open = views.flatMap((view) => (view?.round?.standing === 'open' ? [view.round] : []));
  expect(open.map(({ persons, signatures }) => persons - signatures.length)).toEqual([1]);
  expect(open[0]!.opening, 'services that are ready').toBeGreaterThanOrEqual(1);
  expect(open[0]!.deviations.length, 'services that are not').toBeGreaterThanOrEqual(1);
}

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
  await expectAWaveToSign(world);
  const [{ n }] = (await world.db
    .selectFrom('outbox')
    .select((each) => each.fn.countAll<number>().as('n'))
    .where('sent_at', 'is', null)
    .execute()) as [{ n: number }];
  expect(Number(n), 'letters that would leave').toBe(0);
  expect(await checkAudit(world)).toEqual([]);
  expect((await rebuildProjections(world)).differed).toBe(0);
}
