import { afterEach, expect, test } from 'vitest';
import { grade, handIn, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { annulWithheld } from '#app/use-cases/certificates/issuing/annul-withheld.server.ts';
import { clearWithheld } from '#app/use-cases/certificates/issuing/clear-withheld.server.ts';
import { listWithheld } from '#app/use-cases/certificates/issuing/list-withheld.server.ts';
import { endLeave } from '#app/use-cases/holds/advisers/end-leave.server.ts';
import { giveLeave } from '#app/use-cases/holds/advisers/give-leave.server.ts';
import { grantAttempt } from '#app/use-cases/holds/advisers/grant-attempt.server.ts';
import { grantTime } from '#app/use-cases/holds/advisers/grant-time.server.ts';
import { holdBack } from '#app/use-cases/holds/advisers/hold-back.server.ts';
import { letGo } from '#app/use-cases/holds/advisers/let-go.server.ts';
import { moveDeadline } from '#app/use-cases/holds/advisers/move-deadline.server.ts';
import { seeAdviser } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { listCertificatesOf } from '#db/queries/certificate.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, pass, somebody } from '../../../world.ts';

const reason = 'Aftalt på telefon';

onBothDatabases('the page of an adviser for the leader', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    const walk = async (until?: string) => {
      const clock = worldThrough(world, world.clock.at);
      await walkTo(clock, enrolled, { leaders: [cast.leader] }, until);
      world.clock.at = clock.world.now();
      pass(world, 60);
    };
    return { ...cast, enrolled, walk, enrolmentId: enrolled.enrolmentId };
  }
  const stateOf = async (enrolmentId: string) => (await findEnrolment(world.db, enrolmentId))!.state;

  test('is for leaders of the hold only', async () => {
    const { enrolmentId, adviser, colleague } = await stage();
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    for (const stranger of [adviser, colleague, agency]) {
      expect(await seeAdviser(world, stranger, enrolmentId)).toBeUndefined();
      for (const answer of [
        await giveLeave(world, stranger, { enrolmentId, reason }),
        await endLeave(world, stranger, { enrolmentId }),
        await grantAttempt(world, stranger, { enrolmentId, step: 'm2-test', reason }),
        await grantTime(world, stranger, { enrolmentId, factor: '2', reason }),
        await moveDeadline(world, stranger, { enrolmentId, day: '2027-01-01', reason }),
        await holdBack(world, stranger, { enrolmentId, reason }),
        await letGo(world, stranger, { enrolmentId }),
      ])
        expect(answer).toEqual({ ok: false, reason: 'not-found' });
    }
    expect(await world.db.selectFrom('exception').selectAll().execute()).toEqual([]);
    expect(await stateOf(enrolmentId)).toBe('active');
  });

  test('lets the leader give leave with a reason, after which the course resumes where it was', async () => {
    const { enrolmentId, leader, adviser, walk } = await stage();
    await walk('oplaeg');
    for (const none of [' nej ', 'x'.repeat(1_001)])
      expect(await giveLeave(world, leader, { enrolmentId, reason: none })).toEqual({
        ok: false,
        reason: 'reason-missing',
      });
    expect(await giveLeave(world, leader, { enrolmentId, reason })).toEqual({ ok: true });
    expect(await giveLeave(world, leader, { enrolmentId, reason })).toMatchObject({ ok: false, reason: 'not-now' });
    expect((await seeCourse(world, adviser)).course).toMatchObject({ state: 'suspended', because: reason });
    expect(await readLesson(world, adviser, { enrolmentId, step: 'm2' })).toMatchObject({ reason: 'enrolment' });
    expect((await seeAdviser(world, leader, enrolmentId))!.may).toMatchObject({ giveLeave: false, endLeave: true });
    expect(await endLeave(world, leader, { enrolmentId })).toEqual({ ok: true });
    expect((await seeCourse(world, adviser)).course).toMatchObject({ state: 'active', next: { step: 'oplaeg' } });
    expect(await rebuildProjections(world)).toEqual({ enrolments: 1, differed: 0 });
  });

  test('lets the leader grant an attempt and more time, which count at once and are listed with their reason', async () => {
    const { enrolmentId, leader, adviser, walk } = await stage();
    await walk('m2-test');
    expect((await seeAdviser(world, leader, enrolmentId))!.may.grantAt).toContain('m2-test');
    expect(await grantAttempt(world, leader, { enrolmentId, step: 'm3-test', reason })).toMatchObject({
      ok: false,
      reason: 'not-open',
    });
    expect(await grantAttempt(world, leader, { enrolmentId, step: 'm2-test', reason })).toEqual({ ok: true });
    expect(await seeStep(world, adviser, { enrolmentId, step: 'm2-test' })).toMatchObject({
      attempts: { used: 0, of: 4 },
    });
    expect(await grantTime(world, leader, { enrolmentId, factor: '9', reason })).toEqual({
      ok: false,
      reason: 'not-a-factor',
    });
    expect(await grantTime(world, leader, { enrolmentId, factor: '1.5', reason: '' })).toEqual({
      ok: false,
      reason: 'reason-missing',
    });
    expect(await grantTime(world, leader, { enrolmentId, factor: '1.5', reason })).toEqual({ ok: true });
    expect(await startQuiz(world, adviser, { enrolmentId, step: 'm2-test' })).toMatchObject({ ok: true });
    const step = await seeStep(world, adviser, { enrolmentId, step: 'm2-test' });
    const dueAt = step?.kind === 'quiz' ? step.attempt!.dueAt! : '';
    expect(Date.parse(dueAt) - Date.parse(world.now())).toBe(30 * 60_000);
    expect((await seeAdviser(world, leader, enrolmentId))!.exceptions).toMatchObject([
      { kind: 'extra-time', value: '1.5', reason, by: leader.name },
      { kind: 'extra-attempt', value: 'm2-test', reason, by: leader.name },
    ]);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('lists what happened and who did it, without the text of a grader', async () => {
    const { enrolmentId, leader, enrolled, walk } = await stage();
    await walk('oplaeg');
    const clock = worldThrough(world, world.clock.at);
    await handIn(clock, enrolled, 'oplaeg');
    await grade(clock, enrolled, { leaders: [leader] }, 'oplaeg', 'rejected', 'Sedlen har for mange trin.');
    world.clock.at = clock.world.now();
    await walk('m2');
    const { events } = (await seeAdviser(world, leader, enrolmentId))!;
    expect(events.map(({ type, step, by }) => [type, step, by])).toEqual([
      ['accepted', 'oplaeg', 'Karla Eksempel'],
      ['claimed', 'oplaeg', 'Karla Eksempel'],
      ['handed-in', 'oplaeg', 'Vera Eksempel'],
      ['rejected', 'oplaeg', 'Karla Eksempel'],
      ['claimed', 'oplaeg', 'Karla Eksempel'],
      ['handed-in', 'oplaeg', 'Vera Eksempel'],
      ['lesson-read', 'm1', 'Vera Eksempel'],
      ['started', undefined, 'Vera Eksempel'],
      ['approved', undefined, 'Karla Eksempel'],
    ]);
    expect(JSON.stringify(events)).not.toContain('Sedlen');
  });

  test('lets the leader hold a certificate back until the agency issues it', async () => {
    const { enrolmentId, leader, adviser, walk } = await stage();
    expect(await holdBack(world, leader, { enrolmentId, reason: 'x' })).toEqual({
      ok: false,
      reason: 'reason-missing',
    });
    expect(await holdBack(world, leader, { enrolmentId, reason })).toEqual({ ok: true });
    await walk();
    expect(await stateOf(enrolmentId)).toBe('withheld');
    expect(await listCertificatesOf(world.db, adviser.personId)).toEqual([]);
    expect((await seeCourse(world, adviser)).course).toMatchObject({ state: 'withheld', because: reason });
    expect(await letGo(world, leader, { enrolmentId })).toMatchObject({ reason: 'enrolment', state: 'withheld' });

    expect(await listWithheld(world, leader)).toEqual([]);
    expect(await clearWithheld(world, leader, { enrolmentId })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await annulWithheld(world, leader, { enrolmentId, reason })).toEqual({ ok: false, reason: 'forbidden' });
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    expect(await listWithheld(world, agency)).toMatchObject([{ enrolmentId, name: 'Vera Eksempel', reason }]);
    expect(await clearWithheld(world, agency, { enrolmentId: 'none' })).toEqual({ ok: false, reason: 'not-found' });
    const pressed = await Promise.all([1, 2].map(() => clearWithheld(world, agency, { enrolmentId })));
    expect(pressed.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await stateOf(enrolmentId)).toBe('certified');
    expect(await listCertificatesOf(world.db, adviser.personId)).toHaveLength(1);
    expect(await clearWithheld(world, agency, { enrolmentId })).toMatchObject({ ok: false });
    expect(await listCertificatesOf(world.db, adviser.personId)).toHaveLength(1);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('lets the agency annul a certificate that is held back, with a reason that the adviser gets', async () => {
    const { enrolmentId, leader, adviser, walk } = await stage();
    await holdBack(world, leader, { enrolmentId, reason });
    await walk();
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    for (const silent of ['', ' nej ', 'x'.repeat(1_001)])
      expect(await annulWithheld(world, agency, { enrolmentId, reason: silent })).toEqual({
        ok: false,
        reason: 'reason-missing',
      });
    expect(await annulWithheld(world, agency, { enrolmentId, reason: 'Skrevet af en anden' })).toEqual({ ok: true });
    expect(await stateOf(enrolmentId)).toBe('annulled');
    expect(await listCertificatesOf(world.db, adviser.personId)).toEqual([]);
    await deliverOutbox(world);
    expect(world.letters.slice(-2).map(({ subject }) => subject)).toEqual([
      'Dit bevis er holdt tilbage',
      'Dit forløb er annulleret',
    ]);
    expect(world.letters.at(-1)!.body).toContain('Skrevet af en anden');
  });

  test('lets the leader cancel holding back, and then the certificate is issued as usual', async () => {
    const { enrolmentId, leader, adviser, walk } = await stage();
    await holdBack(world, leader, { enrolmentId, reason });
    expect(await letGo(world, leader, { enrolmentId })).toEqual({ ok: true });
    await walk();
    expect(await listCertificatesOf(world.db, adviser.personId)).toHaveLength(1);
    const over = { ok: false, reason: 'enrolment', state: 'certified' };
    expect(await holdBack(world, leader, { enrolmentId, reason })).toEqual(over);
    expect(await letGo(world, leader, { enrolmentId })).toEqual(over);
  });
});
