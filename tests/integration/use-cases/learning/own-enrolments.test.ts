import { afterEach, expect, test } from 'vitest';
import { moveDeadline } from '#app/use-cases/holds/advisers/move-deadline.server.ts';
import { addCourseDay } from '#app/use-cases/holds/course-days/add-course-day.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { withdraw } from '#app/use-cases/learning/withdraw.server.ts';
import { listOwnEnrolments } from '#db/queries/enrolment.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, someHold } from '../../../world.ts';

onBothDatabases('the enrolments of one person', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('are listed once each, newest first, with the dates of their hold, however many course days it has', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { leader, adviser, holdId } = cast;
    const first = await begin(world, cast);
    const day = { startsAt: '09:00', place: 'Vejle' };
    for (const heldOn of ['2026-12-10', '2026-12-01', '2026-11-24'])
      expect(await addCourseDay(world, leader, { ...day, holdId, heldOn })).toEqual({ ok: true });
    expect(
      await moveDeadline(world, leader, { enrolmentId: first.enrolmentId, day: '2027-12-24', reason: 'Barsel' }),
    ).toEqual({ ok: true });
    await withdraw(world, adviser, { enrolmentId: first.enrolmentId });
    world.clock.at = '2026-11-24T12:00:00.000Z';
    const second = await begin(world, { leader, adviser, holdId: await someHold(world, leader) });

    const own = await listOwnEnrolments(world.db, adviser.personId, '2026-11-24');
    const ahead = own.enrolments.map(({ enrolment, dates }) => ({
      id: enrolment.id,
      step: enrolment.step,
      finishBy: dates.finishBy,
      days: dates.days.map(({ held_on, place }) => `${held_on} ${place}`),
    }));
    expect(ahead).toEqual([
      { id: second.enrolmentId, step: 'm1', finishBy: '2027-11-01', days: [] },
      {
        id: first.enrolmentId,
        step: null,
        finishBy: '2027-12-24',
        days: ['2026-11-24 Vejle', '2026-12-01 Vejle', '2026-12-10 Vejle'],
      },
    ]);
    expect([own.hasCertificates, own.hasProofs]).toEqual([false, false]);
    expect((await seeCourse(world, adviser)).course).toMatchObject({ finishBy: '2027-11-01', days: [] });
    const nobody = await listOwnEnrolments(world.db, leader.personId, '2026-11-24');
    expect(nobody).toEqual({ enrolments: [], hasCertificates: false, hasProofs: false });
  });

  test('take one statement on My certificate if nothing is issued yet', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    await begin(world, cast);
    await seeCourse(world, cast.adviser);
    const asked: string[] = [];
    const db = world.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result, queryId }) => {
        asked.push(queryId.queryId);
        return result;
      },
    });
    const { course } = await seeCourse({ ...world, db }, cast.adviser);
    expect(course).toMatchObject({ state: 'active' });
    expect(asked).toHaveLength(1);
  });
});
