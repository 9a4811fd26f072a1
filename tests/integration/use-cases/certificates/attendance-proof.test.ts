import type { KyselyPlugin } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { heldCertificate } from '#app/components/certificate/own-finding.ts';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { checkFile } from '#app/use-cases/certificates/checking/check-file.server.ts';
import { fileChecksOf } from '#app/use-cases/certificates/checking/file-checks-of.ts';
import { verifyCertificateFile } from '#app/use-cases/certificates/checking/verify-certificate-file.server.ts';
import { verifyCode } from '#app/use-cases/certificates/checking/verify-code.server.ts';
import { giveAttendanceProof } from '#app/use-cases/certificates/issuing/give-attendance-proof.server.ts';
import { remindOfRenewal } from '#app/use-cases/certificates/issuing/remind-of-renewal.server.ts';
import { listRegister } from '#app/use-cases/certificates/register/list-register.server.ts';
import { parseRegisterFilter } from '#app/use-cases/certificates/register/parse-register-filter.ts';
import { readCertificateFile } from '#app/use-cases/certificates/register/read-certificate-file.server.ts';
import { seeAdviser } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { correctAttendance } from '#app/use-cases/holds/attendance/correct-attendance.server.ts';
import { recordAttendance } from '#app/use-cases/holds/attendance/record-attendance.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { rootsOf } from '#certificates/signing/signing-key.ts';
import { attendedDays, proofNumber } from '#curriculum/certification/attendance-proof.ts';
import { listContradictions } from '#db/contradictions.ts';
import { findAttendanceProof } from '#db/queries/attendance-proof.ts';
import { listCertificatesOf } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf, listNoted } from '../../../stage.ts';
import { developmentKey } from '../../../unit/certificates/keys.ts';
import { attendance, bytesOf } from '../../../unit/certificates/sample.ts';
import { type FakeWorld, fakeWorld, pass, somebody } from '../../../world.ts';

const key = await developmentKey();
const roots = rootsOf(key);

onBothDatabases('a proof of attendance', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** An adviser whose next step is the course day. */
  async function stage() {
    world = await fakeWorld(await fresh(), { key });
    const cast = await castOf(world);
    const { leader, holdId } = cast;
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
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
    const note = async (outcome: 'attended' | 'absent') =>
      recordAttendance(world, leader, { courseDayId: (await dayNow()).id, enrolmentId, outcome });
    const noted = async () => (await listNoted(world, leader, { holdId, courseDayId: (await dayNow()).id }))[0]!;
    const correct = async (outcome: 'attended' | 'absent') => {
      pass(world, 5);
      const attendanceId = (await noted()).notes[0]!.id;
      return correctAttendance(world, leader, { holdId, attendanceId, outcome, reason: 'Krydset stod forkert' });
    };
    const give = (by = leader) => giveAttendanceProof(world, by, { enrolmentId });
    return { ...cast, agency, enrolmentId, walk, note, noted, correct, give };
  }
  async function given() {
    const staged = await stage();
    await staged.note('attended');
    pass(world, 5);
    expect(await staged.give()).toEqual({ ok: true, number: 'D2026-00001' });
    const proof = (await findAttendanceProof(world.db, { number: 'D2026-00001' }))!;
    const file = async (language: 'da' | 'en') =>
      (await readCertificateFile(world, staged.adviser, { number: proof.number, language }))!;
    return { ...staged, proof, file };
  }

  test('is given only by a leader of the hold, once, to somebody who attended a course day', async () => {
    const { leader, colleague, adviser, agency, enrolmentId, note, correct, give } = await stage();
    const offered = async () => (await seeAdviser(world, leader, enrolmentId))!.may.giveProof;
    expect([await give(), await offered()]).toEqual([{ ok: false, reason: 'not-present' }, false]);
    await note('absent');
    expect([await give(), await offered()]).toEqual([{ ok: false, reason: 'not-present' }, false]);
    await correct('attended');
    pass(world, 5);
    for (const stranger of [colleague, adviser, agency])
      expect(await give(stranger)).toEqual({ ok: false, reason: 'not-found' });
    expect(await offered()).toBe(true);
    expect((await Promise.all([give(), give()])).map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect([await give(), await offered()]).toEqual([{ ok: false, reason: 'proof-given' }, false]);
    expect((await seeAdviser(world, leader, enrolmentId))!.proof).toMatchObject({ number: 'D2026-00001' });
    expect(await world.db.selectFrom('attendance_proof').select('number').execute()).toHaveLength(1);
    const noted = await world.db.selectFrom('audit').select('action').where('subject', '=', 'D2026-00001').execute();
    expect(noted).toEqual([{ action: 'attendance-proof-given' }]);
    await deliverOutbox(world);
    const letters = world.letters.filter(({ subject }) => subject.includes('D2026-00001'));
    expect(letters).toMatchObject([{ subject: 'Dit deltagerbevis D2026-00001 ligger klar' }]);
    expect(letters[0]!.body).toContain('Det er ikke en certificering.');
    expect(await checkAudit(world)).toEqual([]);
  });

  test('is refused to somebody with the certificate of the course, but stays valid if the certificate comes later', async () => {
    const { adviser, walk, give, proof } = await given();
    await walk();
    expect((await listCertificatesOf(world.db, adviser.personId)).map(({ number }) => number)).toEqual(['2026-00001']);
    expect((await seeCourse(world, adviser)).proofs).toMatchObject([{ number: proof.number }]);
    await world.db.deleteFrom('attendance_proof').execute();
    expect(await give()).toEqual({ ok: false, reason: 'certified' });
  });

  test('counts neither as a certificate nor for readiness, the register or reminders', async () => {
    const { adviser, agency, enrolmentId, note, give } = await stage();
    await note('attended');
    pass(world, 5);
    const day = world.clock.at.slice(0, 10);
    const figures = async () => JSON.stringify(await readinessOn(world, agency, day));
    const before = await figures();
    expect(await give()).toMatchObject({ ok: true });
    expect(await figures()).toBe(before);
    const own = await seeCourse(world, adviser);
    expect(own).toMatchObject({ course: { state: 'active' }, certificates: [], proofs: [{ number: 'D2026-00001' }] });
    expect(heldCertificate({ state: 'certified' }, own.certificates)).toBeUndefined();
    expect(await listCertificatesOf(world.db, adviser.personId)).toEqual([]);
    const { filter } = parseRegisterFilter(new URLSearchParams());
    expect(JSON.stringify(await listRegister(world, agency, filter))).not.toContain('D2026');
    for (const table of ['certificate', 'certificate_event', 'certificate_document', 'certificate_badge'] as const)
      expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([]);
    for (let month = 0; month < 30; month++) {
      pass(world, 30 * 24 * 60);
      await remindOfRenewal(world);
    }
    const keys = await world.db.selectFrom('outbox').select('dedupe_key').execute();
    expect(keys.filter(({ dedupe_key }) => dedupe_key.startsWith('reminder'))).toEqual([]);
    expect((await seeCourse(world, adviser)).course?.enrolmentId).toBe(enrolmentId);
  });

  test('is never called valid when its code is checked, which takes as many statements as any other code', async () => {
    const { proof } = await given();
    let statements = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        statements++;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const counted = { ...world, db: world.db.withPlugin(counting) as typeof world.db };
    const said = await verifyCode(counted, proof.verify_code, '192.0.2.1');
    expect(statements).toBe(1);
    expect(said).toMatchObject({
      verdict: 'not-valid-now',
      reasons: ['attendance-only'],
      certificate: {
        kind: 'attendance',
        number: proof.number,
        name: 'V. E.',
        days: ['2026-11-20'],
        evidence: { da: expect.arrayContaining(['en kursusdag']) },
        library: 'Herning Bibliotek, 765700',
      },
    });
    expect(JSON.stringify(said)).not.toMatch(/Vera|status|valid(From|Until)|lastValidDay/);
    const named = (name: string) => checkCertificate(world, { code: proof.verify_code, name });
    expect(await named('Vera Andersen')).toMatchObject({ attendance: { name: 'V. E.', nameMatches: false } });
    expect(await named('vera  eksempel')).toMatchObject({ attendance: { name: 'Vera Eksempel', nameMatches: true } });
  });

  test('is a signed file in both languages, which the register knows and never calls valid', async () => {
    const { adviser, colleague, leader, proof, file } = await given();
    const [da, en] = [await file('da'), await file('en')];
    expect(da.called).toBe('deltagerbevis-D2026-00001-da.pdf');
    for (const { bytes } of [da, en]) {
      const verified = await verifyCertificateFile(world, { bytes: new Uint8Array(bytes), roots });
      expect(verified).toMatchObject({
        verdict: 'not-valid-now',
        reasons: ['attendance-only'],
        certificate: { kind: 'attendance', number: proof.number, signedBy: expect.stringContaining('udvikling') },
      });
      expect(fileChecksOf(verified).map(({ is, found }) => `${is} ${found}`)).toEqual([
        'form good',
        'signature good',
        'content good',
        'register good',
      ]);
      expect(bytes.length).toBeLessThan(60_000);
    }
    const bytes = new Uint8Array(da.bytes);
    expect(await checkFile(world, { bytes, client: '192.0.2.1' })).toMatchObject({
      verification: { verdict: 'not-valid-now' },
      known: { attendance: { number: proof.number }, code: proof.verify_code },
    });
    expect(await verifyCertificateFile(undefined, { bytes, roots })).toMatchObject({
      verdict: 'unchecked',
      reasons: ['attendance-only', 'no-signers', 'no-register'],
    });
    expect(await verifyCertificateFile(world, { bytes, roots: [] })).toMatchObject({
      verdict: 'unchecked',
      reasons: ['no-root', 'attendance-only'],
    });
    const another = rootsOf(await developmentKey());
    expect(await verifyCertificateFile(world, { bytes, roots: another })).toMatchObject({
      verdict: 'unchecked',
      reasons: ['former-root', 'attendance-only'],
    });
    const read = (viewer: typeof adviser) =>
      readCertificateFile(world, viewer, { number: proof.number, language: 'da' });
    const stranger = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    expect(await read(stranger)).toBeUndefined();
    // A leader of another hold has no need to know; the leader of the hold has.
    expect(await read(colleague)).toBeUndefined();
    expect((await read(leader))?.sha256).toBe(proof.file_da);
  });

  test('is not genuine if the same key signed other bytes, another code or an unknown number', async () => {
    const { proof } = await given();
    const reasonsOf = async (more: object) => {
      const bytes = await bytesOf({ ...attendance.da, issuedAt: world.now(), ...more }, key);
      const { verdict, reasons } = await verifyCertificateFile(world, { bytes, roots });
      return [verdict, ...reasons];
    };
    const { number } = proof;
    const verifyUrl = `${world.publicUrl}/v/${proof.verify_code}`;
    expect(await reasonsOf({ number, verifyUrl })).toEqual(['not-genuine', 'other-bytes-than-issued']);
    expect(await reasonsOf({ number })).toEqual(['not-genuine', 'another-code-in-register']);
    expect(await reasonsOf({ number: 'D2026-99999', verifyUrl })).toEqual(['not-genuine', 'not-in-register']);
    expect(await reasonsOf({ number: '2026-00001', verifyUrl })).toEqual(['not-genuine', 'no-number-and-code']);
  });

  test('locks the attendance it is based on: that note can no longer be corrected', async () => {
    const { correct, noted } = await given();
    expect((await noted()).correct).toBe('proof-given');
    expect(await correct('absent')).toEqual({ ok: false, reason: 'proof-given' });
  });

  test('is not given if the name cannot be printed, and then its number stays unused', async () => {
    const { adviser, note, give } = await stage();
    await note('attended');
    pass(world, 5);
    const rename = (given_name: string) =>
      world.db.updateTable('person_name').set({ given_name }).where('person_id', '=', adviser.personId).execute();
    await rename('美');
    expect(await give()).toEqual({ ok: false, reason: 'letters-missing', letters: ['美'] });
    await rename('N'.repeat(60));
    expect(await give()).toMatchObject({ ok: false, reason: 'no-room' });
    expect(await world.db.selectFrom('attendance_proof').selectAll().execute()).toEqual([]);
    await rename('Vera');
    expect(await give()).toEqual({ ok: true, number: 'D2026-00003' });
    expect(await listContradictions(world.db)).toEqual([]);
  });
});

test('the newest note on a course day counts, and a make-up day counts as a day of its own', () => {
  const note = (course_day_id: string, held_on: string, outcome: string) => ({ course_day_id, held_on, outcome });
  expect(
    attendedDays([
      note('make-up', '2026-12-03', 'attended'),
      note('day', '2026-11-20', 'absent'),
      note('day', '2026-11-20', 'attended'),
      note('first', '2026-11-01', 'attended'),
      note('same', '2026-11-01', 'attended'),
    ]),
  ).toEqual(['2026-11-01', '2026-12-03']);
});

test('the next number of a proof follows the latest of the year', () =>
  expect([proofNumber('2026', undefined), proofNumber('2026', 'D2026-00017')]).toEqual(['D2026-00001', 'D2026-00018']));
