import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import type { Conflict } from '#curriculum/flow/flow-event.ts';
import { answerBy } from '#curriculum/grading/answer-by.ts';
import { conflictBetween } from '#curriculum/grading/conflict-between.ts';
import { hasGradingException } from '#db/queries/exception.ts';
import { listServicesOf } from '#db/queries/person.ts';
import { listQueue as queueRows } from '#db/queries/submission.ts';
import { holderOf, type WorkHolder } from './holder-of.ts';

export type QueueEntry = {
  submissionId: string;
  name: string;
  library: string | null;
  hold: string;
  step: { da: string; en: string };
  number: number;
  handedInAt: string;
  daysWaited: number;
  /** The last day to answer on. */
  answerBy: string;
  state: 'free' | 'mine' | 'taken';
  conflict: Conflict;
  /** The other leader who has taken it; null if nobody has, or the viewer has. */
  holder: WorkHolder | null;
};

/** Work that waits for grading, oldest first. Work the leader may not grade is included, with the reason. */
export async function listQueue(world: World, viewer: Viewer): Promise<QueueEntry[] | undefined> {
  if (!may(viewer, 'grade')) return undefined;
  const day = dayOf(world.now());
  const mine = { personId: viewer.personId, services: await listServicesOf(world.db, viewer.personId, day) };
  const excepted = await hasGradingException(world.db, viewer.personId, day);
  const entries = new Map<string, QueueEntry>();
  for (const row of await queueRows(world.db, day)) {
    const found = conflictBetween(mine, {
      personId: row.person_id,
      services: row.service_id ? [row.service_id] : [],
    });
    const conflict = found === 'same-library' && excepted ? 'none' : found;
    const known = entries.get(row.id);
    if (known && (known.conflict !== 'none' || conflict === 'none')) continue;
    const step = world.catalogue.find(row.course, row.edition)?.course.steps.find(({ id }) => id === row.step);
    entries.set(row.id, {
      submissionId: row.id,
      name: row.name,
      library: row.library,
      hold: row.hold,
      step: step?.title ?? { da: row.step, en: row.step },
      number: row.number,
      handedInAt: row.handed_in_at!,
      answerBy: answerBy(row.handed_in_at!),
      daysWaited: daysBetween(dayOf(row.handed_in_at!), day),
      state: row.state === 'handed-in' ? 'free' : row.claimed_by === viewer.personId ? 'mine' : 'taken',
      conflict,
      holder:
        row.holder && row.since && row.claimed_by !== viewer.personId
          ? holderOf(row.holder, row.since, world.now())
          : null,
    });
  }
  return [...entries.values()];
}
