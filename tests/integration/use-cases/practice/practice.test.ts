import { afterEach, expect, test } from 'vitest';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { readFiles } from '#app/platform/open-world.server.ts';
import { countPractice } from '#app/use-cases/practice/count-practice.server.ts';
import { orderIn } from '#app/use-cases/practice/order-in.ts';
import { remindOfPractice } from '#app/use-cases/practice/remind-of-practice.server.ts';
import { savePracticeAnswer } from '#app/use-cases/practice/save-practice-answer.server.ts';
import { seePractice } from '#app/use-cases/practice/see-practice.server.ts';
import { seePracticeQuestion } from '#app/use-cases/practice/see-practice-question.server.ts';
import { setPractice } from '#app/use-cases/practice/set-practice.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { kindOf } from '#curriculum/quiz/question.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const day = 24 * 60;
const course = 'it-paedagogisk-vejleder';

onBothDatabases('practice', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** An adviser on the first edition whose tests are all passed, and practice switched on. */
  async function practising(options: Parameters<typeof fakeWorld>[1] = {}, state: 'active' | 'certified' = 'active') {
    world = await fakeWorld(await fresh(), options);
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    const tests = world.catalogue.find(course, '2026.1')!.course.steps.filter(({ kind }) => kind === 'quiz');
    for (const { id: step } of tests) {
      await world.db
        .deleteFrom('enrolment_step')
        .where('enrolment_id', '=', enrolmentId)
        .where('step', '=', step)
        .execute();
      const row = { enrolment_id: enrolmentId, step, state: 'done', status: 'done', since: world.now() };
      await world.db.insertInto('enrolment_step').values(row).execute();
    }
    await world.db.updateTable('enrolment').set({ state }).where('id', '=', enrolmentId).execute();
    await setPractice(world, cast.adviser, { is: 'start' });
    return { ...cast, enrolmentId };
  }

  async function ask(viewer: Viewer, given: Parameters<typeof seePracticeQuestion>[2] = {}) {
    const view = await seePracticeQuestion(world, viewer, given);
    if (view?.is !== 'asked') throw new Error(`not asked: ${view?.is}`);
    const question = [...world.catalogue.editions]
      .filter((edition) => edition.course.id === view.course)
      .flatMap(({ banks }) => [...banks.values()].flat())
      .find(({ id }) => id === view.question)!;
    const kind = kindOf(question);
    const order = orderIn(view.round, question);
    const form = (how: 'right' | 'wrong') => kind.toForm(question, order, kind[how](question));
    const send = (how: 'right' | 'wrong', operationId = view.operationId) =>
      savePracticeAnswer(world, viewer, {
        course: view.course,
        question: view.question,
        round: view.round,
        operationId,
        answer: form(how),
        certainty: null,
      });
    return { view, send };
  }
  const rows = async () => ({
    answers: await world.db.selectFrom('practice_answer').selectAll().execute(),
    cards: await world.db.selectFrom('practice_card').selectAll().execute(),
  });

  test('is off until somebody begins, and asks nothing of a test that is not passed', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    await begin(world, cast);
    expect(await seePracticeQuestion(world, cast.adviser, {})).toEqual({ is: 'off' });
    expect(await seePractice(world, cast.adviser)).toMatchObject({ state: 'off', hasQuestions: false });
    expect(await setPractice(world, cast.adviser, { is: 'remind', on: 'monday' })).toEqual({
      ok: false,
      reason: 'not-practising',
    });
    for (let twice = 0; twice < 2; twice++) await setPractice(world, cast.adviser, { is: 'start' });
    expect(await seePractice(world, cast.adviser)).toMatchObject({
      state: 'on',
      remind: 'never',
      hasQuestions: false,
      session: { questions: 0 },
    });
    expect(await seePracticeQuestion(world, cast.adviser, {})).toEqual({ is: 'empty', doneToday: 0 });
    const hidden = world.catalogue.find(course, '2026.1')!.banks.get('m2')![0]!;
    const answer = { round: 'r', operationId: 'r', answer: ['1'], certainty: null };
    expect(await savePracticeAnswer(world, cast.adviser, { course, question: hidden.id, ...answer })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    // Only advisers practise.
    expect(await seePractice(world, cast.leader)).toBeUndefined();
    expect(await setPractice(world, cast.leader, { is: 'start' })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await savePracticeAnswer(world, cast.leader, { course, question: hidden.id, ...answer })).toMatchObject({
      ok: false,
    });
  });

  test('an answer sent twice counts once, and another answer to the same asking is refused', async () => {
    const { adviser } = await practising();
    const { view, send } = await ask(adviser);
    expect(view.why).toBe('new');
    expect(await send('right')).toEqual({ ok: true, round: view.round, right: true });
    const once = await rows();
    pass(world, 5);
    expect(await send('right')).toEqual({ ok: true, round: view.round, right: true });
    expect(await send('wrong')).toEqual({ ok: false, reason: 'answered' });
    expect(await send('wrong', 'another')).toEqual({ ok: false, reason: 'answered' });
    expect(await rows()).toEqual(once);
    expect(once.cards).toMatchObject([{ asked: 1, missed: 0, last: 'right', question: view.question }]);
    expect(await seePractice(world, adviser)).toMatchObject({ doneToday: 1 });
    const many = await Promise.all(Array.from({ length: 4 }, () => send('right')));
    expect(many.every(({ ok }) => ok)).toBe(true);
    expect((await rows()).answers).toHaveLength(1);
  });

  test('a wrong answer hides the key, gives one second try, and brings the question back within two days', async () => {
    const { adviser } = await practising();
    const { view, send } = await ask(adviser);
    expect(await send('wrong')).toMatchObject({ ok: true, right: false });
    const seen = (more = {}) => seePracticeQuestion(world, adviser, { round: view.round, ...more });
    expect(await seen()).toMatchObject({
      is: 'answered',
      feedback: { verdict: 'wrong' },
      mayTryAgain: true,
      facts: [],
    });
    const shown = await seen({ show: true });
    expect(shown?.is === 'answered' && shown.feedback).toMatchObject({ verdict: 'wrong' });
    const again = await ask(adviser, { round: view.round, again: true });
    expect(again.view).toMatchObject({ second: true, question: view.question, view: view.view });
    expect(again.view.operationId).not.toBe(view.round);
    expect(await again.send('right')).toMatchObject({ ok: true, right: true });
    expect(await again.send('right', 'third')).toEqual({ ok: false, reason: 'answered' });
    const { answers, cards } = await rows();
    expect(answers).toHaveLength(2);
    expect(cards).toMatchObject([{ last: 'helped', asked: 1 }]);
    const next = await ask(adviser);
    await next.send('wrong');
    pass(world, 2 * day);
    const due = await seePractice(world, adviser);
    expect(due?.session.missed).toBe(1);
    expect(due?.goals[0]).toMatchObject({ strength: 'slips', missed: 1 });
    expect((await ask(adviser)).view).toMatchObject({ question: next.view.question, why: 'missed' });
  });

  test('a stop keeps what was learned, a deletion takes all of it', async () => {
    const { adviser } = await practising();
    const { view, send } = await ask(adviser);
    await send('right');
    await setPractice(world, adviser, { is: 'remind', on: 'thursday' });
    await setPractice(world, adviser, { is: 'stop' });
    expect(await seePractice(world, adviser)).toMatchObject({ state: 'stopped', remind: 'never' });
    expect(await seePracticeQuestion(world, adviser, { round: view.round })).toEqual({ is: 'off' });
    expect(await send('right')).toEqual({ ok: false, reason: 'not-practising' });
    await setPractice(world, adviser, { is: 'start' });
    expect(await seePractice(world, adviser)).toMatchObject({ state: 'on', remind: 'never', doneToday: 1 });
    for (let twice = 0; twice < 2; twice++)
      expect(await setPractice(world, adviser, { is: 'delete' })).toEqual({ ok: true });
    expect(await rows()).toEqual({ answers: [], cards: [] });
    expect(await seePractice(world, adviser)).toMatchObject({ state: 'off', doneToday: 0 });
  });

  test('reminds on the chosen morning, once, in the language of the person, and only when something waits', async () => {
    const { adviser } = await practising({ now: '2026-11-26T05:30:00.000Z' });
    await world.db.updateTable('person').set({ language: 'en' }).where('id', '=', adviser.personId).execute();
    // Off by default.
    pass(world, 60);
    expect(await remindOfPractice(world)).toBe(0);
    await setPractice(world, adviser, { is: 'remind', on: 'thursday' });
    world.clock.at = '2026-11-26T05:30:00.000Z';
    expect(await remindOfPractice(world)).toBe(0);
    pass(world, 60);
    expect(await Promise.all([remindOfPractice(world), remindOfPractice(world)])).toEqual(
      expect.arrayContaining([0, 1]),
    );
    expect(await remindOfPractice(world)).toBe(0);
    await deliverOutbox(world);
    const letters = world.letters.filter(({ subject }) => subject.includes('practise'));
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toContain('http://vejlederbevis.test/practice');
    expect(letters[0]?.body).toContain('Never');
    // Other days, and a week in which nothing waits, bring no letter.
    pass(world, day);
    expect(await remindOfPractice(world)).toBe(0);
    pass(world, 6 * day);
    await world.db.updateTable('enrolment_step').set({ status: 'open' }).execute();
    expect(await remindOfPractice(world)).toBe(0);
    await setPractice(world, adviser, { is: 'remind', on: 'never' });
    pass(world, 7 * day);
    expect(await remindOfPractice(world)).toBe(0);
  });

  test('whoever is certified is first asked about what has changed in the newest edition', async () => {
    const old = readFiles().catalogue.find(course, '2026.1')!;
    const [first, ...others] = [...old.facts.values()];
    const newer = {
      ...old,
      course: { ...old.course, edition: '2026.9' },
      facts: new Map(
        [first!, ...others].map((fact) => [fact.id, fact === first ? { ...fact, da: 'Nu er det anderledes.' } : fact]),
      ),
    };
    const { adviser } = await practising({ catalogue: catalogueOf([old]) }, 'certified');
    world.catalogue = catalogueOf([old, newer]);
    const view = await seePractice(world, adviser);
    expect(view?.changes).toMatchObject([
      { from: '2026.1', facts: [{ id: first!.id, before: { da: first!.da }, now: { da: 'Nu er det anderledes.' } }] },
    ]);
    const count = [...old.banks.values()].flat().filter(({ facts }) => facts?.includes(first!.id)).length;
    expect(count).toBeGreaterThan(0);
    for (let at = 0; at < count; at++) {
      const asked = await ask(adviser);
      expect(asked.view.why).toBe('changed');
      await asked.send('right');
    }
    expect((await ask(adviser)).view.why).toBe('new');
  });

  test('leaders see how many of their hold practise, the agency only counts that tell of nobody', async () => {
    const { adviser, leader, enrolmentId } = await practising();
    await (await ask(adviser)).send('right');
    const { hold_id: holdId } = await world.db
      .selectFrom('enrolment')
      .select('hold_id')
      .where('id', '=', enrolmentId)
      .executeTakeFirstOrThrow();
    const scope = { leaderIds: [leader.personId] };
    expect(await countPractice(world, leader, { holdId, scope })).toMatchObject({
      practising: 1,
      weeks: [{ people: 0 }, { people: 0 }, { people: 0 }, { people: 1 }],
    });
    const stranger = await somebody(world, { givenName: 'Karl', roles: ['course-leader'], library: libraries.herning });
    expect(await countPractice(world, stranger, { holdId, scope })).toBeUndefined();
    expect(await countPractice(world, leader)).toBeUndefined();
    expect(await countPractice(world, adviser)).toBeUndefined();
    const agency = await somebody(world, { givenName: 'Agnes', roles: ['agency'], library: libraries.herning });
    expect(await countPractice(world, agency)).toMatchObject({
      practising: null,
      weeks: [{ people: 0 }, { people: 0 }, { people: 0 }, { people: null }],
    });
  });
});
