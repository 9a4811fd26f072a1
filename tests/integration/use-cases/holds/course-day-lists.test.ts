import { afterEach, expect, test } from 'vitest';
import { recordAttendance } from '#app/use-cases/holds/attendance/record-attendance.server.ts';
import { addCourseDay } from '#app/use-cases/holds/course-days/add-course-day.server.ts';
import { seeCourseDay } from '#app/use-cases/holds/course-days/see-course-day.server.ts';
import { pageOfAdvisers } from '#app/use-cases/holds/page-of-advisers.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld } from '../../../world.ts';

onBothDatabases('the page of a course day', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    const { days } = (await seeHold(world, cast.leader, cast.holdId))!;
    return { ...cast, enrolmentId, day: { holdId: cast.holdId, courseDayId: days[0]!.id } };
  }

  test('opens with the list that has somebody, and moves a person to the noted when they are noted', async () => {
    const { leader, enrolmentId, day } = await stage();
    const before = (await seeCourseDay(world, leader, { ...day, list: 'others' }))!;
    expect(before.counts).toEqual({ awaited: 0, others: 1, noted: 0 });
    expect(before.shown.people).toMatchObject([{ enrolmentId }]);
    const { courseDayId } = day;
    expect(await recordAttendance(world, leader, { courseDayId, enrolmentId, outcome: 'absent' })).toEqual({
      ok: true,
    });
    const after = (await seeCourseDay(world, leader, day))!;
    expect([after.shown.list, after.counts]).toEqual(['noted', { awaited: 0, others: 0, noted: 1 }]);
    expect((await seeHold(world, leader, day.holdId))!.days[0]).toMatchObject({
      awaited: 0,
      noted: { attended: 0, excused: 0, absent: 1 },
    });
  });

  test('has nobody to note before the day has come', async () => {
    const { leader, holdId } = await stage();
    const ahead = { holdId, heldOn: '2026-12-15', startsAt: '10:00', place: 'Herning' };
    expect(await addCourseDay(world, leader, ahead)).toEqual({ ok: true });
    const { days } = (await seeHold(world, leader, holdId))!;
    const { id: courseDayId } = days.find(({ heldOn }) => heldOn === ahead.heldOn)!;
    const seen = (await seeCourseDay(world, leader, { holdId, courseDayId, list: 'others' }))!;
    expect([seen.day.held, seen.counts]).toEqual([false, { awaited: 0, others: 0, noted: 0 }]);
  });

  test('finds people by a part of their name, whatever the accents', async () => {
    const { leader, day } = await stage();
    const found = async (find: string) => (await seeCourseDay(world, leader, { ...day, list: 'others', find }))!.found;
    expect([await found('véra'), await found('eksempel ver'), await found('åse')]).toEqual([1, 1, 0]);
  });

  test('is not there for other leaders, for advisers, or under another hold', async () => {
    const { leader, colleague, adviser, day } = await stage();
    for (const stranger of [colleague, adviser]) expect(await seeCourseDay(world, stranger, day)).toBeUndefined();
    expect(await seeCourseDay(world, leader, { ...day, holdId: world.newId() })).toBeUndefined();
    expect(await seeCourseDay(world, leader, { ...day, courseDayId: world.newId() })).toBeUndefined();
  });
});

test('a hold shows fifty people a page, those stuck for longest first, and leaves nobody out', () => {
  const adviser = (at: number) => ({
    enrolmentId: String(at),
    name: `Person ${String(at).padStart(3, '0')} Eksempel`,
    seat: at % 20 === 0 ? 'asked' : 'given',
    attention: at % 7 === 0 ? { why: 'quiet', days: at } : null,
  });
  const all = Array.from({ length: 194 }, (_, at) => adviser(at)) as unknown as Parameters<typeof pageOfAdvisers>[0];
  const pages = [1, 2, 3, 4].map((page) => pageOfAdvisers(all, { find: '', page }));
  expect(pages.map(({ rows, of }) => [rows.length, of])).toEqual([
    [50, 4],
    [50, 4],
    [50, 4],
    [34, 4],
  ]);
  const shown = pages.flatMap(({ rows }) => rows.map(({ enrolmentId }) => enrolmentId));
  expect(new Set(shown).size).toBe(184);
  expect(shown.slice(0, 3)).toEqual(['189', '182', '175']);
  expect(pageOfAdvisers(all, { find: 'person 18', page: 9 })).toMatchObject({ page: 1, of: 1, found: 11 });
});
