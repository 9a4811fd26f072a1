import type { World } from '#app/platform/world.server.ts';
import { withOwnRecord } from '#app/use-cases/learning/with-own-record.server.ts';
import type { OwnOutcome } from '#app/use-cases/learning/without-record.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { removeFile } from '#db/queries/submission.ts';
import type { FileRefusal } from './identify-files.server.ts';
import { openDraft } from './open-draft.server.ts';

/** Removes a file from the draft, as long as the work is not handed in. */
export function removeOwnFile(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; sha256: string },
): Promise<OwnOutcome | FileRefusal> {
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<OwnOutcome | FileRefusal> => {
    const draft = await openDraft(world, trx, record, input.step, []);
    if (!draft.ok) return draft;
    await removeFile(trx, draft.submission.id, input.sha256);
    return { ok: true };
  });
}
