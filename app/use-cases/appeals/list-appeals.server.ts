import type { World } from '#app/platform/world.server.ts';
import { conflictOf } from '#app/use-cases/grading/conflict-of.server.ts';
import { scopeOfWork } from '#app/use-cases/grading/scope-of-work.server.ts';
import { tellApart } from '#app/use-cases/people/tell-apart.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import { findAppeal, listOpenAppeals } from '#db/queries/appeal.ts';
import { type Involvement, involvementOf } from './involvement-of.ts';

export type AppealEntry = {
  appealId: string;
  /** Null until the leader leads the hold or has taken the appeal. */
  name: string | null;
  hold: string;
  step: { da: string; en: string };
  lodgedAt: string;
  daysWaited: number;
  state: 'free' | 'mine' | 'taken';
  involvement: Involvement;
};

/** Appeals that wait for a decision, oldest first. Those the leader may not judge are included, with the reason. */
export async function listAppeals(world: World, viewer: Viewer): Promise<AppealEntry[]> {
  if (!may(viewer, 'decide-appeal')) return [];
  const today = dayOf(world.now());
  const entries: AppealEntry[] = [];
  // Appeals are few, so we can ask the state chart of each one whether this leader was already involved.
  for (const row of tellApart(await listOpenAppeals(world.db), { who: ({ person_id }) => person_id })) {
    const record = (await findRecord(world, world.db, row.enrolment_id))!;
    const appeal = (await findAppeal(world.db, row.id))!;
    const conflict = await conflictOf(world, world.db, viewer.personId, row.person_id);
    const work = { step: row.step, claimed_by: row.assessor_id };
    entries.push({
      appealId: row.id,
      name: may(viewer, 'see-submission', await scopeOfWork(world.db, work, record.enrolment)) ? row.name : null,
      hold: row.hold,
      step: record.edition.course.steps.find(({ id }) => id === row.step)!.title,
      lodgedAt: row.lodged_at,
      daysWaited: daysBetween(dayOf(row.lodged_at), today),
      state: row.assessor_id === null ? 'free' : row.assessor_id === viewer.personId ? 'mine' : 'taken',
      involvement: involvementOf(record, appeal, viewer.personId, conflict),
    });
  }
  return entries;
}
