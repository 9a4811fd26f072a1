import type { World } from '../../platform/world.server.ts';
import type { Viewer } from '../viewer.ts';
import { type Done, recordOwnFact } from './own-record.server.ts';

/** The adviser with a seat begins the course. */
export function startCourse(world: World, viewer: Viewer, input: { enrolmentId: string }): Promise<Done> {
  return recordOwnFact(world, viewer, input.enrolmentId, () => ({ at: world.now(), type: 'started' }));
}
