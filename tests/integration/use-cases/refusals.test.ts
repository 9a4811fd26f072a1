import { afterEach, expect, test } from 'vitest';
import { formAnswer, handIn, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { sha256, type World } from '#app/platform/world.server.ts';
import { claimSubmission } from '#app/use-cases/grading/claim-submission.server.ts';
import { gradeSubmission } from '#app/use-cases/grading/grade-submission.server.ts';
import { listQueue } from '#app/use-cases/grading/list-queue.server.ts';
import { releaseSubmission } from '#app/use-cases/grading/release-submission.server.ts';
import { seeSubmission } from '#app/use-cases/grading/see-submission.server.ts';
import { addLeader } from '#app/use-cases/holds/add-leader.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { commitImport } from '#app/use-cases/holds/seats/commit-import.server.ts';
import { previewImport } from '#app/use-cases/holds/seats/preview-import.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { handInPractical } from '#app/use-cases/learning/practical/hand-in-practical.server.ts';
import { readSubmissionFile } from '#app/use-cases/learning/practical/read-submission-file.server.ts';
import { removeOwnFile } from '#app/use-cases/learning/practical/remove-own-file.server.ts';
import { saveDraft } from '#app/use-cases/learning/practical/save-draft.server.ts';
import { unsubmit } from '#app/use-cases/learning/practical/unsubmit.server.ts';
import { handInQuiz } from '#app/use-cases/learning/quiz/hand-in-quiz.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { rememberPlace } from '#app/use-cases/learning/remember-place.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { setBlocked } from '#app/use-cases/people/set-blocked.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { auditHash } from '#app/use-cases/record/audit-hash.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import { putDocument } from '#db/queries/certificate.ts';
import { listItems } from '#db/queries/quiz.ts';
import { findLatestSubmission, insertFile, insertSubmission } from '#db/queries/submission.ts';
import { onBothDatabases } from '../../databases.ts';
import { begin, castOf } from '../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody, someHold } from '../../world.ts';
import { zipOf } from '../../zip.ts';

onBothDatabases('a use case refuses', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** An adviser whose next step is the first one of this kind. */
  async function before(kind: 'practical' | 'quiz') {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    const { steps } = world.catalogue.editions.at(-1)!.course;
    const step = steps.find((each) => each.kind === kind)!.id;
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [cast.leader] }, step);
    world.clock.at = clock.world.now();
    pass(world, 60);
    return { ...cast, step, enrolled, place: { enrolmentId: enrolled.enrolmentId, step } };
  }
  const emailOf = async (personId: string) =>
    (await world.db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirstOrThrow()).email!;

  test('a seat on a hold that is closed or over, and a seat for somebody who is no adviser', async () => {
    world = await fakeWorld(await fresh());
    const { leader, adviser, holdId } = await castOf(world);
    expect(await requestSeat(world, leader, { holdId })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await requestSeat(world, adviser, { holdId: 'none' })).toEqual({ ok: false, reason: 'not-found' });
    await world.db.updateTable('hold').set({ self_enrol: 0 }).where('id', '=', holdId).execute();
    expect(await requestSeat(world, adviser, { holdId })).toEqual({ ok: false, reason: 'not-open' });
    await world.db.updateTable('hold').set({ self_enrol: 1 }).where('id', '=', holdId).execute();
    world.clock.at = '2027-11-01T09:00:00.000Z';
    expect(await requestSeat(world, adviser, { holdId })).toEqual({ ok: false, reason: 'not-open' });
  });

  test('a hold with a course day outside its period or too many seats, and a blocked leader', async () => {
    world = await fakeWorld(await fresh());
    const { leader, colleague, holdId } = await castOf(world);
    const { course } = world.catalogue.editions.at(-1)!;
    const period = { startsOn: '2026-11-01', endsOn: '2027-02-01' };
    const given = { ...period, name: 'Hold', course: course.id, edition: course.edition, selfEnrol: true };
    const issues = async (seats: number, heldOn: string) => {
      const made = await createHold(world, leader, {
        ...given,
        seats,
        courseDay: { heldOn, startsAt: '09:00', place: 'Odense' },
      });
      return !made.ok && made.reason === 'not-a-hold' && made.issues;
    };
    expect(await issues(501, '2026-12-01')).toEqual([{ field: 'seats', problem: 'not-a-number' }]);
    expect(await issues(1.5, '2026-12-01')).toEqual([{ field: 'seats', problem: 'not-a-number' }]);
    for (const outside of ['2026-10-31', '2027-02-02'])
      expect(await issues(500, outside)).toEqual([{ field: 'heldOn', problem: 'outside' }]);
    await setBlocked(world, null, { personId: colleague.personId, blocked: true });
    expect(await addLeader(world, leader, { holdId, email: await emailOf(colleague.personId) })).toEqual({
      ok: false,
      reason: 'not-a-leader',
    });
  });

  test('import rows with people who are blocked or on another hold, and an import by the leader of another hold', async () => {
    world = await fakeWorld(await fresh());
    const { leader, colleague, adviser, holdId } = await castOf(world);
    const blocked = await somebody(world, { givenName: 'Bo', roles: ['adviser'] });
    await setBlocked(world, null, { personId: blocked.personId, blocked: true });
    await requestSeat(world, adviser, { holdId: await someHold(world, leader) });
    const rows = await Promise.all(
      [blocked, adviser].map(async ({ personId }) => `A;Eksempel;${await emailOf(personId)};765700;`),
    );
    const text = `fornavn;efternavn;arbejdsmail;biblioteksnummer;startdato\n${rows.join('\n')}\n`;
    const preview = await previewImport(world, leader, { holdId, bytes: Buffer.from(text) });
    expect(preview.ok && preview.rows.map(({ refusal }) => refusal)).toEqual(['blocked', 'enrolled']);
    const commit = { holdId, text, invite: false };
    expect(await commitImport(world, colleague, commit)).toEqual({ ok: false, reason: 'not-found' });
    expect(await commitImport(world, leader, { ...commit, text: 'x'.repeat(1_100_000) })).toEqual({
      ok: false,
      reason: 'too-large',
    });
  });

  test('an empty hand-in, one with too much text or too many files, and a change of what is handed in', async () => {
    const { adviser, leader, colleague, place } = await before('practical');
    const file = (name: string) => ({ name, bytes: Buffer.from(name) });
    const add = (...names: string[]) => saveDraft(world, adviser, { ...place, text: '', files: names.map(file) });
    const long = 'x'.repeat(20_001);
    expect(await saveDraft(world, adviser, { ...place, text: long })).toMatchObject({ reason: 'text-too-long' });
    expect(await handInPractical(world, adviser, { ...place, text: long })).toMatchObject({ reason: 'text-too-long' });
    expect(await handInPractical(world, adviser, { ...place, text: ' ' })).toMatchObject({ reason: 'nothing-written' });
    // The bytes decide the type: a web page, a GIF under other names, and one wrong file among good ones.
    const [page, gif] = [Buffer.from('<script>alert(1)</script>'), Buffer.from('GIF89a\u0001\u0000\u0001\u0000;')];
    for (const [name, bytes] of [
      ['side.html', page],
      ['billede.txt', gif],
      ['billede.pdf', gif],
    ] as const)
      for (const send of [saveDraft, handInPractical])
        expect(
          await send(world, adviser, { ...place, text: 'Ord', files: [file('god.txt'), { name, bytes }] }),
          name,
        ).toEqual({ ok: false, reason: 'file-type', name });
    expect(await add('god.txt', '')).toEqual({ ok: false, reason: 'file-empty', name: '' });
    for (const send of [saveDraft, handInPractical])
      expect(await send(world, adviser, { ...place, text: long, files: [file('god.txt')] })).toMatchObject({
        reason: 'text-too-long',
      });
    const brokenDocument = { name: 'brev.docx', bytes: zipOf('[Content_Types].xml', Buffer.alloc(200, 0xff), 900) };
    for (const send of [saveDraft, handInPractical])
      expect(await send(world, adviser, { ...place, text: 'Ord', files: [brokenDocument] })).toMatchObject({
        ok: false,
        reason: expect.stringMatching(/^file-(type|broken)$/),
      });
    const unread: World = { ...world, fileTypes: { ...world.fileTypes, typeOf: () => Promise.reject(new Error()) } };
    for (const send of [saveDraft, handInPractical])
      expect(await send(unread, colleague, { ...place, text: 'Ord', files: [brokenDocument] })).toEqual({
        ok: false,
        reason: 'not-found',
      });
    expect(await world.db.selectFrom('submission_file').selectAll().execute()).toEqual([]);
    // Text in Windows-1252 is accepted as text.
    const old = [{ name: 'gammel.txt', bytes: Buffer.from('På bøgerne', 'latin1') }];
    expect(await saveDraft(world, adviser, { ...place, text: '', files: old })).toMatchObject({ ok: true });
    await world.db.deleteFrom('submission_file').execute();
    expect(await add('../../a.txt', 'b.txt', 'c.txt')).toMatchObject({ ok: true });
    expect(await world.db.selectFrom('submission_file').select('name').orderBy('position').execute()).toMatchObject([
      { name: '.._.._a.txt' },
      { name: 'b.txt' },
      { name: 'c.txt' },
    ]);
    expect(await add('d.txt', 'e.txt', 'f.txt')).toMatchObject({ reason: 'too-many-files' });
    const draft = (await findLatestSubmission(world.db, place.enrolmentId, place.step))!;
    expect(await seeSubmission(world, leader, draft.id)).toBeUndefined();
    expect(await handInPractical(world, adviser, { ...place, text: '' })).toEqual({ ok: true });
    const digest = sha256(Buffer.from('b.txt'));
    expect(await removeOwnFile(world, adviser, { ...place, sha256: digest })).toMatchObject({
      reason: 'not-now',
      state: 'submitted',
    });
    const read = { submissionId: draft.id, sha256: digest };
    expect(await readSubmissionFile(world, leader, read)).toBeDefined();
    expect(await readSubmissionFile(world, colleague, read), 'same library').toBeUndefined();
    expect(await seeSubmission(world, colleague, draft.id)).toMatchObject({ conflict: 'same-library', files: [] });
    // A digest opens only a file of that submission.
    const elsewhere = sha256(Buffer.from('En andens'));
    await putDocument(world.db, {
      sha256: elsewhere,
      media_type: 'text/plain',
      bytes: Buffer.from('En andens'),
      size: 9,
      recorded_at: world.now(),
    });
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const theirs = await begin(world, { leader, adviser: villy, holdId: await someHold(world, leader) });
    const submission = { ...draft, id: 'theirs', enrolment_id: theirs.enrolmentId };
    await insertSubmission(world.db, submission);
    await insertFile(world.db, {
      submission_id: submission.id,
      sha256: elsewhere,
      name: 'andens.txt',
      position: 0,
      recorded_at: world.now(),
    });
    expect(await readSubmissionFile(world, villy, { submissionId: submission.id, sha256: elsewhere })).toBeDefined();
    expect(await readSubmissionFile(world, adviser, { submissionId: draft.id, sha256: elsewhere })).toBeUndefined();
    expect(await seeSubmission(world, adviser, draft.id)).toBeUndefined();
    expect(await listQueue(world, adviser)).toBeUndefined();
  });

  test('grading by a leader who has not taken the work or has a conflict of interest by now', async () => {
    const { leader, adviser, enrolled, place } = await before('practical');
    const other = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'], library: libraries.esbjerg });
    await handIn(worldThrough(world, world.now()), enrolled, place.step);
    const { id: submissionId } = (await findLatestSubmission(world.db, place.enrolmentId, place.step))!;
    const words = { submissionId, decision: 'returned', judged: {}, feedback: 'Del sedlen i to dele.' };
    expect(await unsubmit(world, adviser, place)).toEqual({ ok: true });
    await handIn(worldThrough(world, world.now()), enrolled, place.step);
    expect(await claimSubmission(world, leader, { submissionId })).toEqual({ ok: true });
    expect(await unsubmit(world, adviser, place)).toMatchObject({ ok: false, reason: 'not-now' });
    expect((await findLatestSubmission(world.db, place.enrolmentId, place.step))!.state).toBe('in-review');
    expect(await releaseSubmission(world, other, { submissionId })).toEqual({ ok: false, reason: 'not-found' });
    expect(await gradeSubmission(world, other, words)).toEqual({ ok: false, reason: 'taken' });
    expect(await gradeSubmission(world, adviser, words)).toEqual({ ok: false, reason: 'forbidden' });
    await movePerson(world, null, { personId: leader.personId, library: libraries.herning, from: '2026-11-24' });
    expect(await gradeSubmission(world, leader, words)).toMatchObject({ reason: 'conflict', because: 'same-library' });
    expect(await releaseSubmission(world, leader, { submissionId })).toEqual({ ok: true });
    // If two leaders act at once, one gets the work, and it is graded once.
    const third = await somebody(world, { givenName: 'Kaj', roles: ['course-leader'], library: libraries.odense });
    const pressed = await Promise.all([other, third].map((each) => claimSubmission(world, each, { submissionId })));
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(pressed.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'taken' });
    const taker = pressed[0]!.ok ? other : third;
    const { rubric } = (await seeSubmission(world, taker, submissionId))!;
    const judged = Object.fromEntries(rubric.map(({ id }) => [id, 'missing']));
    const graded = await Promise.all([1, 2].map(() => gradeSubmission(world, taker, { ...words, judged })));
    expect(graded.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await world.db.selectFrom('grading').select(['decision', 'grader_id']).execute()).toEqual([
      { decision: 'returned', grader_id: taker.personId },
    ]);
  });

  test("grading a colleague without an exception in force, and grading one's own work even with one", async () => {
    const { colleague, adviser, enrolled, place } = await before('practical');
    await handIn(worldThrough(world, world.now()), enrolled, place.step);
    const { id: submissionId } = (await findLatestSubmission(world.db, place.enrolmentId, place.step))!;
    const given = { kind: 'may-grade' as const, value: '', reason: 'Ingen andre', by_person: colleague.personId };
    const written = { ...given, enrolment_id: null, recorded_at: world.now() };
    await world.db
      .insertInto('exception')
      .values([
        { ...written, id: '1', person_id: colleague.personId, valid_from: '2026-01-01', valid_until: '2026-11-24' },
        { ...written, id: '3', person_id: colleague.personId, valid_from: '2026-11-25', valid_until: null },
        {
          ...written,
          id: '4',
          kind: 'extra-time',
          person_id: colleague.personId,
          valid_from: '2026-01-01',
          valid_until: null,
        },
        { ...written, id: '2', person_id: adviser.personId, valid_from: '2026-01-01', valid_until: null },
      ])
      .execute();
    expect(await claimSubmission(world, colleague, { submissionId })).toMatchObject({ because: 'same-library' });
    const own = { ...adviser, grants: [{ role: 'course-leader' as const, serviceId: null }] };
    expect(await claimSubmission(world, own, { submissionId })).toMatchObject({ because: 'own-work' });
    await world.db.updateTable('exception').set({ valid_until: null }).where('id', '=', '1').execute();
    expect(await claimSubmission(world, colleague, { submissionId })).toEqual({ ok: true });
  });

  test('an attempt of another course, and stores late answers without scoring them', async () => {
    const { adviser, leader, place } = await before('quiz');
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const theirs = await begin(world, { leader, adviser: villy, holdId: await someHold(world, leader) });
    const started = await startQuiz(world, adviser, place);
    if (!started.ok) throw new Error(started.reason);
    const { attemptId } = started;
    const stolen = { enrolmentId: theirs.enrolmentId, attemptId };
    expect(await handInQuiz(world, villy, stolen)).toEqual({ ok: false, reason: 'not-found' });
    const items = await listItems(world.db, attemptId);
    const questions = questionsOf((await findRecord(world, world.db, place.enrolmentId))!, items);
    const answer = (slot: number, how: 'right' | 'wrong') => formAnswer(questions[slot - 1]!, items[slot - 1]!, how);
    const save = (slot: number, operationId: string, sent: string[]) =>
      saveAnswer(world, adviser, { attemptId, slot, operationId, answer: sent });
    await save(1, 'a', answer(1, 'wrong'));
    pass(world, 1);
    // After the back button, the form sends the same operation with another answer.
    expect(await save(1, 'a', answer(1, 'right'))).toMatchObject({ ok: true });
    pass(world, 1);
    expect(await save(1, 'a', answer(1, 'wrong')), 'the first once more').toMatchObject({ ok: true });
    pass(world, 30);
    expect(await save(2, 'b', answer(2, 'right'))).toEqual({ ok: false, reason: 'too-late', over: false });
    expect(await world.db.selectFrom('response').select('late').orderBy('slot').execute()).toEqual([
      { late: 0 },
      { late: 0 },
      { late: 1 },
    ]);
    expect(await handInQuiz(world, adviser, { enrolmentId: place.enrolmentId, attemptId })).toEqual({ ok: true });
    expect(await seeStep(world, adviser, place)).toMatchObject({ state: 'cooling', result: { right: 1 } });
  });

  test('a reading place that does not exist or belongs to somebody else', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    const { course, readings } = world.catalogue.editions.at(-1)!;
    const step = course.steps.find(({ kind }) => kind === 'lesson')!.id;
    const given = { enrolmentId, step, section: readings.get(step)!.sections[0]!.id };
    const no = { ok: false, reason: 'not-found' };
    expect(await rememberPlace(world, cast.adviser, { ...given, section: 'forged' })).toEqual(no);
    expect(await rememberPlace(world, cast.colleague, given)).toEqual(no);
    expect(await rememberPlace(world, cast.adviser, given)).toEqual({ ok: true });
  });

  test('evidence that ends before it begins, and a rollout from tomorrow or by somebody without permission', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    const given = { serviceId: 'tjeneste-0615', gate: 'aftale', observedOn: '2026-11-20', note: 'Tilsagn' };
    expect(await recordEvidence(world, contact, { ...given, value: 'måske', lastDay: '2026-11-19' })).toMatchObject({
      issues: [{ field: 'value' }, { field: 'lastDay', problem: 'before-observed' }],
    });
    const step = { serviceId: given.serviceId, type: 'invited', onDay: '2026-11-24', note: '' };
    expect(await recordRollout(world, contact, step)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await recordRollout(world, agency, { ...step, onDay: '2026-11-25' })).toMatchObject({ reason: 'not-a-day' });
    expect(await recordRollout(world, agency, { ...step, type: 'staffed' })).toMatchObject({ reason: 'no-type' });
  });

  test('an audit with a line that was changed, forged or removed', async () => {
    world = await fakeWorld(await fresh());
    for (const givenName of ['Vera', 'Villy']) await somebody(world, { givenName, roles: ['adviser'] });
    expect(await checkAudit(world)).toEqual([]);
    const line = { seq: 3, at: world.now(), actor: null, action: 'forged', subject: 'x', detail: '' };
    const [last] = await world.db.selectFrom('audit').select('hash').orderBy('seq', 'desc').limit(1).execute();
    await world.db
      .insertInto('audit')
      .values({ ...line, previous: last!.hash, hash: 'x' })
      .execute();
    expect(await checkAudit(world)).toEqual([
      'audit 3: the chain is broken',
      expect.stringContaining('the chain ends at 3, its head was 2'),
    ]);
    const orphan = { ...line, seq: 4, previous: last!.hash };
    await world.db
      .insertInto('audit')
      .values({ ...orphan, hash: auditHash(orphan) })
      .execute();
    expect(await checkAudit(world)).toEqual([
      'audit 3: the chain is broken',
      'audit 4: the chain is broken',
      expect.stringContaining('the chain ends at 4, its head was 2'),
    ]);
  });

  test('to send a letter that has failed ten times', async () => {
    world = await fakeWorld(await fresh());
    const { adviser, holdId, leader } = await castOf(world);
    await begin(world, { adviser, holdId, leader });
    let tries = 0;
    const send = () => {
      tries += 1;
      return Promise.reject(new Error('no line'));
    };
    for (let round = 0; round < 12; round++) await deliverOutbox({ ...world, postbox: { send } });
    expect(tries).toBe(10);
  });
});
