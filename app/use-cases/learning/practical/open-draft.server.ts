import type { World } from '#app/platform/world.server.ts';
import type { OwnRefused } from '#app/use-cases/learning/without-record.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { storeDocument } from '#app/use-cases/record/store-document.server.ts';
import { bytesHandedInBy } from '#db/queries/document.ts';
import {
  findLatestSubmission,
  insertFile,
  insertSubmission,
  listFiles,
  type SubmissionRow,
} from '#db/queries/submission.ts';
import type { Db } from '#db/schema.ts';
import type { FileRefusal, IdentifiedFile } from './identify-files.server.ts';

const mostFiles = 5;
/** What the hand-ins of one person may take: all practicals of a course with five full files, twice over. */
export const mostMegabytes = 300;

/**
 * The draft of an open practical with the new files added. If there is no draft, it creates one; after a returned
 * hand-in, the new draft starts with the earlier text and files.
 */
export async function openDraft(
  world: World,
  trx: Db,
  record: LearningRecord,
  stepId: string,
  added: readonly IdentifiedFile[],
): Promise<{ ok: true; submission: SubmissionRow; files: number } | OwnRefused | FileRefusal> {
  const step = record.edition.course.steps.find(({ id }) => id === stepId);
  if (step?.kind !== 'practical') return { ok: false, reason: 'not-found' };
  const state = record.snapshot.value.steps[stepId]!;
  if (!['draft', 'returned', 'rejected'].includes(state)) return { ok: false, reason: 'not-now', state, expected: [] };
  const latest = await findLatestSubmission(trx, record.enrolment.id, stepId);
  const there = latest ? await listFiles(trx, latest.id) : [];
  const fresh = added.filter(
    (file, at) =>
      !there.some(({ sha256 }) => sha256 === file.sha256) &&
      added.findIndex(({ sha256 }) => sha256 === file.sha256) === at,
  );
  const files = there.length + fresh.length;
  if (files > mostFiles) return { ok: false, reason: 'too-many-files', name: String(mostFiles) };
  const larger = fresh.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (larger > 0 && (await bytesHandedInBy(trx, record.enrolment.person_id)) + larger > mostMegabytes * 1024 * 1024)
    return { ok: false, reason: 'files-full', name: fresh[0]!.name };
  const now = world.now();
  const layBy = (submissionId: string, position: number, { sha256, name }: { sha256: string; name: string }) =>
    insertFile(trx, { submission_id: submissionId, sha256, name, position, recorded_at: now });
  let submission = latest;
  if (submission?.state !== 'draft') {
    submission = newDraft(world, record, stepId, latest);
    await insertSubmission(trx, submission);
    for (const [position, file] of there.entries()) await layBy(submission.id, position, file);
  }
  for (const [at, file] of fresh.entries()) {
    await storeDocument(trx, { bytes: file.bytes, mediaType: file.type, at: now });
    await layBy(submission.id, there.length + at, file);
  }
  return { ok: true, submission, files };
}

function newDraft(
  world: World,
  record: LearningRecord,
  step: string,
  former: SubmissionRow | undefined,
): SubmissionRow {
  const now = world.now();
  return {
    id: world.newId(),
    enrolment_id: record.enrolment.id,
    step,
    number: (former?.number ?? 0) + 1,
    state: 'draft',
    text: former?.text ?? '',
    saved_at: now,
    handed_in_at: null,
    claimed_by: null,
    decided_at: null,
    recorded_at: now,
  };
}
