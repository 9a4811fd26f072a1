import { afterEach, expect, test } from 'vitest';
import { formAnswer, handIn, takeQuiz, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { issueCertificate } from '#app/use-cases/certificates/issuing/issue-certificate.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { claimSubmission } from '#app/use-cases/grading/claim-submission.server.ts';
import { gradeSubmission } from '#app/use-cases/grading/grade-submission.server.ts';
import { listQueue } from '#app/use-cases/grading/list-queue.server.ts';
import { seeSubmission } from '#app/use-cases/grading/see-submission.server.ts';
import { listRunningHolds } from '#app/use-cases/holds/list-running-holds.server.ts';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { handInQuiz } from '#app/use-cases/learning/quiz/hand-in-quiz.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { startCourse } from '#app/use-cases/learning/start-course.server.ts';
import { sweepDeadlines } from '#app/use-cases/learning/sweep-deadlines.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { kindOf } from '#curriculum/quiz/question.ts';
import { findCertificateDocument, listCertificatesOf } from '#db/queries/certificate.ts';
import { listEvents } from '#db/queries/enrolment.ts';
import { insertException } from '#db/queries/exception.ts';
import { listItems } from '#db/queries/quiz.ts';
import { findLatestSubmission } from '#db/queries/submission.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, type Cast, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody, someHold } from '../../../world.ts';

onBothDatabases('an adviser on a course', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  const stage = async () => {
    world = await fakeWorld(await fresh());
    return castOf(world);
  };
  const begun = (cast: Cast) => begin(world, cast);

  const through = (leaders: Viewer[]) => ({ clock: worldThrough(world, world.clock.at), staff: { leaders } });
  const course = () => world.catalogue.editions.at(-1)!.course;
  const firstOf = (kind: string) => course().steps.find((step) => step.kind === kind)!.id;

  test('earns one certificate by passing everything, which raises the staffing until it is revoked', async () => {
    const cast = await stage();
    const enrolled = await begun(cast);
    const { clock, staff } = through([cast.leader]);
    const certified = async () =>
      (await readinessOfTheCountry(world, clock.world.now().slice(0, 10))).services.find(
        ({ serviceId }) => serviceId === 'tjeneste-0657',
      )!.staffing.certified;
    expect(await certified()).toBe(0);
    await walkTo(clock, enrolled, staff);
    world.clock.at = clock.world.now();
    expect(await certified()).toBe(1);

    expect(await world.db.selectFrom('attendance').select(['outcome', 'by_person']).execute()).toEqual([
      { outcome: 'attended', by_person: cast.leader.personId },
    ]);
    const [certificate, ...others] = await listCertificatesOf(world.db, cast.adviser.personId);
    expect(others).toEqual([]);
    expect(certificate).toMatchObject({
      number: '2026-00001',
      name_at_issue: 'Vera Eksempel',
      library_at_issue: 'Herning Bibliotek, 765700',
    });
    expect(certificate!.verify_code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const language of ['da', 'en'] as const)
      expect(
        (await findCertificateDocument(world.db, certificate!.number, language))!.bytes.subarray(0, 5).toString(),
      ).toBe('%PDF-');
    expect(await issueCertificate(world, enrolled.enrolmentId)).toEqual({ ok: false, reason: 'not-assessed' });

    const checked = await checkCertificate(world, { code: certificate!.verify_code.toLowerCase() });
    expect(checked).toMatchObject({ ok: true, certificate: { status: 'valid', name: 'V. E.', nameIsFull: false } });
    expect(await checkCertificate(world, { code: certificate!.verify_code, name: 'vera  eksempel' })).toMatchObject({
      certificate: { name: 'Vera Eksempel', nameMatches: true },
    });

    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    expect(
      await changeCertificate(world, agency, { action: 'revoke', number: certificate!.number, reason: ' ' }),
    ).toEqual({
      ok: false,
      reason: 'reason-missing',
    });
    expect(
      await changeCertificate(world, cast.leader, {
        action: 'revoke',
        number: certificate!.number,
        reason: 'En god grund',
      }),
    ).toEqual({ ok: false, reason: 'forbidden' });
    expect(
      await changeCertificate(world, agency, {
        action: 'revoke',
        number: certificate!.number,
        reason: 'Prøven var taget af en anden.',
      }),
    ).toEqual({ ok: true });
    expect(
      await changeCertificate(world, agency, { action: 'revoke', number: certificate!.number, reason: 'En gang til' }),
    ).toEqual({
      ok: false,
      reason: 'not-now',
      status: 'revoked',
    });
    expect(await checkCertificate(world, { code: certificate!.verify_code })).toMatchObject({
      certificate: { status: 'revoked' },
    });
    expect(await certified()).toBe(0);
    expect(await checkAudit(world)).toEqual([]);
    expect(await rebuildProjections(world)).toEqual({ enrolments: 1, differed: 0 });
  });

  test('cannot be graded by themselves, by a colleague or by two leaders at once', async () => {
    const cast = await stage();
    const enrolled = await begun(cast);
    const { clock, staff } = through([cast.leader]);
    const practical = firstOf('practical');
    await walkTo(clock, enrolled, staff, practical);
    await handIn(clock, enrolled, practical);
    world.clock.at = clock.world.now();
    const { id: submissionId } = (await findLatestSubmission(world.db, enrolled.enrolmentId, practical))!;

    const { rubric } = (await seeSubmission(world, cast.leader, submissionId))!;
    for (const { asks } of rubric) expect(asks?.points.length).toBeGreaterThan(1);
    const judged = Object.fromEntries(rubric.map(({ id }) => [id, 'missing']));
    expect(await claimSubmission(world, cast.colleague, { submissionId })).toMatchObject({
      ok: false,
      reason: 'conflict',
      because: 'same-library',
    });
    expect(
      await claimSubmission(
        world,
        { ...cast.adviser, grants: [{ role: 'course-leader', serviceId: null }] },
        { submissionId },
      ),
    ).toMatchObject({ reason: 'conflict', because: 'own-work' });
    expect(await claimSubmission(world, cast.adviser, { submissionId })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await listQueue(world, cast.colleague)).toMatchObject({ entries: [], count: { open: 0, excluded: 1 } });
    expect(await seeSubmission(world, cast.colleague, submissionId)).toMatchObject({
      conflict: 'same-library',
      text: '',
    });

    // With an exception, a colleague's queue lists the same work.
    const excepted = await somebody(world, { givenName: 'Kaja', roles: ['course-leader'], library: libraries.herning });
    await insertException(world.db, {
      id: world.newId(),
      person_id: excepted.personId,
      enrolment_id: null,
      kind: 'may-grade',
      value: '',
      reason: 'Ingen anden kan nå det.',
      by_person: cast.leader.personId,
      valid_from: '2026-01-01',
      valid_until: null,
      recorded_at: world.now(),
    });
    expect((await listQueue(world, excepted))!.entries).toMatchObject([{ submissionId, state: 'free', name: null }]);

    // The hold shows who has waited long, counted from the hand-in even if a leader has claimed the work.
    const row = async () => (await seeHold(world, cast.leader, cast.holdId))!.advisers[0]!;
    expect(await row()).toMatchObject({ attention: null, waiting: null });

    const other = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'], library: libraries.esbjerg });
    expect(await claimSubmission(world, cast.leader, { submissionId })).toEqual({ ok: true });
    expect(await claimSubmission(world, other, { submissionId })).toEqual({ ok: false, reason: 'taken' });
    pass(world, 8 * 24 * 60);
    // That is the leader's own backlog: the adviser can do no more and needs no help.
    expect(await row()).toMatchObject({ attention: null, waiting: 8 });
    expect(await listRunningHolds(world, cast.leader)).toMatchObject([
      { stuck: [], waiting: [{ name: 'Vera Eksempel', waiting: 8 }] },
    ]);
    expect(
      await gradeSubmission(world, other, {
        submissionId,
        decision: 'rejected',
        judged,
        feedback: 'Ikke min opgave at afvise.',
      }),
    ).toEqual({ ok: false, reason: 'taken' });
    expect(
      await gradeSubmission(world, cast.leader, { submissionId, decision: 'accepted', judged, feedback: '' }),
    ).toEqual({ ok: false, reason: 'not-a-grading', issue: 'criteria-missing', criterion: rubric[0]!.id });
    expect(
      await gradeSubmission(world, cast.leader, { submissionId, decision: 'returned', judged, feedback: 'Nej' }),
    ).toEqual({ ok: false, reason: 'not-a-grading', issue: 'feedback-missing' });
    pass(world, 5);
    expect(
      await gradeSubmission(world, cast.leader, {
        submissionId,
        decision: 'returned',
        judged,
        feedback: 'Del sedlen i to dele.',
      }),
    ).toMatchObject({ ok: true });
    expect(await seeStep(world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: practical })).toMatchObject({
      state: 'returned',
      attempts: { used: 0 },
      gradings: [{ feedback: 'Del sedlen i to dele.' }],
    });
    expect(await seeSubmission(world, cast.leader, submissionId)).toMatchObject({
      earlier: [{ decision: 'returned' }],
    });
    expect(await seeSubmission(world, cast.colleague, submissionId)).toMatchObject({
      earlier: [],
      files: [],
      text: '',
    });
  });

  test('sees neither key nor feedback of a question, and only the reason for a closed step', async () => {
    const cast = await stage();
    const enrolled = await begun(cast);
    const { clock, staff } = through([cast.leader]);
    const quiz = firstOf('quiz');
    const closed = await seeStep(world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: quiz });
    expect(closed).toMatchObject({ state: 'closed', because: { reason: 'not-open' }, attempt: null });
    const laterLesson = course().steps.filter(({ kind }) => kind === 'lesson')[1]!.id;
    expect(await seeStep(world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: laterLesson })).toMatchObject({
      state: 'closed',
      sections: [],
      sourcesHtml: '',
    });
    await walkTo(clock, enrolled, staff, quiz);
    expect(await startQuiz(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: quiz })).toMatchObject(
      {
        ok: true,
      },
    );
    const open = JSON.stringify(
      await seeStep(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: quiz }),
    );
    expect(open).not.toMatch(/"(correct|feedback|accept)"/);
    expect(
      await seeStep(clock.world, cast.colleague, { enrolmentId: enrolled.enrolmentId, step: quiz }),
    ).toBeUndefined();
  });

  test('saves an answer once, however often it is sent, and never after the time limit', async () => {
    const cast = await stage();
    const enrolled = await begun(cast);
    const { clock, staff } = through([cast.leader]);
    const quiz = firstOf('quiz');
    await walkTo(clock, enrolled, staff, quiz);
    const started = await startQuiz(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: quiz });
    if (!started.ok) throw new Error('not started');
    const { attemptId } = started;
    const record = (await findRecord(world, world.db, enrolled.enrolmentId))!;
    const items = await listItems(world.db, attemptId);
    const questions = questionsOf(record, items);
    const send = (operationId: string, slot = 1, who = cast.adviser) =>
      saveAnswer(clock.world, who, {
        attemptId,
        slot,
        operationId,
        answer: formAnswer(questions[slot - 1]!, items[slot - 1]!, 'right'),
      });
    const stored = async () =>
      Number(
        (
          await world.db
            .selectFrom('response')
            .select((each) => each.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      );

    expect(await send('op-1')).toMatchObject({ ok: true });
    expect(await send('op-1')).toMatchObject({ ok: true });
    expect(await stored()).toBe(1);
    expect(await send('op-2', 1, cast.leader)).toEqual({ ok: false, reason: 'not-found' });
    // An unknown option is forged.
    const slot = items[questions.findIndex((question) => kindOf(question).parts(question).length > 0)]!.slot;
    expect(
      await saveAnswer(clock.world, cast.adviser, { attemptId, slot, operationId: 'op-3', answer: ['forged'] }),
    ).toMatchObject({ ok: false, reason: 'not-an-answer' });
    expect(
      await saveAnswer(clock.world, cast.adviser, { attemptId, slot: 99, operationId: 'op-4', answer: ['a'] }),
    ).toEqual({ ok: false, reason: 'not-found' });

    clock.pass(21 * 60_000);
    expect(await send('op-5', 2)).toEqual({ ok: false, reason: 'too-late', over: false });
    expect(await sweepDeadlines(clock.world)).toBe(1);
    expect(await sweepDeadlines(clock.world)).toBe(0);
    expect(await seeStep(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: quiz })).toMatchObject({
      state: 'cooling',
      result: { right: 1, passed: false },
    });
    expect(await send('op-6', 3)).toEqual({ ok: false, reason: 'too-late', over: true });
    expect(await handInQuiz(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, attemptId })).toEqual({
      ok: false,
      reason: 'handed-in',
    });
    expect(await startQuiz(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: quiz })).toMatchObject(
      {
        ok: false,
        reason: 'cooling',
      },
    );
  });

  test('keeps the drawn questions, and passes exactly at the pass mark', async () => {
    const cast = await stage();
    const enrolled = await begun(cast);
    const { clock, staff } = through([cast.leader]);
    const step = course().steps.find(({ kind }) => kind === 'quiz')!;
    if (step.kind !== 'quiz') throw new Error('no quiz');
    await walkTo(clock, enrolled, staff, step.id);
    const of = step.blueprint.reduce((sum, { draw }) => sum + draw, 0);
    const needed = Math.ceil(of * step.passMark - 1e-9);
    await takeQuiz(clock, enrolled, step.id, (needed - 1) / of);
    expect(
      await seeStep(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: step.id }),
    ).toMatchObject({ state: 'cooling', result: { passed: false, needed } });
    clock.pass(25 * 60 * 60_000);
    await takeQuiz(clock, enrolled, step.id, needed / of);
    expect(
      await seeStep(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: step.id }),
    ).toMatchObject({ state: 'done', result: { passed: true } });
  });

  test('stays at the same step if two tabs send the same, and cannot act for somebody else', async () => {
    const cast = await stage();
    const enrolled = await begun(cast);
    const lesson = firstOf('lesson');
    const stranger = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    expect(await readLesson(world, stranger, { enrolmentId: enrolled.enrolmentId, step: lesson })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    const both = await Promise.all(
      [1, 2].map(() => readLesson(world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step: lesson })),
    );
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    const { clock, staff } = through([cast.leader]);
    const quiz = firstOf('quiz');
    await walkTo(clock, enrolled, staff, quiz);
    const place = { enrolmentId: enrolled.enrolmentId, step: quiz };
    const [once, again] = await Promise.all([1, 2].map(() => startQuiz(clock.world, cast.adviser, place)));
    expect([once!.ok, again]).toEqual([true, once]);
    expect(await startCourse(clock.world, cast.adviser, enrolled)).toEqual({ ok: true });
    const rows = await listEvents(world.db, enrolled.enrolmentId, 0);
    const told = rows.map(({ type, payload }) => [type, JSON.parse(payload).step].join(' '));
    for (const each of ['started ', `lesson-read ${lesson}`, `quiz-started ${quiz}`])
      expect(told.filter((one) => one === each)).toHaveLength(1);
    expect((await seeCourse(world, cast.adviser)).course!.steps[0]).toMatchObject({ status: 'done' });
  });

  test('gets the last seat of a hold only once', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'] });
    const holdId = await someHold(world, leader, 1);
    const asked = await Promise.all(
      ['Vera', 'Villy'].map(async (givenName) => {
        const adviser = await somebody(world, { givenName, roles: ['adviser'], library: libraries.horsens });
        const outcome = await requestSeat(world, adviser, { holdId });
        if (!outcome.ok) throw new Error(outcome.reason);
        expect(await requestSeat(world, adviser, { holdId })).toEqual(outcome);
        const other = await someHold(world, leader, 1);
        expect(await requestSeat(world, adviser, { holdId: other })).toEqual({ ok: false, reason: 'already-enrolled' });
        return outcome.enrolmentId;
      }),
    );
    const decided = await Promise.all(
      asked.map((enrolmentId) => decideRequest(world, leader, { enrolmentId, decision: 'approve' })),
    );
    expect(decided.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(decided.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'full' });
    const enrolmentId = asked[decided.findIndex(({ ok }) => ok)]!;
    const letters = () => world.db.selectFrom('outbox').select('id').execute();
    const before = await letters();
    expect(await decideRequest(world, leader, { enrolmentId, decision: 'approve' })).toEqual({ ok: true });
    expect(await letters()).toEqual(before);
  });
});
