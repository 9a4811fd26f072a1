import { afterEach, expect, test } from 'vitest';
import { formAnswer, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { handInQuiz } from '#app/use-cases/learning/quiz/hand-in-quiz.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { kindOf } from '#curriculum/quiz/question.ts';
import { listItems } from '#db/queries/quiz.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld } from '../../../world.ts';

onBothDatabases('answers to a quiz', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** An attempt that has just begun, with functions to answer one of its questions with options. */
  async function attempt() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    const step = world.catalogue.editions.at(-1)!.course.steps.find(({ kind }) => kind === 'quiz')!.id;
    await walkTo(clock, enrolled, { leaders: [cast.leader] }, step);
    const started = await startQuiz(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step });
    if (!started.ok) throw new Error('not started');
    const { attemptId } = started;
    const items = await listItems(world.db, attemptId);
    const questions = questionsOf((await findRecord(world, world.db, enrolled.enrolmentId))!, items);
    const at = questions.findIndex((question) => question.kind === 'single');
    const item = items[at]!;
    const { slot } = item;
    const [right, wrong] = (['right', 'wrong'] as const).map((how) => formAnswer(questions[at]!, item, how)[0]!);
    const send = (answer: string[], operationId?: string) => {
      clock.pass(1_000);
      return saveAnswer(clock.world, cast.adviser, { attemptId, slot, answer, ...(operationId && { operationId }) });
    };
    const seen = () => seeStep(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step });
    const counting = async () => {
      const view = await seen();
      return view?.kind === 'quiz' ? view.attempt?.items.find((each) => each.slot === slot)?.given[0] : undefined;
    };
    const stored = async () =>
      (await world.db.selectFrom('response').select('value').execute()).map(({ value }) => JSON.parse(value));
    const handIn = () => handInQuiz(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, attemptId });
    return { send, counting, seen, handIn, right: right!, wrong: wrong!, question: questions[at]!, stored };
  }

  test('do not count after they are cleared, and can be given again', async () => {
    const { send, counting, seen, handIn, right } = await attempt();
    expect(await send([])).toMatchObject({ ok: true });
    expect(await counting()).toBeUndefined();
    await send([right]);
    expect(await counting()).toBe(right);
    expect(await send([''])).toMatchObject({ ok: true });
    expect(await counting()).toBeUndefined();
    await send([right]);
    await send([]);
    expect(await handIn()).toEqual({ ok: true });
    expect(await seen()).toMatchObject({ result: { right: 0 } });
  });

  test('name an option by its place on the page, and are stored with its id in the bank', async () => {
    const { send, seen, counting, stored, right, question } = await attempt();
    const view = await seen();
    if (view?.kind !== 'quiz') throw new Error('no quiz');
    for (const { question: shown } of view.attempt!.items)
      if ('options' in shown)
        expect(shown.options.map(({ id }) => id)).toEqual(shown.options.map((_, at) => `${at + 1}`));
    const key = kindOf(question).right(question);
    await send([right]);
    expect(await stored()).toEqual([key]);
    // A page that was open before options were sent by their place sends the id of the bank.
    await send('chosen' in key ? key.chosen : []);
    expect(await stored()).toEqual([key, key]);
    expect(await counting()).toBe(right);
  });

  test('count each time if the adviser goes back and sends the form again', async () => {
    const { send, counting, right, wrong } = await attempt();
    await send([right]);
    await send([wrong]);
    expect(await counting()).toBe(wrong);
    await send([right]);
    expect(await counting()).toBe(right);
  });

  test('are saved once per operation: a repeated request neither undoes a later answer nor hides another one', async () => {
    const { send, counting, right, wrong } = await attempt();
    await send([wrong], 'first');
    await send([right], 'second');
    expect(await send([wrong], 'first')).toMatchObject({ ok: true });
    expect(await counting()).toBe(right);
    await send([wrong], 'second');
    expect(await counting()).toBe(wrong);
  });
});
