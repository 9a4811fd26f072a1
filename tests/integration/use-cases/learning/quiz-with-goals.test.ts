import { afterEach, expect, test } from 'vitest';
import { formAnswer, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { flagQuestion } from '#app/use-cases/learning/quiz/flag-question.server.ts';
import { handInQuiz } from '#app/use-cases/learning/quiz/hand-in-quiz.server.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { findAttempt, listItems } from '#db/queries/quiz.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, pass } from '../../../world.ts';

onBothDatabases('a test', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** An adviser at the first test of the shipped course; with `goals` every question of the edition names one. */
  async function atTheTest({ goals }: { goals: boolean }) {
    world = await fakeWorld(await fresh());
    const edition = world.catalogue.editions.at(-1)!;
    const step = edition.course.steps.find((each) => each.kind === 'quiz')!;
    if (goals) {
      const lesson = edition.course.steps.find(({ kind }) => kind === 'lesson')!.id;
      const banks = new Map(
        [...edition.banks].map(([bank, questions]) => [bank, questions.map((each) => ({ ...each, goal: bank }))]),
      );
      const named = [...banks.keys()].map((id) => ({ id, title: { da: `Mål ${id}`, en: `Goal ${id}` }, step: lesson }));
      world.catalogue = catalogueOf([{ ...edition, banks, course: { ...edition.course, goals: named } }]);
    }
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [cast.leader] }, step.id);
    world.clock.at = clock.world.now();
    const place = { enrolmentId: enrolled.enrolmentId, step: step.id };
    return { ...cast, edition: world.catalogue.editions.at(-1)!, place };
  }
  type Stage = Awaited<ReturnType<typeof atTheTest>>;

  async function attempt({ adviser, place, edition }: Stage, how: 'right' | 'wrong') {
    pass(world, 60 * 25);
    const started = await startQuiz(world, adviser, place);
    if (!started.ok) throw new Error(started.reason);
    const { attemptId } = started;
    const items = await listItems(world.db, attemptId);
    for (const item of items) {
      const question = edition.banks.get(item.bank)!.find(({ id }) => id === item.question)!;
      const saved = await saveAnswer(world, adviser, {
        attemptId,
        slot: item.slot,
        answer: formAnswer(question, item, how),
      });
      expect(saved).toMatchObject({ ok: true });
    }
    const handedIn = await handInQuiz(world, adviser, { enrolmentId: place.enrolmentId, attemptId });
    expect(handedIn).toMatchObject({ ok: true });
    const view = await seeStep(world, adviser, place);
    if (view?.kind !== 'quiz' || !view.result) throw new Error('no result');
    return { attemptId, items, view, result: view.result };
  }

  test('keeps its key until it is passed, says what to repeat and when, and a retake avoids what was seen', async () => {
    const stage = await atTheTest({ goals: true });
    const first = await attempt(stage, 'wrong');
    expect(first.result).toMatchObject({ passed: false, hidesKey: true, repeated: 0 });
    expect(first.result.goals).toEqual([
      { id: first.items[0]!.bank, title: expect.anything(), earned: 0, of: first.items.length },
    ]);
    expect(first.result.places).toMatchObject([
      { step: stage.edition.course.goals![0]!.step, wrong: first.items.length },
    ]);
    expect(first.view).toMatchObject({ because: { reason: 'cooling' }, pauseHours: 24 });
    for (const { feedback } of first.result.items) {
      expect(feedback.said?.expected).toBeUndefined();
      expect(feedback.options.every(({ chosen }) => chosen)).toBe(true);
    }

    const second = await attempt(stage, 'right');
    const bank = stage.edition.banks.get(first.items[0]!.bank)!;
    const seen = new Set(first.items.map(({ question }) => question));
    const repeated = second.items.filter(({ question }) => seen.has(question)).length;
    expect(repeated).toBe(Math.max(0, second.items.length - (bank.length - seen.size)));
    expect((await findAttempt(world.db, second.attemptId))!.repeated).toBe(repeated);
    expect(second.result).toMatchObject({ passed: true, hidesKey: false, repeated, goals: [], places: [] });
    expect(second.view.petals.done).toBeGreaterThan(1);
  });

  test('of an edition without goals tells its key as it did, and draws by its seed alone', async () => {
    const { result, attemptId } = await attempt(await atTheTest({ goals: false }), 'wrong');
    expect(result).toMatchObject({ hidesKey: false, goals: [], places: [] });
    expect(result.items.some(({ feedback }) => feedback.options.some(({ chosen }) => !chosen))).toBe(true);
    expect((await findAttempt(world.db, attemptId))!.repeated).toBe(0);
  });

  test('keeps the marks of its adviser until it is handed in, and nobody else sets one', async () => {
    const { adviser, leader, place } = await atTheTest({ goals: false });
    const started = await startQuiz(world, adviser, place);
    if (!started.ok) throw new Error(started.reason);
    const mark = { attemptId: started.attemptId, slot: 2, flagged: true };
    const flagged = async () => {
      const view = await seeStep(world, adviser, place);
      return view?.kind === 'quiz' && view.attempt?.items.filter((item) => item.flagged).map(({ slot }) => slot);
    };
    expect(await flagQuestion(world, leader, mark)).toEqual({ ok: false, reason: 'not-found' });
    expect(await flagQuestion(world, adviser, { ...mark, slot: 99 })).toEqual({ ok: false, reason: 'not-found' });
    expect(await flagged()).toEqual([]);
    for (let twice = 0; twice < 2; twice++) expect(await flagQuestion(world, adviser, mark)).toEqual({ ok: true });
    expect(await flagged()).toEqual([2]);
    await flagQuestion(world, adviser, { ...mark, flagged: false });
    expect(await flagged()).toEqual([]);
    await handInQuiz(world, adviser, { enrolmentId: place.enrolmentId, attemptId: started.attemptId });
    expect(await flagQuestion(world, adviser, mark)).toEqual({ ok: false, reason: 'handed-in' });
  });
});
