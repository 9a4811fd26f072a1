import { afterEach, expect, test } from 'vitest';
import { handIn, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { giveLeave } from '#app/use-cases/holds/advisers/give-leave.server.ts';
import { seeAdviser } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { correctAttendance } from '#app/use-cases/holds/attendance/correct-attendance.server.ts';
import { recordAttendance } from '#app/use-cases/holds/attendance/record-attendance.server.ts';
import { addCourseDay } from '#app/use-cases/holds/course-days/add-course-day.server.ts';
import { cancelCourseDay } from '#app/use-cases/holds/course-days/cancel-course-day.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf, listNoted } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const reason = 'Krydset stod på den forkerte linje';

onBothDatabases('a note of attendance', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** An adviser whose next step is the course day, and functions for what the leader sees and does. */
  async function stage() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { leader, holdId } = cast;
    const enrolled = await begin(world, cast);
    const { enrolmentId } = enrolled;
    const walk = async (until?: string) => {
      const clock = worldThrough(world, world.clock.at);
      await walkTo(clock, enrolled, { leaders: [leader] }, until);
      world.clock.at = clock.world.now();
      pass(world, 60);
    };
    await walk('kursusdag');
    const dayNow = async () => (await seeHold(world, leader, holdId))!.days[0]!;
    const courseDayId = (await dayNow()).id;
    const note = (outcome: 'attended' | 'excused' | 'absent') =>
      recordAttendance(world, leader, { courseDayId, enrolmentId, outcome });
    const noted = async () => (await listNoted(world, leader, { holdId, courseDayId }))[0]!;
    const correct = async (outcome: 'attended' | 'excused' | 'absent', by = leader, because = reason) => {
      pass(world, 5);
      const attendanceId = (await noted()).notes[0]!.id;
      return correctAttendance(world, by, { holdId, attendanceId, outcome, reason: because });
    };
    return { ...cast, enrolled, enrolmentId, walk, note, noted, correct };
  }

  test('is made once per course day and shows the leader who made it', async () => {
    const { leader, note, noted } = await stage();
    expect(await note('absent')).toEqual({ ok: true });
    expect(await note('attended')).toEqual({ ok: false, reason: 'noted' });
    expect(await noted()).toMatchObject({
      name: 'Vera Eksempel',
      // Absence counts in the course too, although the step is not done.
      counts: true,
      correct: 'yes',
      notes: [{ outcome: 'absent', by: leader.name, reason: null }],
    });
  });

  test('that was wrong stays beside its correction, is shown in the history, and the adviser gets a letter', async () => {
    const { leader, adviser, enrolmentId, enrolled, note, noted, correct, walk } = await stage();
    await note('attended');
    pass(world, 60);
    const clock = worldThrough(world, world.clock.at);
    await handIn(clock, enrolled, 'sagen');
    expect(await correct('absent')).toMatchObject({ ok: true });
    expect((await seeCourse(world, adviser)).course).toMatchObject({
      state: 'active',
      next: { step: 'kursusdag', action: 'attend' },
    });
    expect((await noted()).notes).toMatchObject([
      { outcome: 'absent', by: leader.name, reason },
      { outcome: 'attended', reason: null },
    ]);
    const seen = (await seeAdviser(world, leader, enrolmentId))!;
    expect(seen.course.steps.find(({ id }) => id === 'kursusdag')?.absences).toBe(1);
    expect(seen.events[0]).toMatchObject({
      type: 'attendance-corrected',
      step: 'kursusdag',
      change: { was: 'attended', now: 'absent' },
      by: leader.name,
      reason,
    });
    await deliverOutbox(world);
    expect(world.letters.at(-1)).toMatchObject({ subject: 'Rettet: du var ikke med på Kursusdagen' });
    expect(world.letters.at(-1)!.body).toContain(reason);
    expect(await rebuildProjections(world)).toEqual({ enrolments: 1, differed: 0 });
    expect(await checkAudit(world)).toEqual([]);

    expect(await correct('attended')).toMatchObject({ ok: true });
    expect((await noted()).notes.map(({ outcome }) => outcome)).toEqual(['attended', 'absent', 'attended']);
    const day = (await seeAdviser(world, leader, enrolmentId))!.course.steps.find(({ id }) => id === 'kursusdag');
    expect([day?.status, day?.absences]).toEqual(['done', undefined]);
    await walk('m6');
    expect(await rebuildProjections(world)).toEqual({ enrolments: 1, differed: 0 });
  });

  test('is corrected only by leaders of the hold, with a reason, and only if it is the latest', async () => {
    const { leader, colleague, adviser, holdId, enrolmentId, note, noted, correct } = await stage();
    await note('absent');
    for (const stranger of [colleague, adviser])
      expect(await correct('attended', stranger)).toEqual({ ok: false, reason: 'not-found' });
    expect(await correct('attended', leader, ' nej ')).toEqual({ ok: false, reason: 'reason-missing' });
    expect(await correct('absent')).toEqual({ ok: false, reason: 'not-noted' });
    const { id: attendanceId } = (await noted()).notes[0]!;
    const elsewhere = { holdId: world.newId(), attendanceId, outcome: 'attended', reason } as const;
    expect(await correctAttendance(world, leader, elsewhere)).toEqual({ ok: false, reason: 'not-found' });
    expect(await correct('excused')).toMatchObject({ ok: true });
    expect(await correctAttendance(world, leader, { ...elsewhere, holdId })).toEqual({
      ok: false,
      reason: 'noted-since',
    });
    await giveLeave(world, leader, { enrolmentId, reason });
    expect((await noted()).correct).toBe('not-active');
    expect(await correct('attended')).toMatchObject({ ok: false, reason: 'enrolment', state: 'suspended' });
    expect(await world.db.selectFrom('attendance').select('outcome').execute()).toHaveLength(2);
  });

  test('cannot be corrected once it decided a choice of steps, and the leader sees why', async () => {
    world = await fakeWorld(await fresh());
    const edition = world.catalogue.editions.at(-1)!;
    const steps = edition.course.steps.filter(({ id }) => ['m1', 'kursusdag', 'm6'].includes(id));
    const [first, day, last] = steps.map(({ id }) => ({ is: 'step' as const, id }));
    const flow = { is: 'in-order' as const, of: [{ is: 'choose' as const, n: 1, of: [first!, day!] }, last!] };
    world.catalogue = catalogueOf([{ ...edition, course: { ...edition.course, steps, flow } }]);
    const cast = await castOf(world);
    const { leader, holdId } = cast;
    const { enrolmentId } = await begin(world, cast);
    pass(world, 60);
    const dayNow = async () => (await seeHold(world, leader, holdId))!.days[0]!;
    const courseDayId = (await dayNow()).id;
    expect(await recordAttendance(world, leader, { courseDayId, enrolmentId, outcome: 'attended' })).toEqual({
      ok: true,
    });
    const noted = (await listNoted(world, leader, { holdId, courseDayId }))[0]!;
    expect(noted.correct).toBe('choice-made');
    pass(world, 60);
    const correction = { holdId, attendanceId: noted.notes[0]!.id, outcome: 'absent', reason } as const;
    expect(await correctAttendance(world, leader, correction)).toEqual({ ok: false, reason: 'choice-made' });
  });

  test('cannot be corrected once a certificate that is based on it is issued', async () => {
    const { note, noted, correct, walk, enrolmentId, leader } = await stage();
    await note('attended');
    await walk();
    expect((await seeAdviser(world, leader, enrolmentId))!.course.state).toBe('certified');
    expect((await noted()).correct).toBe('certificate-issued');
    expect(await correct('absent')).toEqual({ ok: false, reason: 'certificate-issued' });
  });

  /** A course of a lesson, the day and a lesson after it, so that few steps lie before the day. */
  async function short() {
    world = await fakeWorld(await fresh());
    const edition = world.catalogue.editions.at(-1)!;
    const steps = edition.course.steps.filter(({ id }) => ['m1', 'kursusdag', 'm6'].includes(id));
    const flow = { is: 'in-order' as const, of: steps.map(({ id }) => ({ is: 'step' as const, id })) };
    world.catalogue = catalogueOf([{ ...edition, course: { ...edition.course, steps, flow } }]);
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    pass(world, 60);
    const { leader, adviser, holdId } = cast;
    const days = async () => (await seeHold(world, leader, holdId))!.days;
    const status = async () =>
      (await seeAdviser(world, leader, enrolmentId))!.course.steps.find(({ id }) => id === 'kursusdag')!;
    const note = async (at: number, outcome: 'attended' | 'excused' | 'absent') =>
      recordAttendance(world, leader, { courseDayId: (await days())[at]!.id, enrolmentId, outcome });
    const notedOn = async (at: number) =>
      (await listNoted(world, leader, { holdId, courseDayId: (await days())[at]!.id }))[0]!;
    const correct = async (at: number, outcome: 'attended' | 'excused' | 'absent') => {
      pass(world, 5);
      const attendanceId = (await notedOn(at)).notes[0]!.id;
      return correctAttendance(world, leader, { holdId, attendanceId, outcome, reason });
    };
    const read = (step: string) => {
      pass(world, 5);
      return readLesson(world, adviser, { enrolmentId, step });
    };
    return { ...cast, enrolmentId, days, notedOn, status, note, correct, read };
  }

  test('can be made of anybody on the hold, and counts once the steps before the day are done', async () => {
    const { leader, adviser, enrolmentId, notedOn, status, note, read } = await short();
    expect((await status()).status).toBe('closed');
    expect(await note(0, 'attended')).toEqual({ ok: true });
    expect(await notedOn(0)).toMatchObject({ counts: false, correct: 'yes' });
    expect((await status()).status).toBe('closed');
    expect(await seeStep(world, adviser, { enrolmentId, step: 'kursusdag' })).toMatchObject({ wasThere: true });
    expect(await read('m1')).toEqual({ ok: true });
    expect(await status()).toMatchObject({ status: 'done' });
    expect(await notedOn(0)).toMatchObject({ counts: true });
    expect((await seeCourse(world, adviser)).course!.next).toMatchObject({ step: 'm6' });
    expect((await seeAdviser(world, leader, enrolmentId))!.events[0]).toMatchObject({
      type: 'attended',
      by: leader.name,
    });
    expect(await rebuildProjections(world)).toEqual({ enrolments: 1, differed: 0 });
  });

  test('that waits to count is corrected without touching the course, and then the correction waits', async () => {
    const { adviser, status, note, correct, read } = await short();
    await note(0, 'attended');
    expect(await correct(0, 'absent')).toMatchObject({ ok: true });
    await read('m1');
    expect(await status()).toMatchObject({ status: 'now', absences: 1 });
    expect(await correct(0, 'attended')).toMatchObject({ ok: true });
    expect(await status()).toMatchObject({ status: 'done' });
    expect((await seeCourse(world, adviser)).course!.next).toMatchObject({ step: 'm6' });
  });

  test('on a second session of the day is made as well, and stands in when the first was wrong', async () => {
    const { leader, holdId, days, notedOn, status, note, correct, read } = await short();
    const { heldOn } = (await days())[0]!;
    expect(await addCourseDay(world, leader, { holdId, heldOn, startsAt: '13:00', place: 'Herning' })).toEqual({
      ok: true,
    });
    await read('m1');
    expect(await note(0, 'attended')).toEqual({ ok: true });
    expect(await note(1, 'attended')).toEqual({ ok: true });
    expect(await status()).toMatchObject({ status: 'done' });
    // The morning was somebody else; the afternoon counts instead.
    expect(await correct(0, 'absent')).toMatchObject({ ok: true });
    expect(await status()).toMatchObject({ status: 'done', absences: 1 });
    expect([(await notedOn(0)).counts, (await notedOn(1)).counts]).toEqual([true, true]);
    expect(await correct(1, 'excused')).toMatchObject({ ok: true });
    expect(await status()).toMatchObject({ status: 'now' });
  });

  test('is refused of somebody without a seat, and of a day that was cancelled', async () => {
    const { leader, holdId, days, note } = await short();
    const stranger = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const asked = await requestSeat(world, stranger, { holdId });
    const courseDayId = (await days())[0]!.id;
    expect(
      await recordAttendance(world, leader, {
        courseDayId,
        enrolmentId: asked.ok ? asked.enrolmentId : '',
        outcome: 'attended',
      }),
    ).toEqual({ ok: false, reason: 'enrolment', state: 'requested' });
    expect(await cancelCourseDay(world, leader, { holdId, courseDayId, reason: 'Sne over hele landet' })).toEqual({
      ok: true,
    });
    expect(await note(0, 'attended')).toEqual({ ok: false, reason: 'not-found' });
  });
});
