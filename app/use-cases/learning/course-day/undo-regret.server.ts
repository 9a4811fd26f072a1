import type { World } from '#app/platform/world.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { withdrawMail } from '#db/queries/outbox.ts';
import { findRegret, undoRegretRow } from '#db/queries/regret.ts';
import { regretKey } from './regret-key.ts';
import { tellLeaders } from './tell-leaders.server.ts';
import { type OwnDayRefused, withOwnCourseDay } from './with-own-course-day.server.ts';

/**
 * An adviser comes to the course day after all. A letter to a leader that was not sent yet is taken back; whoever had it
 * gets another. A second identical request changes nothing.
 */
export function undoRegret(
  world: World,
  viewer: Viewer,
  input: { enrolmentId: string; courseDayId: string },
): Promise<{ ok: true } | OwnDayRefused> {
  return withOwnCourseDay(world, viewer, input, async (trx, own): Promise<{ ok: true } | OwnDayRefused> => {
    const regret = await findRegret(trx, input.enrolmentId, own.day.id);
    if (!regret) return { ok: true };
    await undoRegretRow(trx, regret.id, world.now());
    const told: string[] = [];
    for (const leaderId of own.hold.leaderIds)
      if (!(await withdrawMail(trx, regretKey(regret.id, leaderId)))) told.push(leaderId);
    const key = (to: string) => `${regretKey(regret.id, to)}:undone`;
    await tellLeaders(world, trx, own, { leaderIds: told, template: 'regret.undone', key }, regret.reason);
    await writeAudit(world, trx, { actor: viewer.personId, action: 'regret-undone', subject: own.day.id });
    return { ok: true };
  });
}
