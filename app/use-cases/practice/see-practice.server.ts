import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findPractice } from './find-practice.server.ts';
import { type PracticeView, practiceViewOf } from './practice-view-of.ts';

/** What the viewer may practise, how well each goal is known, and when questions come again. */
export async function seePractice(world: World, viewer: Viewer): Promise<PracticeView | undefined> {
  if (!may(viewer, 'practise', { personId: viewer.personId })) return undefined;
  const practice = await findPractice(world, world.db, viewer.personId);
  return practice && practiceViewOf(practice);
}
