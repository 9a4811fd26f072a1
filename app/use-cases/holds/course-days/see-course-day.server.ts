import type { World } from '#app/platform/world.server.ts';
import { pageOf } from '#app/use-cases/page-of.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listProvenEnrolments } from '#db/queries/attendance-proof.ts';
import { listAllCourseDays, listAttendance } from '#db/queries/course-day.ts';
import { findHold } from '#db/queries/hold.ts';
import { listRegrets } from '#db/queries/regret.ts';
import { containsWords } from '#db/text-keys.ts';
import { advisersOf } from '../advisers-of.server.ts';
import { type AttendanceNotes, attendanceNotes } from '../attendance/attendance-notes.ts';
import { attendanceOn } from '../attendance/attendance-on.ts';
import { type CourseDayEntry, courseDayEntries } from './course-day-entries.ts';

export const courseDayLists = ['awaited', 'others', 'noted'] as const;
export type CourseDayList = (typeof courseDayLists)[number];
type Asked = { list?: string | null; find?: string; page?: number };
type Expected = { enrolmentId: string; name: string; library: string | null };

export type CourseDayView = {
  hold: { id: string; name: string };
  day: CourseDayEntry;
  /** Who said that they cannot come, and why. */
  regrets: { enrolmentId: string; name: string; reason: string; at: string }[];
  counts: Record<CourseDayList, number>;
  find: string;
  /** The page of the list that is shown. */
  shown: { list: 'awaited' | 'others'; people: Expected[] } | { list: 'noted'; people: AttendanceNotes[] };
  found: number;
  page: number;
  of: number;
};

const perPage = 50;

/**
 * One course day of a hold: whose attendance is missing, of whom else it may be noted, and who was noted. Unless the
 * viewer asks for a list, it is the first of them that has anybody.
 */
export async function seeCourseDay(
  world: World,
  viewer: Viewer,
  { holdId, courseDayId, ...asked }: { holdId: string; courseDayId: string } & Asked,
): Promise<CourseDayView | undefined> {
  const hold = await findHold(world.db, holdId);
  if (!hold || !may(viewer, 'lead-hold', { leaderIds: hold.leaderIds })) return undefined;
  const days = courseDayEntries(await listAllCourseDays(world.db, holdId), dayOf(world.now()));
  const day = days.find(({ id }) => id === courseDayId);
  if (!day) return undefined;
  const course = world.catalogue.find(hold.course, hold.edition)?.course;
  if (!course) throw new Error(`The files of ${hold.course}/${hold.edition} are not there.`);
  const advisers = (await advisersOf(world, [holdId])).get(holdId)!;
  const lists = attendanceOn(day, await listAttendance(world.db, { holdId }), advisers);
  const list =
    courseDayLists.find((each) => each === asked.list) ??
    courseDayLists.find((each) => each !== 'others' && lists[each].length > 0) ??
    'awaited';
  const find = asked.find ?? '';
  const pick = <Person>(people: readonly Person[], nameOf: (person: Person) => string) => {
    const found = people.filter((person) => containsWords(nameOf(person), find));
    const { page, of, limit, offset } = pageOf(asked.page ?? 1, found.length, perPage);
    return { people: found.slice(offset, offset + limit), found: found.length, page, of };
  };
  const view = {
    hold: { id: hold.id, name: hold.name },
    day,
    regrets: (await listRegrets(world.db, day.id)).map(({ recorded_at, ...regret }) => ({
      ...regret,
      at: recorded_at,
    })),
    counts: { awaited: lists.awaited.length, others: lists.others.length, noted: lists.noted.length },
    find,
  };
  if (list === 'noted') {
    const { people, ...rest } = pick(lists.noted, ({ adviser }) => adviser.name);
    const about = { proven: new Set(await listProvenEnrolments(world.db, holdId)), flow: course.flow };
    return { ...view, ...rest, shown: { list, people: people.map((each) => attendanceNotes(each, about)) } };
  }
  const { people, ...rest } = pick(lists[list], ({ name }) => name);
  const shown = people.map(({ enrolmentId, name, library }) => ({ enrolmentId, name, library }));
  return { ...view, ...rest, shown: { list, people: shown } };
}
