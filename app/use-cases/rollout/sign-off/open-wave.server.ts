import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { RolloutRefusal } from '#curriculum/rollout/rollout-event.ts';
import { opensBy } from '#curriculum/rollout/sign-off.ts';
import { listServices } from '#db/queries/place.ts';
import { listSignedServices } from '#db/queries/sign-off.ts';
import { findWave } from '#db/queries/wave.ts';
import { recordRollout } from '../record-rollout.server.ts';
import { standingRoundOf } from './standing-round-of.server.ts';

export type NotOpened = { serviceId: string; name: string; refusal: RolloutRefusal };
type Outcome =
  | { ok: true; opened: number; notOpened: NotOpened[] }
  | { ok: false; reason: 'forbidden' | 'not-found' | 'not-signed' | 'too-early' | 'note-missing' };

/**
 * Puts the services of a signed wave into operation, each by itself, from the day the wave opens. Those that the chart of the
 * rollout refuses are named; those that are live already stay as they are.
 */
export async function openWave(
  world: World,
  viewer: Viewer,
  input: { waveId: string; note: string },
): Promise<Outcome> {
  if (!may(viewer, 'sign-off')) return { ok: false, reason: 'forbidden' };
  const wave = await findWave(world.db, input.waveId);
  if (!wave) return { ok: false, reason: 'not-found' };
  const round = await standingRoundOf(world.db, wave.id);
  if (round?.standing !== 'signed') return { ok: false, reason: 'not-signed' };
  const today = dayOf(world.now());
  if (today < wave.opensOn) return { ok: false, reason: 'too-early' };
  if (input.note.trim() === '') return { ok: false, reason: 'note-missing' };
  const services = await listSignedServices(world.db, round.id);
  const names = new Map((await listServices(world.db)).map(({ id, name }) => [id, name]));
  const notOpened: NotOpened[] = [];
  let opened = 0;
  for (const { serviceId } of services.filter(({ outcome }) => opensBy(outcome))) {
    const outcome = await recordRollout(world, viewer, { serviceId, type: 'live', onDay: today, note: input.note });
    if (outcome.ok) opened += 1;
    else if (isRefusal(outcome) && outcome.reason !== 'already-live')
      notOpened.push({ serviceId, name: names.get(serviceId)!, refusal: outcome });
  }
  return { ok: true, opened, notOpened };
}

type Refused = Exclude<Awaited<ReturnType<typeof recordRollout>>, { ok: true }>;
const isRefusal = (outcome: Refused): outcome is Refused & RolloutRefusal =>
  !['forbidden', 'not-found', 'not-a-day', 'no-type', 'note-missing'].includes(outcome.reason);
