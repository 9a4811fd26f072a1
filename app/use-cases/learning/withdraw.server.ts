import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { recordOwnFact } from './record-own-fact.server.ts';
import type { OwnOutcome } from './without-record.ts';

/** The adviser leaves the course. What they have learnt stays on record, and the seat becomes free. */
export function withdraw(world: World, viewer: Viewer, input: { enrolmentId: string }): Promise<OwnOutcome> {
  return recordOwnFact(world, viewer, input.enrolmentId, () => ({ at: world.now(), type: 'withdrawn' }));
}
