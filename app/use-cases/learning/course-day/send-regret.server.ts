import type { World } from '#app/platform/world.server.ts';
import { parseReason } from '#app/use-cases/record/parse-reason.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findRegret, insertRegret } from '#db/queries/regret.ts';
import { regretKey } from './regret-key.ts';
import { tellLeaders } from './tell-leaders.server.ts';
import { type OwnDayRefused, withOwnCourseDay } from './with-own-course-day.server.ts';

type Outcome = { ok: true } | OwnDayRefused | { ok: false; reason: 'reason-missing' };

/**
 * An adviser cannot come to a course day: the leaders of the hold get a letter and see it on the page of the day. The seat
 * stays, and so does the day's place in the course. A second identical request changes nothing.
 */
export function sendRegret(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; courseDayId: string; reason: string },
): Promise<Outcome> {
  return withOwnCourseDay(world, viewer, input, async (trx, own): Promise<Outcome> => {
    if (await findRegret(trx, input.enrolmentId, own.day.id)) return { ok: true };
    const reason = parseReason(input.reason);
    if (!reason) return { ok: false, reason: 'reason-missing' };
    const id = world.newId();
    await insertRegret(trx, {
      id,
      enrolment_id: input.enrolmentId,
      course_day_id: own.day.id,
      reason,
      recorded_at: world.now(),
      undone_at: null,
    });
    const { leaderIds } = own.hold;
    await tellLeaders(world, trx, own, { leaderIds, template: 'regret.sent', key: (to) => regretKey(id, to) }, reason);
    await writeAudit(world, trx, { actor: viewer.personId, action: 'regret-sent', subject: own.day.id });
    return { ok: true };
  });
}
