import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { recordOwnFact } from './record-own-fact.server.ts';
import type { OwnOutcome } from './without-record.ts';

/** The adviser confirms that they have read the lesson. A second identical request changes nothing. */
export async function readLesson(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string },
): Promise<OwnOutcome> {
  const read = await recordOwnFact(world, viewer, input.enrolmentId, () => ({
    at: world.now(),
    type: 'lesson-read',
    step: input.step,
  }));
  return !read.ok && read.reason === 'already-done' ? { ok: true } : read;
}
