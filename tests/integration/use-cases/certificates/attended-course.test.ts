import { afterEach, expect, test } from 'vitest';
import { findingOf } from '#app/components/certificate/own-finding.ts';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { seeCatalogue } from '#app/use-cases/catalogue/see-catalogue.server.ts';
import { seeAchievement } from '#app/use-cases/certificates/checking/see-achievement.server.ts';
import { verifyCode } from '#app/use-cases/certificates/checking/verify-code.server.ts';
import { findRenewal } from '#app/use-cases/certificates/issuing/find-renewal.server.ts';
import { giveAttendanceProof } from '#app/use-cases/certificates/issuing/give-attendance-proof.server.ts';
import { issueCertificate } from '#app/use-cases/certificates/issuing/issue-certificate.server.ts';
import { seeIssuing } from '#app/use-cases/certificates/issuing/see-issuing.server.ts';
import { startIssuing } from '#app/use-cases/certificates/issuing/start-issuing.server.ts';
import { workOffIssueRuns } from '#app/use-cases/certificates/issuing/work-off-issue-runs.server.ts';
import { holdBack } from '#app/use-cases/holds/advisers/hold-back.server.ts';
import { seeAdviser } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { correctAttendance } from '#app/use-cases/holds/attendance/correct-attendance.server.ts';
import { recordAttendance } from '#app/use-cases/holds/attendance/record-attendance.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { wordsIn } from '#app/words/words.server.ts';
import { listContradictions } from '#db/contradictions.ts';
import { findAttendanceProof } from '#db/queries/attendance-proof.ts';
import { listCertificatesOf } from '#db/queries/certificate.ts';
import { attendedCourse } from '../../../attended-course.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf, listNoted } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, pass, shippedCatalogue, somebody } from '../../../world.ts';

const shipped = shippedCatalogue.editions.filter(({ course }) => course.edition === '2026.1');

onBothDatabases('a course that certifies nobody', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh(), { catalogue: catalogueOf([...shipped, attendedCourse()]) });
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    const courseDayId = (await seeHold(world, cast.leader, cast.holdId))!.days[0]!.id;
    const read = () => readLesson(world, cast.adviser, { enrolmentId, step: 'hils' });
    const attend = () => recordAttendance(world, cast.leader, { courseDayId, enrolmentId, outcome: 'attended' });
    const own = async () => seeCourse(world, cast.adviser);
    const state = async () => (await own()).course?.state;
    return { ...cast, enrolmentId, courseDayId, read, attend, own, state };
  }
  async function ended() {
    const staged = await stage();
    await staged.read();
    pass(world, 5);
    await staged.attend();
    return staged;
  }

  test('ends in attended with a proof by itself, once, and the adviser and the leader see it', async () => {
    const { leader, enrolmentId, read, attend, own, state } = await stage();
    expect((await own()).course).toMatchObject({ state: 'active', months: null });
    await read();
    pass(world, 5);
    expect(await giveAttendanceProof(world, leader, { enrolmentId })).toEqual({ ok: false, reason: 'not-present' });
    expect(await attend()).toMatchObject({ ok: true });
    expect(await state()).toBe('attended');
    const proof = (await findAttendanceProof(world.db, { enrolmentId }))!;
    expect(proof).toMatchObject({ number: 'D2026-00001', by_person: leader.personId, course: 'temadag', lessons: 1 });
    expect((await own()).proofs).toMatchObject([{ number: 'D2026-00001' }]);
    expect((await seeAdviser(world, leader, enrolmentId))!).toMatchObject({
      proof: { number: 'D2026-00001' },
      may: { giveProof: false, holdBack: false },
    });
    const t = wordsIn('da').getFixedT(null, 'adviser');
    expect(findingOf(t, 'da', await own(), 'Vera Eksempel').title).toBe('Du har deltaget');
    expect(await verifyCode(world, proof.verify_code)).toMatchObject({
      ...{ verdict: 'not-valid-now', reasons: ['attendance-only'] },
    });
    await deliverOutbox(world);
    expect(world.letters.filter(({ subject }) => subject.includes('D2026-00001'))).toHaveLength(1);
    expect(await checkAudit(world)).toEqual([]);
    expect(await listContradictions(world.db)).toEqual([]);
    expect(await rebuildProjections(world)).toMatchObject({ differed: 0 });
  });

  test('gives the proof in the next round when a server stopped before it was printed', async () => {
    const { read, enrolmentId, courseDayId, leader, state } = await stage();
    await read();
    pass(world, 5);
    const cut = { print: () => Promise.reject(new Error('cut off')), close: async () => undefined };
    const note = recordAttendance({ ...world, printer: cut }, leader, {
      courseDayId,
      enrolmentId,
      outcome: 'attended',
    });
    await expect(note).rejects.toThrow('cut off');
    expect(await state()).toBe('assessed');
    expect(await issueCertificate(world, enrolmentId)).toEqual({ ok: false, reason: 'not-assessed' });
    await Promise.all([workOffIssueRuns(world), workOffIssueRuns(world)]);
    expect(await state()).toBe('attended');
    expect(await world.db.selectFrom('attendance_proof').select('number').execute()).toHaveLength(1);
  });

  test('waits for every step: who was there first gets the proof when the rest is done', async () => {
    const { leader, enrolmentId, read, attend, state } = await stage();
    await attend();
    expect(await state()).toBe('active');
    expect(await giveAttendanceProof(world, leader, { enrolmentId })).toEqual({ ok: false, reason: 'not-done' });
    pass(world, 5);
    await read();
    expect(await state()).toBe('attended');
  });

  test('staffs no place, is nobody in training, and is no ground for a certificate or its renewal', async () => {
    const { adviser, leader, holdId, enrolmentId } = await ended();
    expect(await listCertificatesOf(world.db, adviser.personId)).toEqual([]);
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const { services } = (await readinessOn(world, agency, '2026-11-24'))!;
    expect(services.length).toBeGreaterThan(0);
    expect(services.filter(({ staffing }) => staffing.certified + staffing.countedForGate > 0)).toEqual([]);
    expect(services.filter(({ inTraining }) => inTraining)).toEqual([]);
    expect(await seeIssuing(world, leader, holdId)).toMatchObject({ certifies: false, people: [], toIssue: 0 });
    expect(await startIssuing(world, leader, { holdId })).toEqual({ ok: false, reason: 'nothing-to-issue' });
    expect(await holdBack(world, leader, { enrolmentId, reason: 'Mangler et papir' })).toMatchObject({ ok: false });
    expect(seeAchievement(world, { course: 'temadag', edition: '2026.1', language: 'da' })).toBeUndefined();
    const seen = await seeCatalogue(world, null, 'somebody');
    const months = seen.ok && Object.fromEntries(seen.view.courses.map(({ id, months }) => [id, months]));
    expect(months).toMatchObject({ temadag: null, 'it-paedagogisk-vejleder': 24 });
    const renewing = shipped.find(({ course }) => course.renews)!.course;
    expect(await findRenewal(world, world.db, adviser.personId, renewing)).toMatchObject({ can: false });
  });

  test('keeps the note that it rests on', async () => {
    const { leader, holdId, courseDayId } = await ended();
    pass(world, 5);
    const [noted] = await listNoted(world, leader, { holdId, courseDayId });
    const attendanceId = noted!.notes[0]!.id;
    const correction = { holdId, attendanceId, outcome: 'absent', reason: 'Krydset stod forkert' } as const;
    expect(await correctAttendance(world, leader, correction)).toMatchObject({ ok: false, reason: 'proof-given' });
  });
});
