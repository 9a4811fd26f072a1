import { afterEach, expect, test } from 'vitest';
import { handIn, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { giveLeave } from '#app/use-cases/holds/advisers/give-leave.server.ts';
import { moveDeadline } from '#app/use-cases/holds/advisers/move-deadline.server.ts';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { sweepDeadlines } from '#app/use-cases/learning/sweep-deadlines.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../../world.ts';

/** The last day of the hold in these tests, and instants on both sides of its midnight in Copenhagen. */
const lastDay = '2027-11-01';
const lastMinute = '2027-11-01T22:59:00.000Z';
const nextDay = '2027-11-01T23:00:00.000Z';

onBothDatabases('the deadline of an enrolment', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const stateOf = async (enrolmentId: string) => (await findEnrolment(world.db, enrolmentId))!.state;

  async function stage() {
    world = await fakeWorld(await fresh());
    return castOf(world);
  }

  test('ends an unfinished enrolment on the day after it, not before, and the adviser gets a letter', async () => {
    const cast = await stage();
    const { enrolmentId } = await begin(world, cast);
    const ask = async (givenName: string) => {
      const viewer = await somebody(world, { givenName, roles: ['adviser'] });
      const asked = await requestSeat(world, viewer, { holdId: cast.holdId });
      return asked.ok ? asked.enrolmentId : '';
    };
    const [requested, waiting, seated] = [await ask('Anja'), await ask('Bo'), await ask('Clara')];
    await decideRequest(world, cast.leader, { enrolmentId: waiting, decision: 'waitlist' });
    await decideRequest(world, cast.leader, { enrolmentId: seated, decision: 'approve' });
    await deliverOutbox(world);

    expect((await seeCourse(world, cast.adviser)).course).toMatchObject({ finishBy: lastDay });
    world.clock.at = lastMinute;
    expect(await sweepDeadlines(world)).toBe(0);
    world.clock.at = nextDay;
    expect(await sweepDeadlines(world)).toBe(4);
    expect(await Promise.all([enrolmentId, requested, waiting, seated].map(stateOf))).toEqual([
      'lapsed',
      'declined',
      'declined',
      'lapsed',
    ]);
    expect(await sweepDeadlines(world)).toBe(0);
    const before = world.letters.length;
    await deliverOutbox(world);
    expect(
      world.letters
        .slice(before)
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual([
      'Der blev ikke plads på It-pædagogisk vejleder',
      'Der blev ikke plads på It-pædagogisk vejleder',
      'Fristen for It-pædagogisk vejleder er gået',
      'Fristen for It-pædagogisk vejleder er gået',
    ]);
    expect(await rebuildProjections(world)).toEqual({ enrolments: 4, differed: 0 });
  });

  test('can be moved for one person, even on leave; the latest decision counts', async () => {
    const cast = await stage();
    const { enrolmentId } = await begin(world, cast);
    const reason = 'Barsel';
    expect(await moveDeadline(world, cast.leader, { enrolmentId, day: '2027-02-30', reason })).toEqual({
      ok: false,
      reason: 'not-a-day',
    });
    expect(await moveDeadline(world, cast.leader, { enrolmentId, day: '2026-11-23', reason })).toEqual({
      ok: false,
      reason: 'day-in-the-past',
    });
    // Today can still be the deadline; the later decision counts.
    expect(await moveDeadline(world, cast.leader, { enrolmentId, day: '2026-11-24', reason })).toEqual({ ok: true });
    expect(await moveDeadline(world, cast.leader, { enrolmentId, day: '2027-01-31', reason })).toEqual({ ok: true });
    expect(await moveDeadline(world, cast.leader, { enrolmentId, day: '2027-12-24', reason })).toEqual({ ok: true });
    expect(await giveLeave(world, cast.leader, { enrolmentId, reason })).toEqual({ ok: true });
    expect((await seeCourse(world, cast.adviser)).course).toMatchObject({ finishBy: '2027-12-24' });
    world.clock.at = nextDay;
    expect(await sweepDeadlines(world)).toBe(0);
    world.clock.at = '2027-12-25T08:00:00.000Z';
    expect(await sweepDeadlines(world)).toBe(1);
    expect(await stateOf(enrolmentId)).toBe('lapsed');
  });

  test('does not end an enrolment while a leader has its work', async () => {
    const cast = await stage();
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [cast.leader] }, 'oplaeg');
    await handIn(clock, enrolled, 'oplaeg');
    world.clock.at = nextDay;
    expect(await sweepDeadlines(world)).toBe(0);
    expect(await stateOf(enrolled.enrolmentId)).toBe('active');
  });
});
