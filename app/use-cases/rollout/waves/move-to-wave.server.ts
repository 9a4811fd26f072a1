import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { isDay } from '#curriculum/calendar/calendar-day.ts';
import { listServices } from '#db/queries/place.ts';
import { lockByName } from '#db/queries/setting.ts';
import { findWave, hasMoveOf, insertMove, listWaveMembers, nextMoveOf } from '#db/queries/wave.ts';
import type { Db } from '#db/schema.ts';

type Input = { services: readonly string[]; waveId: string; from: string; why: string; operationId?: string };
type Outcome = { ok: true } | { ok: false; reason: 'forbidden' | 'not-found' | 'not-a-day' | 'nobody' | 'no-reason' };

/**
 * Puts library services in a wave from a day on, or takes them out of all. A first place needs no reason; a move from one
 * wave to another does. Those who are there already stay as they are. The same form sent twice does it once.
 */
export function moveToWave(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    if (!may(viewer, 'record-rollout')) return { ok: false, reason: 'forbidden' };
    if (!isDay(input.from)) return { ok: false, reason: 'not-a-day' };
    if (input.services.length === 0) return { ok: false, reason: 'nobody' };
    const at = world.now();
    // Two moves of one service at once would both be its next one.
    await lockByName(trx, 'waves', at);
    const operation = operationOf(viewer, input);
    if (await hasMoveOf(trx, operation)) return { ok: true };
    const wanted = new Set(input.services);
    const known = (await listServices(trx)).filter(({ id }) => wanted.has(id));
    const missing = known.length < wanted.size || (input.waveId !== '' && !(await findWave(trx, input.waveId)));
    if (missing) return { ok: false, reason: 'not-found' };
    const before = new Map(
      (await listWaveMembers(trx, { day: input.from, services: [...wanted] })).map((each) => [each.serviceId, each]),
    );
    const moving = [...wanted].filter((id) => (before.get(id)?.waveId ?? '') !== input.waveId);
    const why = parseReason(input.why);
    if (why === undefined && moving.some((id) => before.has(id))) return { ok: false, reason: 'no-reason' };
    for (const [index, serviceId] of moving.entries())
      await move(world, trx, viewer, {
        serviceId,
        waveId: input.waveId || null,
        from: input.from,
        why: why ?? '',
        // One form moves many; its first row carries the operation.
        operation: index === 0 ? operation : null,
      });
    return { ok: true };
  });
}

async function move(
  world: World,
  trx: Db,
  viewer: Viewer,
  given: { serviceId: string; waveId: string | null; from: string; why: string; operation: string | null },
): Promise<void> {
  await insertMove(trx, {
    id: world.newId(),
    service_id: given.serviceId,
    seq: await nextMoveOf(trx, given.serviceId),
    wave_id: given.waveId,
    from_day: given.from,
    why: given.why,
    by_person: viewer.personId || null,
    client_op_id: given.operation,
    recorded_at: world.now(),
  });
  await writeAudit(world, trx, {
    actor: viewer.personId || null,
    action: 'wave-moved',
    subject: given.serviceId,
    detail: `${given.waveId ?? ''} ${given.from}`,
  });
}
