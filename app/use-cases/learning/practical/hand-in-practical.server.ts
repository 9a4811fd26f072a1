import type { World } from '#app/platform/world.server.ts';
import { withOwnRecord } from '#app/use-cases/learning/with-own-record.server.ts';
import { type OwnOutcome, withoutRecord } from '#app/use-cases/learning/without-record.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findLatestSubmission, listFiles, updateSubmission } from '#db/queries/submission.ts';
import type { Db } from '#db/schema.ts';
import { checkWork, type WorkRefusal } from './check-work.server.ts';
import type { IdentifiedFile } from './identify-files.server.ts';
import { openDraft } from './open-draft.server.ts';
import type { PracticalWork } from './save-draft.server.ts';

type Outcome = OwnOutcome | WorkRefusal | { ok: false; reason: 'nothing-written' };

/** Hands in the work to the course leaders: text, files or both. Sending the same work twice hands it in once. */
export async function handInPractical(
  world: World,
  viewer: Viewer,
  { text, files = [], ...input }: PracticalWork,
): Promise<Outcome> {
  const known = await checkWork(world, viewer, { enrolmentId: input.enrolmentId, text, files });
  if (!known.ok) return known;
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<Outcome> => {
    const draft = await openDraft(world, trx, record, input.step, known.files);
    if (!draft.ok) return (await isHandedIn(trx, { ...input, text, files: known.files })) ? { ok: true } : draft;
    if (text.trim() === '' && draft.files === 0) return { ok: false, reason: 'nothing-written' };
    const at = world.now();
    const recorded = await recordFact(world, trx, record, { at, type: 'handed-in', step: input.step }, viewer.personId);
    if (recorded.ok)
      await updateSubmission(trx, draft.submission.id, { text, state: 'handed-in', saved_at: at, handed_in_at: at });
    return withoutRecord(recorded);
  });
}

/** Whether exactly this work is already handed in. */
async function isHandedIn(
  trx: Db,
  work: { enrolmentId: string; step: string; text: string; files: readonly IdentifiedFile[] },
): Promise<boolean> {
  const latest = await findLatestSubmission(trx, work.enrolmentId, work.step);
  if (latest?.state !== 'handed-in' || latest.text !== work.text) return false;
  const there = await listFiles(trx, latest.id);
  return work.files.every((file) => there.some(({ sha256 }) => sha256 === file.sha256));
}
