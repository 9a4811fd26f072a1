import {
  findLatestSubmission,
  insertSubmission,
  type SubmissionRow,
  updateSubmission,
} from '#db/queries/submission.ts';
import type { Db } from '#db/schema.ts';
import type { World } from '../../platform/world.server.ts';
import type { LearningRecord } from '../learning-record.server.ts';
import type { Viewer } from '../viewer.ts';
import { type Refused, withOwnRecord } from './own-record.server.ts';

export const mostTextLetters = 20_000;
type Outcome = { ok: true; submissionId: string; savedAt: string } | Refused | { ok: false; reason: 'text-too-long' };

/** Keeps what is written so far; nobody else sees it. */
export function saveDraft(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; text: string },
): Promise<Outcome> {
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<Outcome> => {
    if (input.text.length > mostTextLetters) return { ok: false, reason: 'text-too-long' };
    const draft = await draftOf(world, trx, record, input.step);
    if (!draft.ok) return draft;
    const savedAt = world.now();
    await updateSubmission(trx, draft.submission.id, { text: input.text, saved_at: savedAt });
    return { ok: true, submissionId: draft.submission.id, savedAt };
  });
}

/** The draft of an open practical; made when there is none, with the former words where a hand-in came back. */
export async function draftOf(
  world: World,
  trx: Db,
  record: LearningRecord,
  stepId: string,
): Promise<{ ok: true; submission: SubmissionRow } | Refused> {
  const step = record.edition.course.steps.find(({ id }) => id === stepId);
  if (step?.kind !== 'practical') return { ok: false, reason: 'not-found' };
  const state = record.snapshot.value.steps[stepId]!;
  if (!['draft', 'returned', 'rejected'].includes(state)) return { ok: false, reason: 'not-now', state, expected: [] };
  const latest = await findLatestSubmission(trx, record.enrolment.id, stepId);
  if (latest?.state === 'draft') return { ok: true, submission: latest };
  const now = world.now();
  const submission: SubmissionRow = {
    id: world.newId(),
    enrolment_id: record.enrolment.id,
    step: stepId,
    number: (latest?.number ?? 0) + 1,
    state: 'draft',
    text: latest?.text ?? '',
    saved_at: now,
    handed_in_at: null,
    claimed_by: null,
    decided_at: null,
    recorded_at: now,
  };
  await insertSubmission(trx, submission);
  return { ok: true, submission };
}
