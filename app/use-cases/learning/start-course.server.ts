import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type Done, recordOwnFact } from './own-record.server.ts';

/** An adviser with a seat begins the course. A second identical request changes nothing. */
export async function startCourse(world: World, viewer: Viewer, input: { enrolmentId: string }): Promise<Done> {
  const begun = await recordOwnFact(world, viewer, input.enrolmentId, () => ({ at: world.now(), type: 'started' }));
  const runs = !begun.ok && begun.reason === 'not-now' && begun.state === 'active';
  return runs ? { ok: true } : begun;
}
