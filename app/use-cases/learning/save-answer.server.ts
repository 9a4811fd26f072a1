import { parseAnswer } from '#curriculum/quiz/parse-answer.ts';
import { appendResponse, findAnswerPlace, hasResponse } from '#db/queries/quiz.ts';
import type { World } from '../../platform/world.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';

type Input = { attemptId: string; slot: number; operationId: string; answer: string[] };
type Outcome =
  | { ok: true; savedAt: string }
  | { ok: false; reason: 'not-found' | 'handed-in' | 'too-late' }
  | { ok: false; reason: 'not-an-answer'; issue: string };

/**
 * Saves one answer as it is given. The server's clock decides: what comes after the time is kept but never scored.
 * The same operation id twice with the same answer changes nothing.
 */
export function saveAnswer(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const place = await findAnswerPlace(trx, input.attemptId, input.slot);
    if (!place || !may(viewer, 'learn', { personId: place.person_id })) return { ok: false, reason: 'not-found' };
    if (place.handed_in_at) return { ok: false, reason: 'handed-in' };
    const question = world.catalogue
      .find(place.course, place.edition)
      ?.banks.get(place.bank)
      ?.find(({ id }) => id === place.question);
    if (!question) return { ok: false, reason: 'not-found' };
    const parsed = parseAnswer(question, input.answer);
    if (!parsed.ok) return { ok: false, reason: 'not-an-answer', issue: parsed.issue };
    const at = world.now();
    const late = place.deadline_at !== null && at > place.deadline_at;
    const response = {
      attempt_id: input.attemptId,
      slot: input.slot,
      client_op_id: input.operationId,
      value: JSON.stringify(parsed.answer),
      at,
      late: late ? 1 : 0,
      recorded_at: at,
    };
    // A page that was gone back to sends its operation again with another answer: that one must not be lost.
    if (!(await appendResponse(trx, response)) && !(await hasResponse(trx, response)))
      await appendResponse(trx, { ...response, client_op_id: world.newId() });
    return late ? { ok: false, reason: 'too-late' } : { ok: true, savedAt: at };
  });
}
