import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { recordAttendance } from '#app/use-cases/holds/attendance/record-attendance.server.ts';
import { addCourseDay } from '#app/use-cases/holds/course-days/add-course-day.server.ts';
import { cancelCourseDay } from '#app/use-cases/holds/course-days/cancel-course-day.server.ts';
import { changeCourseDay } from '#app/use-cases/holds/course-days/change-course-day.server.ts';
import { seeCourseDay } from '#app/use-cases/holds/course-days/see-course-day.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { sendRegret } from '#app/use-cases/learning/course-day/send-regret.server.ts';
import { undoRegret } from '#app/use-cases/learning/course-day/undo-regret.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, pass } from '../../../world.ts';

const reason = 'Min søn har første skoledag';

onBothDatabases('who cannot come to a course day', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    await deliverOutbox(world);
    const hold = (await seeHold(world, cast.leader, cast.holdId))!;
    const heldOn = addDays(dayOf(world.now()), 40);
    const added = { holdId: cast.holdId, heldOn, startsAt: '09:00', place: 'Odense' };
    expect(await addCourseDay(world, cast.leader, added)).toEqual({ ok: true });
    expect(hold.days.every((each) => each.heldOn < heldOn)).toBe(true);
    const day = (await seeHold(world, cast.leader, cast.holdId))!.days.find((each) => each.heldOn === heldOn)!;
    const input = { enrolmentId: enrolled.enrolmentId, courseDayId: day.id };
    const letters = async () =>
      (
        await world.db
          .selectFrom('outbox')
          .select(['subject', 'body', 'sent_at'])
          .where('dedupe_key', 'like', 'regret:%')
          .orderBy('created_at')
          .execute()
      ).map(({ subject, body, sent_at }) => ({ subject, body, sent: sent_at !== null }));
    const regrets = async () =>
      (await seeCourseDay(world, cast.leader, { holdId: cast.holdId, courseDayId: day.id }))!.regrets;
    const ownDay = async () => (await seeCourse(world, cast.adviser)).course!.days[0];
    return { ...cast, enrolled, day, input, letters, regrets, ownDay };
  }

  test('says why; the leader gets a letter and sees it, the seat stays, and a second message changes nothing', async () => {
    const { adviser, input, letters, regrets, ownDay, day } = await stage();
    expect(await sendRegret(world, adviser, { ...input, reason })).toEqual({ ok: true });
    expect(await sendRegret(world, adviser, { ...input, reason })).toEqual({ ok: true });
    expect(await letters()).toEqual([
      {
        subject: 'Vera Eksempel kan ikke komme til kursusdagen',
        body: expect.stringContaining(`Grund: ${reason}`),
        sent: false,
      },
    ]);
    expect((await letters())[0]!.body).toContain(`/days/${day.id}`);
    expect(await regrets()).toMatchObject([{ enrolmentId: input.enrolmentId, name: 'Vera Eksempel', reason }]);
    expect(await ownDay()).toMatchObject({ id: day.id, regret: reason });
    expect((await seeCourse(world, adviser)).course).toMatchObject({ state: 'active' });
  });

  test('takes back a letter that was not sent, and writes another to whoever had it', async () => {
    const { adviser, input, letters, regrets, ownDay } = await stage();
    await sendRegret(world, adviser, { ...input, reason });
    expect(await undoRegret(world, adviser, input)).toEqual({ ok: true });
    expect(await letters()).toEqual([]);
    expect(await regrets()).toEqual([]);
    expect(await ownDay()).toMatchObject({ regret: null });
    await sendRegret(world, adviser, { ...input, reason });
    await deliverOutbox(world);
    pass(world, 5);
    for (let time = 0; time < 2; time++) expect(await undoRegret(world, adviser, input)).toEqual({ ok: true });
    expect((await letters()).map(({ subject, sent }) => [subject, sent])).toEqual([
      ['Vera Eksempel kan ikke komme til kursusdagen', true],
      ['Vera Eksempel kommer alligevel til kursusdagen', false],
    ]);
  });

  test('is asked anew when the day moves to another time, not when only its place changes', async () => {
    const { adviser, leader, holdId, day, input, regrets } = await stage();
    const session = { holdId, courseDayId: day.id, heldOn: day.heldOn, startsAt: day.startsAt, place: 'Aarhus' };
    await sendRegret(world, adviser, { ...input, reason });
    expect(await changeCourseDay(world, leader, session)).toEqual({ ok: true });
    expect(await regrets()).toHaveLength(1);
    expect(await changeCourseDay(world, leader, { ...session, startsAt: '11:30' })).toEqual({ ok: true });
    expect(await regrets()).toEqual([]);
  });

  test('is refused without a reason, for somebody else, and on a day that is unknown or noted', async () => {
    const { adviser, leader, colleague, day, enrolled, input, letters } = await stage();
    const send = () => sendRegret(world, adviser, { ...input, reason });
    expect(await sendRegret(world, adviser, { ...input, reason: ' nej ' })).toEqual({
      ok: false,
      reason: 'reason-missing',
    });
    for (const stranger of [leader, colleague]) {
      expect(await sendRegret(world, stranger, { ...input, reason })).toEqual({ ok: false, reason: 'not-found' });
      expect(await undoRegret(world, stranger, input)).toEqual({ ok: false, reason: 'not-found' });
    }
    expect(await sendRegret(world, adviser, { ...input, courseDayId: 'none', reason })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [leader] }, 'kursusdag');
    world.clock.at = clock.world.now();
    pass(world, 60);
    world.clock.at = `${day.heldOn}T12:00:00.000Z`;
    expect(await recordAttendance(world, leader, { ...input, outcome: 'absent' })).toEqual({ ok: true });
    expect(await send()).toEqual({ ok: false, reason: 'day-done' });
    expect(await letters()).toEqual([]);
  });

  test('is refused on a day that is cancelled, and on one that is over', async () => {
    const { adviser, leader, holdId, day, input } = await stage();
    const send = () => sendRegret(world, adviser, { ...input, reason });
    world.clock.at = `${day.heldOn}T12:00:00.000Z`;
    pass(world, 24 * 60);
    expect(await send()).toEqual({ ok: false, reason: 'day-over' });
    expect(await undoRegret(world, adviser, input)).toEqual({ ok: false, reason: 'day-over' });
    await cancelCourseDay(world, leader, { holdId, courseDayId: day.id, reason });
    expect(await send()).toEqual({ ok: false, reason: 'day-cancelled' });
  });
});
