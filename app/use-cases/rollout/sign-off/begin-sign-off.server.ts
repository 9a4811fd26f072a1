import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { readSnapshot } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import { takeSnapshot } from '#app/use-cases/readiness/snapshots/take-snapshot.server.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { type Decision, type DecisionIssue, decidedOf, signedAsOf } from '#curriculum/rollout/sign-off.ts';
import { lockByName } from '#db/queries/setting.ts';
import { findRoundByOperation, insertRound, listRounds } from '#db/queries/sign-off.ts';
import { findWave, listWaveMembers, listWaves } from '#db/queries/wave.ts';
import { standingRoundOf } from './standing-round-of.server.ts';

type Input = { waveId: string; decisions: readonly Decision[]; operationId?: string };
type Outcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'nobody' | 'round-open' | 'round-signed' | 'busy' }
  | { ok: false; reason: 'not-decided'; issues: DecisionIssue[] };

/**
 * Freezes what the gates say about the services of a wave on the day it opens, with what becomes of those that are not ready,
 * so that it can be signed. The same form sent twice does it once.
 */
export async function beginSignOff(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  if (!may(viewer, 'sign-off')) return { ok: false, reason: 'forbidden' };
  const wave = await findWave(world.db, input.waveId);
  if (!wave) return { ok: false, reason: 'not-found' };
  const operation = operationOf(viewer, input);
  const known = await findRoundByOperation(world.db, operation);
  if (known) return { ok: true, id: known.id };
  const today = dayOf(world.now());
  const asOf = signedAsOf(wave, today);
  const members = await listWaveMembers(world.db, { day: today });
  const services = members.filter(({ waveId }) => waveId === wave.id).map(({ serviceId }) => serviceId);
  if (services.length === 0) return { ok: false, reason: 'nobody' };
  const blocked = await standingRoundOf(world.db, wave.id);
  if (blocked) return { ok: false, reason: `round-${blocked.standing}` };
  const waves = (await listWaves(world.db)).map(({ id }) => id).filter((id) => id !== wave.id);
  const taken = await takeSnapshot(world, viewer, { asOf, scope: { kind: 'services', services, wave: wave.name } });
  if (!taken.ok) return { ok: false, reason: taken.reason === 'busy' ? 'busy' : 'forbidden' };
  const read = await readSnapshot(world, { id: taken.id });
  if (!read.ok) return { ok: false, reason: 'busy' };
  // What is decided is held against what was frozen, not against what the page showed.
  const result = decidedOf(read.snapshot.rows, input.decisions, waves);
  if (!result.ok) return { ok: false, reason: 'not-decided', issues: result.issues };
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const at = world.now();
    await lockByName(trx, 'rollout', at);
    const again = await findRoundByOperation(trx, operation);
    if (again) return { ok: true, id: again.id };
    const standing = await standingRoundOf(trx, wave.id);
    if (standing) return { ok: false, reason: `round-${standing.standing}` };
    const id = world.newId();
    await insertRound(
      trx,
      {
        ...{ id, wave_id: wave.id, seq: await nextRoundOf(trx, wave.id), snapshot_id: taken.id },
        ...{ persons: versionOn(world.policy, today).signatures, by_person: viewer.personId || null },
        ...{ client_op_id: operation, recorded_at: at },
      },
      result.decided.map(({ serviceId, outcome, toWave, why }) => ({
        ...{ round_id: id, service_id: serviceId, outcome, to_wave_id: toWave, why, recorded_at: at },
      })),
    );
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: 'sign-off-begun',
      subject: id,
      detail: taken.sha256,
    });
    return { ok: true, id };
  });
}

const nextRoundOf = async (db: Parameters<typeof listRounds>[0], waveId: string): Promise<number> =>
  ((await listRounds(db, waveId))[0]?.seq ?? 0) + 1;
