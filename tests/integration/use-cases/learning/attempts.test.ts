import { afterEach, expect, test } from 'vitest';
import { type Enrolled, formAnswer, grade, handIn, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { decideAppeal } from '#app/use-cases/appeals/decide-appeal.server.ts';
import { listAppeals } from '#app/use-cases/appeals/list-appeals.server.ts';
import { lodgeAppeal } from '#app/use-cases/appeals/lodge-appeal.server.ts';
import { takeAppeal } from '#app/use-cases/appeals/take-appeal.server.ts';
import { breakOffAttempt } from '#app/use-cases/holds/advisers/break-off-attempt.server.ts';
import { grantTime } from '#app/use-cases/holds/advisers/grant-time.server.ts';
import { seeAdviser } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { handInPractical } from '#app/use-cases/learning/practical/hand-in-practical.server.ts';
import { removeOwnFile } from '#app/use-cases/learning/practical/remove-own-file.server.ts';
import { saveDraft } from '#app/use-cases/learning/practical/save-draft.server.ts';
import { handInQuiz } from '#app/use-cases/learning/quiz/hand-in-quiz.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { sweepDeadlines } from '#app/use-cases/learning/sweep-deadlines.server.ts';
import { listStuck } from '#app/use-cases/operations/list-stuck.server.ts';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { seeProfile } from '#app/use-cases/people/see-profile.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { recordOf } from '#app/use-cases/record/record-of.server.ts';
import { drawQuestions } from '#curriculum/quiz/draw-questions.ts';
import { kindOf } from '#curriculum/quiz/question.ts';
import { listContradictions } from '#db/contradictions.ts';
import { listCertificatesOf } from '#db/queries/certificate.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { findAttempt, listItems } from '#db/queries/quiz.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const minute = 60_000;
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

onBothDatabases('an attempt', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** An adviser who has reached a step of this kind, on the shipped course or on one where this step is enough. */
  async function before(kind: 'quiz' | 'practical', only = false) {
    world = await fakeWorld(await fresh());
    const edition = world.catalogue.editions.at(-1)!;
    const step = edition.course.steps.find((each) => each.kind === kind)!;
    if (only) {
      const steps = [step, edition.course.steps.find((each) => each.kind === 'day')!];
      const flow = { is: 'choose' as const, n: 1, of: steps.map(({ id }) => ({ is: 'step' as const, id })) };
      world.catalogue = catalogueOf([{ ...edition, course: { ...edition.course, steps, flow } }]);
    }
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [cast.leader] }, step.id);
    world.clock.at = clock.world.now();
    pass(world, 60);
    return { ...cast, edition, step, enrolled, place: { enrolmentId: enrolled.enrolmentId, step: step.id } };
  }
  async function attempt() {
    const stage = await before('quiz');
    const started = await startQuiz(world, stage.adviser, stage.place);
    if (!started.ok) throw new Error(started.reason);
    const { attemptId } = started;
    const row = (await findAttempt(world.db, attemptId))!;
    const items = await listItems(world.db, attemptId);
    const questions = questionsOf((await findRecord(world, world.db, stage.place.enrolmentId))!, items);
    const save = (slot: number, answer = formAnswer(questions[slot - 1]!, items[slot - 1]!, 'right')) =>
      saveAnswer(world, stage.adviser, { attemptId, slot, answer });
    return { ...stage, attemptId, row, items, questions, save };
  }
  const responses = async () => (await world.db.selectFrom('response').select('slot').execute()).length;

  test('has the questions drawn from its seed, in the same order each time', async () => {
    const { row, items, questions, edition, step, adviser, place } = await attempt();
    if (step.kind !== 'quiz') throw new Error('no quiz');
    expect(
      items.map(({ slot, bank, question, option_order }) => ({
        slot,
        bank,
        question,
        optionOrder: JSON.parse(option_order),
      })),
    ).toEqual(drawQuestions(step.blueprint, edition.banks, row.seed));
    for (let times = 0; times < 2; times++) {
      const seen = await seeStep(world, adviser, place);
      if (seen?.kind !== 'quiz') throw new Error('no quiz');
      for (const { slot, question } of seen.attempt!.items) {
        const asked = questions[slot - 1]!;
        const texts = new Map(
          kindOf(asked)
            .parts(asked)
            .map(({ id, text }) => [id, text]),
        );
        const order = JSON.parse(items.find((item) => item.slot === slot)!.option_order) as string[];
        if ('options' in question)
          expect(question.options.map(({ id, text }) => [id, text])).toEqual(
            order.map((id, at) => [String(at + 1), texts.get(id)]),
          );
      }
    }
  });

  test('that cannot be scored delays no other attempt and no deadline, and is shown until it can be scored', async () => {
    const broken = await attempt();
    const bank = broken.items[0]!.bank;
    await world.db
      .insertInto('attempt_item')
      .values({ attempt_id: broken.attemptId, slot: 90, bank, question: 'gone', option_order: '[]' })
      .execute();
    const another = await somebody(world, { givenName: 'Bo', roles: ['adviser'], library: libraries.horsens });
    const enrolled = await begin(world, { ...broken, adviser: another });
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [broken.leader] }, broken.step.id);
    world.clock.at = clock.world.now();
    const started = await startQuiz(world, another, { enrolmentId: enrolled.enrolmentId, step: broken.step.id });
    if (!started.ok) throw new Error(started.reason);
    const late = await somebody(world, { givenName: 'Carla', roles: ['adviser'], library: libraries.horsens });
    const overdue = await begin(world, { ...broken, adviser: late });

    const told: unknown[] = [];
    world.tellStuck = (...given) => told.push(given.slice(0, 2));
    world.clock.at = '2027-12-01T09:00:00.000Z';
    await sweepDeadlines(world);
    expect((await findAttempt(world.db, started.attemptId))!.handed_in_at).not.toBeNull();
    expect((await findEnrolment(world.db, overdue.enrolmentId))!.state).toBe('lapsed');
    expect((await findAttempt(world.db, broken.attemptId))!.handed_in_at).toBeNull();
    expect(told).toEqual([['attempt', broken.attemptId]]);
    pass(world, 1);
    await sweepDeadlines(world);
    const administrator = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    expect(await listStuck(world, administrator)).toMatchObject([
      { work: 'attempt', subject: broken.attemptId, times: 2, about: { name: 'Vera Eksempel' } },
    ]);
    for (const stranger of [broken.leader, broken.adviser]) expect(await listStuck(world, stranger)).toEqual([]);

    // The question is put back.
    const { edition } = broken;
    const [known] = edition.banks.get(bank)!;
    const banks = new Map(edition.banks).set(bank, [...edition.banks.get(bank)!, { ...known!, id: 'gone' }]);
    world.catalogue = catalogueOf([{ ...edition, banks }]);
    await sweepDeadlines(world);
    expect(await listStuck(world, administrator)).toEqual([]);
  });

  test('accepts an answer that was sent at the end of its time and is not closed before it can have come', async () => {
    const { row, save, adviser, place } = await attempt();
    expect(await save(1, [])).toMatchObject({ ok: true });
    expect(await responses(), 'nothing was answered and nothing taken away').toBe(0);
    world.clock.at = row.deadline_at!;
    expect(await save(1)).toMatchObject({ ok: true });
    expect(await sweepDeadlines(world)).toBe(0);
    world.clock.at = later(row.deadline_at!, 5_000);
    expect(await save(2)).toMatchObject({ ok: true });
    expect(await sweepDeadlines(world)).toBe(0);
    world.clock.at = later(row.deadline_at!, 5_001);
    expect(await save(3)).toEqual({ ok: false, reason: 'too-late', over: false });
    expect(await sweepDeadlines(world)).toBe(1);
    expect(await seeStep(world, adviser, place)).toMatchObject({ result: { right: 2, ranOutAt: row.deadline_at } });
  });

  test('keeps an answer that waited without a network until after the end, scores it never, and tells the adviser', async () => {
    const { row, save, adviser, place } = await attempt();
    await save(1);
    world.clock.at = later(row.deadline_at!, 60_000);
    expect(await sweepDeadlines(world)).toBe(1);
    expect(await save(2)).toEqual({ ok: false, reason: 'too-late', over: true });
    expect(await responses()).toBe(2);
    expect(await seeStep(world, adviser, place)).toMatchObject({ result: { right: 1, late: 1 } });
  });

  test('is handed in by the page when its time is up, and says then that the time ran out', async () => {
    const { row, save, adviser, place, attemptId } = await attempt();
    await save(1);
    const whenOver = () => handInQuiz(world, adviser, { ...place, attemptId, whenOver: true });
    world.clock.at = later(row.deadline_at!, -1);
    expect(await whenOver()).toEqual({ ok: false, reason: 'time-left' });
    world.clock.at = row.deadline_at!;
    expect(await whenOver()).toEqual({ ok: true });
    expect(await whenOver()).toEqual({ ok: false, reason: 'handed-in' });
    expect(await seeStep(world, adviser, place)).toMatchObject({ result: { right: 1, ranOutAt: row.deadline_at } });
  });

  test('does not say that the time ran out when it was handed in before', async () => {
    const { row, save, adviser, place, attemptId } = await attempt();
    world.clock.at = later(row.deadline_at!, -1);
    expect(await handInQuiz(world, adviser, { ...place, attemptId })).toEqual({ ok: true });
    expect(await seeStep(world, adviser, place)).toMatchObject({ result: { ranOutAt: null } });
    world.clock.at = later(row.deadline_at!, 60_000);
    expect(await save(1)).toEqual({ ok: false, reason: 'handed-in' });
  });

  test('gets the extra time that is granted while it runs, and everybody is told', async () => {
    const { row, adviser, leader, place, attemptId, save, step } = await attempt();
    const grant = (factor: string) =>
      grantTime(world, leader, { enrolmentId: place.enrolmentId, factor, reason: 'Aftalt på telefon' });
    const started = row.started_at;
    pass(world, 5);
    expect(await grant('1.5')).toEqual({ ok: true });
    const half = later(started, 30 * minute);
    expect((await findAttempt(world.db, attemptId))!.deadline_at).toBe(half);
    expect(await seeStep(world, adviser, place)).toMatchObject({ attempt: { dueAt: half }, minutes: 30 });
    expect(await seeAdviser(world, leader, place.enrolmentId)).toMatchObject({
      running: [{ step: step.id, dueAt: half }],
    });
    expect(await save(1)).toMatchObject({ ok: true, dueAt: half });
    // Less than it has is never taken from a running attempt.
    expect(await grant('1.25')).toEqual({ ok: true });
    expect((await findAttempt(world.db, attemptId))!.deadline_at).toBe(half);
    world.clock.at = later(row.deadline_at!, 6_000);
    expect(await save(2)).toMatchObject({ ok: true });
    expect(await sweepDeadlines(world)).toBe(0);
    world.clock.at = later(half, 6_000);
    expect(await sweepDeadlines(world)).toBe(1);
    expect(await seeStep(world, adviser, place)).toMatchObject({ result: { right: 2, ranOutAt: half } });
    const letters = await world.db.selectFrom('outbox').select('subject').where('subject', 'like', '%tid%').execute();
    expect(letters.map(({ subject }) => subject).sort()).toEqual([
      'Du har fået længere tid i prøver',
      'Du har fået længere tid i prøver',
      expect.stringMatching(/^Du har længere tid: /),
    ]);
    expect((await findRecord(world, world.db, place.enrolmentId))!.snapshot.context.steps[step.id]!.dueAt).toBe(half);
  });

  test('shows extra time before it begins, and so does the profile', async () => {
    const { adviser, leader, place } = await before('quiz');
    expect(await seeProfile(world, adviser)).toMatchObject({ timeFactor: 1 });
    const usual = await seeStep(world, adviser, place);
    expect([usual?.kind === 'quiz' && usual.minutes, usual && 'usualMinutes' in usual]).toEqual([20, false]);
    await grantTime(world, leader, { enrolmentId: place.enrolmentId, factor: '2', reason: 'Aftalt på telefon' });
    expect(await seeStep(world, adviser, place)).toMatchObject({ minutes: 40, usualMinutes: 20 });
    expect(await seeProfile(world, adviser)).toMatchObject({ timeFactor: 2 });
  });

  test('does not count when a leader breaks it off with a reason, and can be taken anew', async () => {
    const { adviser, leader, place, attemptId, save, step } = await attempt();
    await save(1);
    const breakOff = (reason: string) =>
      breakOffAttempt(world, leader, { enrolmentId: place.enrolmentId, step: step.id, reason });
    const stranger = await somebody(world, {
      givenName: 'Kirsten',
      roles: ['course-leader'],
      library: libraries.esbjerg,
    });
    expect(
      await breakOffAttempt(world, stranger, {
        enrolmentId: place.enrolmentId,
        step: step.id,
        reason: 'Siden gik ned',
      }),
    ).toEqual({ ok: false, reason: 'not-found' });
    expect(await breakOff(' ')).toEqual({ ok: false, reason: 'reason-missing' });
    expect((await seeAdviser(world, leader, place.enrolmentId))!.may.breakOff).toEqual([step.id]);
    expect(await breakOff('Siden gik ned')).toEqual({ ok: true });
    expect(await breakOff('Siden gik ned')).toMatchObject({ ok: false, reason: 'not-now' });
    expect((await seeAdviser(world, leader, place.enrolmentId))!.may.breakOff).toEqual([]);
    expect(await handInQuiz(world, adviser, { ...place, attemptId })).toEqual({ ok: false, reason: 'handed-in' });
    expect(await seeStep(world, adviser, place)).toMatchObject({
      state: 'ready',
      attempt: null,
      result: null,
      attempts: { used: 0 },
    });
    expect(await listContradictions(world.db)).toEqual([]);
    const [letter] = await world.db
      .selectFrom('outbox')
      .select('body')
      .where('subject', 'like', '%tæller ikke%')
      .execute();
    expect(letter!.body).toContain('Siden gik ned');
    const again = await startQuiz(world, adviser, place);
    expect(again).toMatchObject({ ok: true });
    expect(again.ok && again.attemptId).not.toBe(attemptId);
    pass(world, 60);
    expect(await sweepDeadlines(world)).toBe(1);
    expect(await seeStep(world, adviser, place)).toMatchObject({ attempts: { used: 1 } });
  });

  test('has the time limit of the latest exception in force when it begins, and keeps it', async () => {
    const { leader, adviser, place } = await before('quiz');
    const given = { enrolmentId: place.enrolmentId, reason: 'Aftalt på telefon' };
    const other = { person_id: adviser.personId, enrolment_id: null, kind: 'extra-time' as const, value: '2' };
    const today = world.now().slice(0, 10);
    const tomorrow = later(world.now(), 24 * 60 * minute).slice(0, 10);
    // These exceptions are recorded later than the granted ones, so that only their days exclude them.
    const recorded_at = later(world.now(), 24 * 60 * minute);
    const written = { ...other, reason: 'Fra papiret', by_person: leader.personId, recorded_at };
    await world.db
      .insertInto('exception')
      .values([
        { ...written, id: 'from-tomorrow', valid_from: tomorrow, valid_until: null },
        { ...written, id: 'until-today', valid_from: '2020-01-01', valid_until: today },
      ])
      .execute();
    for (const factor of ['2', '1.5']) {
      expect(await grantTime(world, leader, { ...given, factor })).toEqual({ ok: true });
      pass(world, 1);
    }
    const began = world.now();
    const started = await startQuiz(world, adviser, place);
    if (!started.ok) throw new Error(started.reason);
    expect((await findAttempt(world.db, started.attemptId))!.deadline_at).toBe(later(began, 30 * minute));
    pass(world, 29);
    expect(await sweepDeadlines(world)).toBe(0);
    expect(await handInQuiz(world, adviser, { ...place, attemptId: started.attemptId })).toEqual({ ok: true });
    const events = await world.db.selectFrom('learning_event').select('type').orderBy('seq', 'desc').limit(1).execute();
    expect(events).toEqual([{ type: 'quiz-scored' }]);
  });

  test('at a practical cannot be changed while a leader has it, and comes back with its text', async () => {
    const { adviser, leader, enrolled, step, place } = await before('practical');
    const clock = worldThrough(world, world.clock.at);
    expect(await saveDraft(world, adviser, { ...place, text: 'Ti trin til TastSelv' })).toMatchObject({ ok: true });
    await handIn(clock, enrolled, step.id);
    const handed = await world.db.selectFrom('submission').select(['number', 'text']).execute();
    expect(await saveDraft(clock.world, adviser, { ...place, text: 'Noget andet' })).toMatchObject({
      ok: false,
      reason: 'not-now',
      state: 'submitted',
    });
    expect(await world.db.selectFrom('submission').select(['number', 'text']).execute()).toEqual(handed);
    await grade(clock, enrolled, { leaders: [leader] }, step.id, 'returned', 'Del sedlen i to dele.');
    // The former text and files stay in the draft until the adviser changes them.
    const back = await seeStep(clock.world, adviser, place);
    if (back?.kind !== 'practical') throw new Error('no practical');
    expect([back.submission?.number, back.submission?.text]).toEqual([1, handed[0]!.text]);
    const files = [{ name: 'seddel.txt', bytes: Buffer.from('Del et, del to') }];
    expect(await saveDraft(clock.world, adviser, { ...place, text: 'Del et', files })).toMatchObject({ ok: true });
    const both = await world.db.selectFrom('submission').select(['number', 'text']).orderBy('number').execute();
    expect(both).toEqual([handed[0], { number: 2, text: 'Del et' }]);
  });

  test('at a returned practical keeps its files until they are removed, without duplicates', async () => {
    const { adviser, leader, enrolled, step, place } = await before('practical');
    const clock = worldThrough(world, world.clock.at);
    const named = async () => {
      const seen = await seeStep(clock.world, adviser, place);
      return seen?.kind === 'practical' && seen.submission?.files.map(({ name }) => name);
    };
    const files = ['seddel.txt', 'privat.txt'].map((name) => ({ name, bytes: Buffer.from(name) }));
    const work = { ...place, text: 'Ti trin', files };
    expect(await handInPractical(clock.world, adviser, work)).toEqual({ ok: true });
    // Handing in twice hands in once; other text is refused, because it is not what was handed in.
    expect(await handInPractical(clock.world, adviser, work)).toEqual({ ok: true });
    expect(await handInPractical(clock.world, adviser, { ...place, text: 'Elleve trin' })).toMatchObject({
      reason: 'not-now',
      state: 'submitted',
    });
    await grade(clock, enrolled, { leaders: [leader] }, step.id, 'returned', 'Del sedlen i to dele.');
    expect(await named()).toEqual(['seddel.txt', 'privat.txt']);
    const sha256 = (await seeStep(clock.world, adviser, place).then(
      (seen) => seen?.kind === 'practical' && seen.submission?.files.find(({ name }) => name === 'privat.txt')?.sha256,
    )) as string;
    expect(await removeOwnFile(clock.world, adviser, { ...place, sha256 })).toEqual({ ok: true });
    expect(await named()).toEqual(['seddel.txt']);
    expect(
      await handInPractical(clock.world, adviser, { ...place, text: 'Elleve trin', files: files.slice(0, 1) }),
    ).toEqual({ ok: true });
    expect(await named()).toEqual(['seddel.txt']);
    expect(
      await world.db
        .selectFrom('submission')
        .innerJoin('submission_file', 'submission_file.submission_id', 'submission.id')
        .select(['number', 'name'])
        .orderBy('number')
        .orderBy('position')
        .execute(),
    ).toEqual([
      { number: 1, name: 'seddel.txt' },
      { number: 1, name: 'privat.txt' },
      { number: 2, name: 'seddel.txt' },
    ]);
  });

  test('that an appeal passes as the last step leads to the certificate, unless the judge has a conflict', async () => {
    const { adviser, leader, enrolled, step, place } = await before('practical', true);
    const clock = worldThrough(world, world.clock.at);
    if (step.kind !== 'practical') throw new Error('no practical');
    for (let tries = 0; tries < step.attempts; tries++) {
      await handIn(clock, enrolled, step.id);
      await grade(clock, enrolled, { leaders: [leader] }, step.id, 'rejected', 'Sedlen har for mange trin.');
    }
    world.clock.at = clock.world.now();
    pass(world, 60);
    const judge = await somebody(world, { givenName: 'Kirsten', roles: ['course-leader'], library: libraries.esbjerg });
    expect(await lodgeAppeal(world, adviser, { ...place, words: 'Princippet står på side to.' })).toEqual({ ok: true });
    const { appealId } = (await listAppeals(world, judge))!.entries[0]!;
    expect(await takeAppeal(world, judge, { appealId })).toEqual({ ok: true });
    const decide = () =>
      decideAppeal(world, judge, { appealId, decision: 'pass', feedback: 'Det stod der, og det var overset.' });
    const move = (library: string) =>
      movePerson(world, null, { personId: judge.personId, library, from: world.now().slice(0, 10) });
    expect(await move(libraries.herning)).toMatchObject({ ok: true });
    expect(await decide()).toEqual({ ok: false, reason: 'conflict', because: 'same-library' });
    expect(await listCertificatesOf(world.db, adviser.personId)).toEqual([]);
    pass(world, 24 * 60);
    expect(await move(libraries.esbjerg)).toMatchObject({ ok: true });
    expect(await decide()).toMatchObject({ ok: true });
    expect(await listCertificatesOf(world.db, adviser.personId)).toHaveLength(1);
    expect((await findEnrolment(world.db, place.enrolmentId))!.state).toBe('certified');
  });

  test('is replayed up to the row that was read, even if more was written meanwhile', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { enrolmentId }: Enrolled = await begin(world, cast);
    const { steps } = world.catalogue.editions.at(-1)!.course;
    const before = (await findEnrolment(world.db, enrolmentId))!;
    expect(await readLesson(world, cast.adviser, { enrolmentId, step: steps[0]!.id })).toEqual({ ok: true });
    const now = (await findRecord(world, world.db, enrolmentId))!.snapshot;
    expect(now.value.steps[steps[0]!.id]).toBe('done');
    const then = (await recordOf(world, world.db, before)).snapshot;
    expect(then.value.steps[steps[0]!.id]).toBe('unread');
    expect((await findRecord(world, world.db, enrolmentId))!.snapshot).toEqual(now);
  });
});
