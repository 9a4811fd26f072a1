import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { Certainty } from '#curriculum/quiz/certainty.ts';
import { isInTime } from '#curriculum/quiz/in-time.ts';
import { type AnswerIssue, parseAnswer } from '#curriculum/quiz/parse-answer.ts';
import { appendResponse, findAnswerPlace, hasResponse, isResponse } from '#db/queries/quiz.ts';

/** Without an operation, each submission counts: somebody may go back to a plain form and send another answer. */
type Input = { attemptId: string; slot: number; operationId?: string; answer: string[]; certainty?: string };
type Outcome =
  /** `dueAt` is the end of the attempt as of now: extra time may have been granted since it began. */
  | { ok: true; savedAt: string; dueAt: string | null }
  | { ok: false; reason: 'not-found' | 'handed-in' }
  /** `over`: the attempt was handed in when its time ran out. */
  | { ok: false; reason: 'too-late'; over: boolean }
  | { ok: false; reason: 'not-an-answer'; issue: AnswerIssue };

/**
 * Saves one answer as it is given. The server's clock decides: a late answer is kept but never scored, also when it comes
 * after the attempt was handed in by itself. What was sent just before the end may come in a few seconds after it. Sending the same operation twice changes nothing. Earlier
 * answers are never deleted.
 */
export function saveAnswer(world: World, viewer: Viewer, input: Input): Promise<Outcome> {
  return world.db.transaction().execute(async (trx): Promise<Outcome> => {
    const place = await findAnswerPlace(trx, input.attemptId, input.slot);
    if (!place || !may(viewer, 'learn', { personId: place.person_id })) return { ok: false, reason: 'not-found' };
    const over = place.handed_in_at !== null;
    const ranOut = over && place.deadline_at !== null && place.handed_in_at! >= place.deadline_at;
    if (over && !ranOut) return { ok: false, reason: 'handed-in' };
    const question = world.catalogue
      .find(place.course, place.edition)
      ?.banks.get(place.bank)
      ?.find(({ id }) => id === place.question);
    if (!question) return { ok: false, reason: 'not-found' };
    const parsed = parseAnswer(question, JSON.parse(place.option_order), input.answer);
    const cleared = !parsed.ok && parsed.issue === 'empty';
    if (!parsed.ok && !cleared) return { ok: false, reason: 'not-an-answer', issue: parsed.issue };
    const certainty = Certainty.safeParse(input.certainty).data;
    const at = world.now();
    const saved = { ok: true as const, savedAt: at, dueAt: place.deadline_at };
    if (cleared && !(await hasResponse(trx, input.attemptId, input.slot))) return saved;
    const late = over || !isInTime(place.deadline_at, at);
    const row = {
      attempt_id: input.attemptId,
      slot: input.slot,
      client_op_id: input.operationId || world.newId(),
      value: JSON.stringify(parsed.ok ? { ...parsed.answer, ...(certainty && { certainty }) } : null),
      at,
      late: late ? (1 as const) : (0 as const),
      recorded_at: at,
    };
    // If the id was already used for a different answer, this answer is saved under a new id instead of being dropped.
    if (!(await appendResponse(trx, row)) && !(await isResponse(trx, row)))
      await appendResponse(trx, { ...row, client_op_id: world.newId() });
    return late ? { ok: false, reason: 'too-late', over } : saved;
  });
}
