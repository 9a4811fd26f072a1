import type { World } from '#app/platform/world.server.ts';
import { withOwnRecord } from '#app/use-cases/learning/with-own-record.server.ts';
import type { OwnRefused } from '#app/use-cases/learning/without-record.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { updateSubmission } from '#db/queries/submission.ts';
import { checkWork, type WorkRefusal } from './check-work.server.ts';
import type { GivenFile } from './identify-files.server.ts';
import { openDraft } from './open-draft.server.ts';

export type PracticalWork = { enrolmentId: string; step: string; text: string; files?: readonly GivenFile[] };
type Outcome = { ok: true; submissionId: string; savedAt: string } | OwnRefused | WorkRefusal;

/** Saves the draft's text and files, all or nothing. Nobody else sees a draft. */
export async function saveDraft(
  world: World,
  viewer: Viewer,
  { text, files = [], ...input }: PracticalWork,
): Promise<Outcome> {
  const known = await checkWork(world, viewer, { enrolmentId: input.enrolmentId, text, files });
  if (!known.ok) return known;
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<Outcome> => {
    const draft = await openDraft(world, trx, record, input.step, known.files);
    if (!draft.ok) return draft;
    const savedAt = world.now();
    await updateSubmission(trx, draft.submission.id, { text, saved_at: savedAt });
    return { ok: true, submissionId: draft.submission.id, savedAt };
  });
}
