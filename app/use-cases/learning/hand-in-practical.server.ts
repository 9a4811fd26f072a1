import { listFiles, updateSubmission } from '#db/queries/submission.ts';
import type { World } from '../../platform/world.server.ts';
import { recordFact } from '../learning-record.server.ts';
import type { Viewer } from '../viewer.ts';
import { type Done, withOwnRecord, withoutRecord } from './own-record.server.ts';
import { draftOf, mostTextLetters } from './save-draft.server.ts';

type Outcome = Done | { ok: false; reason: 'text-too-long' | 'nothing-written' };

/** Hands the work in to the course leaders; text, files or both. */
export function handInPractical(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; step: string; text: string },
): Promise<Outcome> {
  return withOwnRecord(world, viewer, input.enrolmentId, async (trx, record): Promise<Outcome> => {
    if (input.text.length > mostTextLetters) return { ok: false, reason: 'text-too-long' };
    const draft = await draftOf(world, trx, record, input.step);
    if (!draft.ok) return draft;
    const files = await listFiles(trx, draft.submission.id);
    if (input.text.trim() === '' && files.length === 0) return { ok: false, reason: 'nothing-written' };
    const at = world.now();
    const recorded = await recordFact(world, trx, record, { at, type: 'handed-in', step: input.step }, viewer.personId);
    if (recorded.ok)
      await updateSubmission(trx, draft.submission.id, {
        text: input.text,
        state: 'handed-in',
        saved_at: at,
        handed_in_at: at,
      });
    return withoutRecord(recorded);
  });
}
