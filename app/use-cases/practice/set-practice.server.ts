import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import {
  deletePractice,
  lockPracticeSetting,
  putPracticeSetting,
  updatePracticeSetting,
} from '#db/queries/practice.ts';

export const reminders = ['never', 'monday', 'thursday'] as const;
export type Reminder = (typeof reminders)[number];

export type PracticeChange = { is: 'start' } | { is: 'stop' } | { is: 'remind'; on: Reminder } | { is: 'delete' };

/**
 * Begins practice or stops it, chooses the reminder, or deletes everything. A stop keeps what was learned and sends no more
 * reminders; whoever begins again goes on from there. Doing the same twice changes nothing.
 */
export function setPractice(
  world: World,
  viewer: Viewer,
  change: PracticeChange,
): Promise<{ ok: true } | { ok: false; reason: 'forbidden' | 'not-practising' }> {
  return world.db.transaction().execute(async (trx) => {
    const { personId } = viewer;
    if (!may(viewer, 'practise', { personId })) return { ok: false, reason: 'forbidden' };
    const now = world.now();
    switch (change.is) {
      case 'start':
        await putPracticeSetting(trx, {
          id: world.newId(),
          person_id: personId,
          since: dayOf(now),
          stopped_at: null,
          remind: 'never',
          looked_on: null,
          recorded_at: now,
        });
        return { ok: true };
      case 'stop':
        await updatePracticeSetting(trx, personId, { stopped_at: now, remind: 'never', recorded_at: now });
        return { ok: true };
      case 'remind': {
        const setting = await lockPracticeSetting(trx, personId);
        if (!setting || setting.stopped_at !== null) return { ok: false, reason: 'not-practising' };
        await updatePracticeSetting(trx, personId, { remind: change.on, recorded_at: now });
        return { ok: true };
      }
      case 'delete':
        await lockPracticeSetting(trx, personId);
        await deletePractice(trx, personId);
        return { ok: true };
    }
  });
}
