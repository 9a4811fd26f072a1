import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { recordOwnFact } from './record-own-fact.server.ts';
import type { OwnOutcome } from './without-record.ts';

/** An adviser with a seat begins the course. A second identical request changes nothing. */
export async function startCourse(world: World, viewer: Viewer, input: { enrolmentId: string }): Promise<OwnOutcome> {
  const begun = await recordOwnFact(world, viewer, input.enrolmentId, () => ({ at: world.now(), type: 'started' }));
  const runs = !begun.ok && begun.reason === 'not-now' && begun.state === 'active';
  return runs ? { ok: true } : begun;
}
