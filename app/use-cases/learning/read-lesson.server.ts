import type { World } from '../../platform/world.server.ts';
import type { Viewer } from '../viewer.ts';
import { type Done, recordOwnFact } from './own-record.server.ts';

/** The adviser says that the lesson is read. */
export function readLesson(world: World, viewer: Viewer, input: { enrolmentId: string; step: string }): Promise<Done> {
  return recordOwnFact(world, viewer, input.enrolmentId, () => ({
    at: world.now(),
    type: 'lesson-read',
    step: input.step,
  }));
}
