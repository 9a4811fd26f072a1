import type { World } from '#app/platform/world.server.ts';
import { graderOf } from '#app/use-cases/grading/grader-of.server.ts';
import { pageOf } from '#app/use-cases/page-of.ts';
import { tellApart } from '#app/use-cases/people/tell-apart.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf, daysBetween } from '#curriculum/calendar/calendar-day.ts';
import { countAppeals, listAppealQueue } from '#db/queries/appeal-queue.ts';

export type AppealEntry = {
  appealId: string;
  /** Null until the leader leads the hold or has taken the appeal. */
  name: string | null;
  hold: string;
  step: { da: string; en: string };
  lodgedAt: string;
  daysWaited: number;
  mine: boolean;
};
export type AppealQueue = {
  /** A page of what the leader may judge and is free or theirs. */
  entries: AppealEntry[];
  page: number;
  pages: number;
  count: { open: number; taken: number; excluded: number };
};

const perPage = 25;

/** Appeals that wait for a decision, oldest first. Those the leader may not judge, or another has taken, are counted. */
export async function listAppeals(
  world: World,
  viewer: Viewer,
  asked: { page: number } = { page: 1 },
): Promise<AppealQueue | undefined> {
  if (!may(viewer, 'decide-appeal')) return undefined;
  const grader = await graderOf(world, viewer);
  const count = await countAppeals(world.db, grader);
  const { page, of: pages, ...part } = pageOf(asked.page, count.open, perPage);
  const rows = count.open > 0 ? await listAppealQueue(world.db, grader, part) : [];
  const entries = tellApart(rows, { who: ({ person_id }) => person_id }).map((row): AppealEntry => {
    const course = world.catalogue.find(row.course, row.edition)?.course;
    const mine = row.assessor_id === viewer.personId;
    return {
      appealId: row.id,
      name: row.leads !== null || mine ? row.name : null,
      hold: row.hold,
      step: course?.steps.find(({ id }) => id === row.step)?.title ?? { da: row.step, en: row.step },
      lodgedAt: row.lodged_at,
      daysWaited: daysBetween(dayOf(row.lodged_at), grader.day),
      mine,
    };
  });
  return { entries, page, pages, count };
}
