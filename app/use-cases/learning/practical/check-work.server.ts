import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { type FileRefusal, type GivenFile, type IdentifiedFile, identifyFiles } from './identify-files.server.ts';

const mostTextLetters = 20_000;
export type WorkRefusal = FileRefusal | { ok: false; reason: 'text-too-long' };

/**
 * Checks the work sent for a practical against the limits for the text and for each file. It first asks whose course it
 * is, because looking into files is costly and a stranger must not be able to cause it.
 */
export async function checkWork(
  world: World,
  viewer: Viewer,
  { enrolmentId, text, files }: { enrolmentId: string; text: string; files: readonly GivenFile[] },
): Promise<{ ok: true; files: IdentifiedFile[] } | WorkRefusal | { ok: false; reason: 'not-found' }> {
  const enrolment = await findEnrolment(world.db, enrolmentId);
  if (!enrolment || !may(viewer, 'learn', { personId: enrolment.person_id })) return { ok: false, reason: 'not-found' };
  return text.length > mostTextLetters ? { ok: false, reason: 'text-too-long' } : identifyFiles(world, files);
}
