import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Attendance } from '#curriculum/flow/flow-event.ts';
import { listAllCourseDays, listAttendance } from '#db/queries/course-day.ts';
import { countSeatsTaken, findHold, listLeaderNames } from '#db/queries/hold.ts';
import { type Adviser, advisersOf } from './advisers-of.server.ts';
import { attendanceOn } from './attendance/attendance-on.ts';
import { type CourseDayEntry, courseDayEntries } from './course-days/course-day-entries.ts';

type Words = { da: string; en: string };
export type HoldView = {
  id: string;
  name: string;
  courseId: string;
  course: Words;
  edition: string;
  startsOn: string;
  endsOn: string;
  seats: number;
  taken: number;
  leaders: string[];
  leaderIds: readonly string[];
  steps: { id: string; kind: 'lesson' | 'quiz' | 'practical' | 'day'; title: Words }[];
  days: (CourseDayEntry & { awaited: number; noted: Record<Attendance, number> })[];
  advisers: Adviser[];
};

/** One hold: how far everybody is, who is stuck, and the course days. */
export async function seeHold(world: World, viewer: Viewer, holdId: string): Promise<HoldView | undefined> {
  const hold = await findHold(world.db, holdId);
  if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return undefined;
  const course = world.catalogue.find(hold.course, hold.edition)?.course;
  if (!course) throw new Error(`The files of ${hold.course}/${hold.edition} are not there.`);
  const advisers = (await advisersOf(world, [holdId])).get(holdId)!;
  const attendance = await listAttendance(world.db, { holdId });
  const days = courseDayEntries(await listAllCourseDays(world.db, holdId), dayOf(world.now())).map((day) => {
    const { awaited, noted } = attendanceOn(day, attendance, advisers);
    const count = (outcome: Attendance) => noted.filter(({ here: [latest] }) => latest.outcome === outcome).length;
    return {
      ...day,
      awaited: awaited.length,
      noted: { attended: count('attended'), excused: count('excused'), absent: count('absent') },
    };
  });
  return {
    id: hold.id,
    name: hold.name,
    courseId: course.id,
    course: course.title,
    edition: course.edition,
    startsOn: hold.starts_on,
    endsOn: hold.ends_on,
    seats: hold.seats,
    taken: await countSeatsTaken(world.db, hold.id),
    leaders: (await listLeaderNames(world.db, holdId)).sort(danish.compare),
    leaderIds: hold.leaderIds,
    steps: course.steps.map(({ id, kind, title }) => ({ id, kind, title })),
    days,
    advisers,
  };
}
