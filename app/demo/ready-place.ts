import { serviceIdOf } from '#app/use-cases/places/service-id-of.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { requireOk } from './adviser.ts';
import { type Cast, clockAt } from './cast.ts';
import { stageOf } from './stage.ts';

/** A small municipality, where two advisers are enough. */
export const readyPlace = '0155';

/** One place has all that the gates ask for, so that also the small demo has somebody who can go live. */
export async function playReadyPlace(cast: Cast): Promise<void> {
  for (const [at, givenName] of ['Rie', 'Rolf'].entries())
    await stageOf(cast, { givenName, code: readyPlace }).certified(90 - at * 20);
  const serviceId = serviceIdOf(readyPlace);
  const committed = clockAt(cast, 250);
  requireOk(
    await recordRollout(committed.world, cast.agency, {
      ...{ serviceId, type: 'committed', onDay: dayOf(committed.world.now()), note: '' },
    }),
  );
  const { world } = clockAt(cast, 6);
  for (const { key } of world.policy.gates.filter(({ kind }) => kind === 'evidence'))
    requireOk(
      await recordEvidence(world, cast.agency, {
        ...{ serviceId, gate: key, value: 'opfyldt', observedOn: dayOf(world.now()), lastDay: '' },
        note: 'Set på besøg (eksempel)',
      }),
    );
}
