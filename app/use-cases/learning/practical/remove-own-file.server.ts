import type { World } from '#app/platform/world.server.ts';
import { type Done, withOwnRecord } from '#app/use-cases/learning/own-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { removeFile } from '#db/queries/submission.ts';
import type { FileRefusal } from './given-file.server.ts';
import { draftOf } from './practical-draft.server.ts';

/** Removes a file from the draft, as long as the work is not handed in. */
export function removeOwnFile(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; sha256: string },
): Promise<Done | FileRefusal> {
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<Done | FileRefusal> => {
    const draft = await draftOf(world, trx, record, input.step, []);
    if (!draft.ok) return draft;
    await removeFile(trx, draft.submission.id, input.sha256);
    return { ok: true };
  });
}
