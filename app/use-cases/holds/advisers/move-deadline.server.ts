import type { World } from '#app/platform/world.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { noteException } from './note-exception.server.ts';
import type { DecisionOutcome } from './record-decision.server.ts';
import { withAdviser } from './with-adviser.server.ts';

type Outcome = DecisionOutcome | { ok: false; reason: 'not-a-day' | 'day-in-the-past' };

/** Gives one adviser their own deadline instead of the hold's. */
export function moveDeadline(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; day: string; reason: string },
): Promise<Outcome> {
  return withAdviser(world, viewer, input.enrolmentId, async (trx, adviser): Promise<Outcome> => {
    const reason = parseReason(input.reason);
    if (!isDay(input.day)) return { ok: false, reason: 'not-a-day' };
    if (input.day < dayOf(world.now())) return { ok: false, reason: 'day-in-the-past' };
    if (!reason) return { ok: false, reason: 'reason-missing' };
    await noteException(world, trx, viewer, adviser, { kind: 'own-deadline', value: input.day, reason });
    const { id } = adviser.record.enrolment;
    await writeAudit(world, trx, { actor: viewer.personId, action: 'own-deadline', subject: id });
    return { ok: true };
  });
}
