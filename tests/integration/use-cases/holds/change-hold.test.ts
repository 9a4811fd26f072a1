import { afterEach, expect, test } from 'vitest';
import { recordAttendance } from '#app/use-cases/holds/attendance/record-attendance.server.ts';
import { changeSeats } from '#app/use-cases/holds/change-seats.server.ts';
import { addCourseDay } from '#app/use-cases/holds/course-days/add-course-day.server.ts';
import { cancelCourseDay } from '#app/use-cases/holds/course-days/cancel-course-day.server.ts';
import { changeCourseDay } from '#app/use-cases/holds/course-days/change-course-day.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { seatsOf } from '#app/use-cases/holds/seats-of.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody, someHold } from '../../../world.ts';

onBothDatabases('a running hold', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('may already have begun when it is created, but not have ended', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'] });
    const { course } = world.catalogue.editions.at(-1)!;
    const made = (endsOn: string) =>
      createHold(world, leader, {
        name: 'Prøvehold',
        course: course.id,
        edition: course.edition,
        startsOn: '2026-11-01',
        endsOn,
        seats: 20,
        selfEnrol: true,
      });
    expect(await made('2026-11-23')).toMatchObject({ issues: [{ field: 'endsOn', problem: 'in-the-past' }] });
    expect(await made('2026-11-24')).toMatchObject({ ok: true });
  });

  test('can get another course day, which its advisers see until the day is over', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { leader, colleague, adviser, holdId } = cast;
    const { enrolmentId } = await begin(world, cast);
    const day = { holdId, heldOn: '2026-12-01', startsAt: '13:30', place: ' Vejle ' };
    expect(await addCourseDay(world, colleague, day)).toEqual({ ok: false, reason: 'not-found' });
    expect(await addCourseDay(world, leader, day)).toEqual({ ok: true });
    expect(await addCourseDay(world, leader, day)).toMatchObject({ issues: [{ field: 'startsAt', problem: 'taken' }] });
    const wrong = { ...day, startsAt: '25:00', place: 'x'.repeat(201) };
    expect(await addCourseDay(world, leader, { ...wrong, heldOn: '2026-02-30' })).toMatchObject({
      issues: [
        { field: 'heldOn', problem: 'not-a-day' },
        { field: 'startsAt', problem: 'not-a-clock' },
        { field: 'place', problem: 'too-long' },
      ],
    });
    for (const heldOn of ['2026-10-31', '2027-11-02'])
      expect(await addCourseDay(world, leader, { ...day, heldOn })).toMatchObject({ issues: [{ problem: 'outside' }] });
    expect((await seeHold(world, leader, holdId))!.days.map(({ heldOn }) => heldOn)).toEqual([
      '2026-11-20',
      '2026-12-01',
    ]);

    const step = world.catalogue.editions.at(-1)!.course.steps.find(({ kind }) => kind === 'day')!.id;
    const seen = async () => {
      const view = await seeStep(world, adviser, { enrolmentId, step });
      return view?.kind === 'day' && view.days;
    };
    // The first was on the 20th of November, and today is the 24th.
    const ahead = {
      ...{ id: expect.any(String), step, heldOn: '2026-12-01', startsAt: '13:30', place: 'Vejle' },
      regret: null,
    };
    expect(await seen()).toEqual([ahead]);
    expect((await seeCourse(world, adviser)).course!.days).toEqual([ahead]);
    world.clock.at = '2026-12-01T22:59:00.000Z';
    expect(await seen()).toHaveLength(1);
    world.clock.at = '2026-12-01T23:00:00.000Z';
    expect(await seen()).toEqual([]);
  });

  test('can meet twice on one day, and a session is put right, moved and cancelled with a letter', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { leader, colleague, adviser, holdId } = cast;
    await begin(world, cast);
    const morning = { holdId, heldOn: '2026-12-01', startsAt: '09:00', place: 'Odense' };
    expect(await addCourseDay(world, leader, morning)).toEqual({ ok: true });
    expect(await addCourseDay(world, leader, { ...morning, startsAt: '13:00', place: 'Herning' })).toEqual({
      ok: true,
    });
    expect(await addCourseDay(world, leader, { ...morning, place: ' Odense ' })).toMatchObject({
      issues: [{ field: 'startsAt', problem: 'taken' }],
    });
    const days = async () =>
      (await seeHold(world, leader, holdId))!.days
        .filter(({ heldOn, cancelled }) => heldOn >= '2026-12-01' && cancelled === null)
        .map(({ heldOn, startsAt, place }) => [heldOn, startsAt, place].join(' '));
    expect(await days()).toEqual(['2026-12-01 09:00 Odense', '2026-12-01 13:00 Herning']);

    const second = (await seeHold(world, leader, holdId))!.days.find(({ startsAt }) => startsAt === '13:00')!;
    const change = (changed: object, by = leader) =>
      changeCourseDay(world, by, { ...second, holdId, courseDayId: second.id, ...changed });
    const letters = async () =>
      (await world.db.selectFrom('outbox').select(['recipient', 'subject', 'body']).execute()).filter(({ subject }) =>
        subject.includes('Kursusdagen på'),
      );
    expect(await change({ startsAt: '14:00' }, colleague)).toEqual({ ok: false, reason: 'not-found' });
    expect(await change({})).toEqual({ ok: true });
    expect(await letters()).toEqual([]);
    expect(await change({ startsAt: '09:00', place: 'Odense' })).toMatchObject({ issues: [{ problem: 'taken' }] });
    expect(await change({ heldOn: '2027-12-31' })).toMatchObject({ issues: [{ field: 'heldOn', problem: 'outside' }] });
    pass(world, 1);
    expect(await change({ heldOn: '2026-12-02', startsAt: '14:30', place: 'Vejle' })).toEqual({ ok: true });
    expect(await days()).toEqual(['2026-12-01 09:00 Odense', '2026-12-02 14:30 Vejle']);
    const [told] = await letters();
    expect(told).toMatchObject({
      recipient: expect.stringMatching(/^vera-/),
      subject: expect.stringContaining('er ændret'),
    });
    expect(told!.body).toContain('Før: 1. december 2026 kl. 13.00, Herning');
    expect(told!.body).toContain('Nu: 2. december 2026 kl. 14.30, Vejle');
    expect((await seeCourse(world, adviser)).course!.days.map(({ heldOn }) => heldOn)).toEqual([
      '2026-12-01',
      '2026-12-02',
    ]);

    pass(world, 1);
    const cancel = (reason: string, by = leader) =>
      cancelCourseDay(world, by, { holdId, courseDayId: second.id, reason });
    expect(await cancel('Lokalet er oversvømmet', colleague)).toEqual({ ok: false, reason: 'not-found' });
    expect(await cancel(' ')).toEqual({ ok: false, reason: 'reason-missing' });
    expect(await cancel('Lokalet er oversvømmet')).toEqual({ ok: true });
    expect(await cancel('Lokalet er oversvømmet')).toEqual({ ok: false, reason: 'not-found' });
    expect(await change({ startsAt: '10:00' })).toEqual({ ok: false, reason: 'not-found' });
    expect(await days()).toEqual(['2026-12-01 09:00 Odense']);
    expect((await seeCourse(world, adviser)).course!.days.map(({ heldOn }) => heldOn)).toEqual(['2026-12-01']);
    const cancelled = (await seeHold(world, leader, holdId))!.days.find(({ id }) => id === second.id);
    expect(cancelled).toMatchObject({ held: false, cancelled: 'Lokalet er oversvømmet' });
    const bodies = (await letters()).map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toContain('Grund: Lokalet er oversvømmet');
    // The same place and time can be used again.
    expect(
      await addCourseDay(world, leader, { holdId, heldOn: '2026-12-02', startsAt: '14:30', place: 'Vejle' }),
    ).toEqual({
      ok: true,
    });
    expect(await checkAudit(world)).toEqual([]);
  });

  test('keeps a course day on which attendance was noted, but its time and place can be put right', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { leader, holdId } = cast;
    const { enrolmentId } = await begin(world, cast);
    const day = (await seeHold(world, leader, holdId))!.days[0]!;
    const courseDayId = day.id;
    expect(await recordAttendance(world, leader, { courseDayId, enrolmentId, outcome: 'attended' })).toEqual({
      ok: true,
    });
    const change = (changed: object) => changeCourseDay(world, leader, { ...day, holdId, courseDayId, ...changed });
    expect(await change({ heldOn: '2026-11-21' })).toEqual({ ok: false, reason: 'day-noted' });
    expect(await cancelCourseDay(world, leader, { holdId, courseDayId, reason: 'Den blev ikke til noget' })).toEqual({
      ok: false,
      reason: 'day-noted',
    });
    expect(await change({ startsAt: '10:15' })).toEqual({ ok: true });
    expect((await seeHold(world, leader, holdId))!.days[0]).toMatchObject({ heldOn: day.heldOn, startsAt: '10:15' });
  });

  test('can get more seats, but never fewer than are taken', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    const other = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'] });
    const holdId = await someHold(world, leader, 1);
    const approve = async (givenName: string) => {
      const adviser = await somebody(world, { givenName, roles: ['adviser'], library: libraries.herning });
      const asked = await requestSeat(world, adviser, { holdId });
      if (!asked.ok) throw new Error(asked.reason);
      return () => decideRequest(world, leader, { enrolmentId: asked.enrolmentId, decision: 'approve' });
    };
    const [vera, villy] = [await approve('Vera'), await approve('Villy')];
    expect(await vera()).toEqual({ ok: true });
    expect(await villy()).toEqual({ ok: false, reason: 'full' });
    expect(await changeSeats(world, other, { holdId, seats: 2 })).toEqual({ ok: false, reason: 'not-found' });
    for (const seats of [0, 501, 1.5, Number.NaN])
      expect(await changeSeats(world, leader, { holdId, seats })).toEqual({ ok: false, reason: 'not-a-number' });
    expect(await changeSeats(world, leader, { holdId, seats: 2 })).toEqual({ ok: true });
    expect(await villy()).toEqual({ ok: true });
    expect(await changeSeats(world, leader, { holdId, seats: 1 })).toEqual({
      ok: false,
      reason: 'seats-taken',
      taken: 2,
    });
    expect(await seeHold(world, leader, holdId)).toMatchObject({ seats: 2, taken: 2 });
  });
});

test('a number of seats consists of digits only', () => {
  expect(['10', ' 10 ', '1e1', '0x10', '10,5', '-1', ''].map(seatsOf)).toEqual([10, 10, ...Array(5).fill(Number.NaN)]);
});
