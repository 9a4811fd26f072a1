import type { World } from '#app/platform/world.server.ts';
import { operationOf } from '#app/use-cases/record/operation-of.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { hasExceptionOf } from '#db/queries/exception.ts';
import { noteException } from './note-exception.server.ts';
import type { DecisionOutcome } from './record-decision.server.ts';
import { withAdviser } from './with-adviser.server.ts';

type Outcome = DecisionOutcome | { ok: false; reason: 'not-a-day' | 'day-in-the-past' };

/** Gives one adviser their own deadline instead of the hold's. The same form sent twice is one exception. */
export function moveDeadline(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; day: string; reason: string; operationId?: string },
): Promise<Outcome> {
  return withAdviser(world, viewer, input.enrolmentId, async (trx, adviser): Promise<Outcome> => {
    const operation = operationOf(viewer, input);
    if (await hasExceptionOf(trx, operation)) return { ok: true };
    const reason = parseReason(input.reason);
    if (!isDay(input.day)) return { ok: false, reason: 'not-a-day' };
    if (input.day < dayOf(world.now())) return { ok: false, reason: 'day-in-the-past' };
    if (!reason) return { ok: false, reason: 'reason-missing' };
    await noteException(world, trx, viewer, adviser, { kind: 'own-deadline', value: input.day, reason, operation });
    const { id } = adviser.record.enrolment;
    await writeAudit(world, trx, { actor: viewer.personId, action: 'own-deadline', subject: id });
    return { ok: true };
  });
}
