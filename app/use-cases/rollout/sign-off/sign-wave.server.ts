import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { readSnapshot } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { formatDay } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { canSign, opensBy } from '#curriculum/rollout/sign-off.ts';
import { listContactPersons } from '#db/queries/network.ts';
import { lockByName } from '#db/queries/setting.ts';
import { findRound, insertSignature, listSignedServices } from '#db/queries/sign-off.ts';
import { findWave, insertMove, nextMoveOf } from '#db/queries/wave.ts';
import type { Db } from '#db/schema.ts';
import { roundsOf } from './rounds-of.server.ts';

type Outcome =
  | { ok: true; complete: boolean }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'not-read' | 'altered' | 'ended' | 'already-signed' | 'complete' };

/**
 * Signs a wave on its frozen snapshot. A snapshot that was altered is refused. The last signature moves the services that
 * were decided to move, and writes to those that open.
 */
export async function signWave(
  world: World,
  viewer: Viewer,
  input: { roundId: string; hasRead: boolean },
): Promise<Outcome> {
  if (!may(viewer, 'sign-off') || !viewer.personId) return { ok: false, reason: 'forbidden' };
  const found = await findRound(world.db, input.roundId);
  if (!found) return { ok: false, reason: 'not-found' };
  if (!input.hasRead) return { ok: false, reason: 'not-read' };
  if (!(await readSnapshot(world, { id: found.snapshotId })).ok) return { ok: false, reason: 'altered' };
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    // Two who sign at once would both take the first place.
    await lockByName(trx, 'rollout', at);
    const round = (await roundsOf(trx, found.waveId)).find(({ id }) => id === found.id)!;
    const refusal = canSign(round, viewer.personId);
    if (refusal) return { ok: false, reason: refusal };
    const place = round.signedBy.length + 1;
    await insertSignature(trx, {
      ...{ id: world.newId(), round_id: round.id, place, by_person: viewer.personId, recorded_at: at },
    });
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'wave-signed',
      subject: round.id,
      detail: String(place),
    });
    const complete = place >= round.persons;
    if (complete) await carryOut(world, trx, viewer, round);
    return { ok: true, complete };
  });
}

/** What follows from the last signature. */
async function carryOut(world: World, trx: Db, viewer: Viewer, round: { id: string; waveId: string }): Promise<void> {
  const at = world.now();
  const services = await listSignedServices(trx, round.id);
  for (const { serviceId, outcome, toWave, why } of services)
    if (outcome === 'moved')
      await insertMove(trx, {
        ...{ id: world.newId(), service_id: serviceId, seq: await nextMoveOf(trx, serviceId), wave_id: toWave },
        ...{ from_day: dayOf(at), why, by_person: viewer.personId, client_op_id: null, recorded_at: at },
      });
  const wave = (await findWave(trx, round.waveId))!;
  const opening = new Set(services.filter(({ outcome }) => opensBy(outcome)).map(({ serviceId }) => serviceId));
  for (const { id: personId, serviceId } of await listContactPersons(trx, dayOf(at)))
    if (opening.has(serviceId))
      await writeLetter(world, trx, {
        personId,
        key: `wave-signed:${round.id}:${serviceId}:${personId}`,
        template: 'wave-signed',
        words: (language) => ({
          day: formatDay(language, wave.opensOn),
          url: `${world.publicUrl}/rollout`,
        }),
      });
}
