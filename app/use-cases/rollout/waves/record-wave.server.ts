import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type WaveDraft, type WaveIssue, waveIssuesOf } from '#curriculum/rollout/wave.ts';
import { lockByName } from '#db/queries/setting.ts';
import { findWave, findWaveByOperation, insertWave, listWaves } from '#db/queries/wave.ts';

type Input = WaveDraft & { waveId?: string; why?: string; operationId?: string };
type Outcome =
  | { ok: true; id: string }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'no-reason' }
  | { ok: false; reason: 'not-a-wave'; issues: WaveIssue[] };

/** Makes a wave of the rollout, or gives one another name or day with a reason. The same form sent twice does it once. */
export function recordWave(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'record-rollout')) return { ok: false, reason: 'forbidden' };
    const at = world.now();
    // Two people could otherwise give two waves one name.
    await lockByName(trx, 'waves', at);
    const operation = operationOf(viewer, input);
    const known = await findWaveByOperation(trx, operation);
    if (known) return { ok: true, id: known.id };
    const former = input.waveId ? await findWave(trx, input.waveId) : undefined;
    if (input.waveId && !former) return { ok: false, reason: 'not-found' };
    const others = (await listWaves(trx)).filter(({ id }) => id !== former?.id);
    const issues = waveIssuesOf(input, others);
    if (issues.length > 0) return { ok: false, reason: 'not-a-wave', issues };
    const why = parseReason(input.why ?? '');
    if (former && why === undefined) return { ok: false, reason: 'no-reason' };
    const id = world.newId();
    await insertWave(trx, {
      id,
      first_id: former?.id ?? id,
      name: input.name.trim(),
      opens_on: input.opensOn,
      corrects: former?.version ?? null,
      withdrawn: 0,
      why: why ?? '',
      by_person: viewer.personId || null,
      client_op_id: operation,
      recorded_at: at,
    });
    await writeAudit(world, trx, {
      actor: viewer.personId || null,
      action: former ? 'wave-changed' : 'wave-made',
      subject: former?.id ?? id,
      detail: input.opensOn,
    });
    return { ok: true, id: former?.id ?? id };
  });
}
