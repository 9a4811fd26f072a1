import { afterEach, expect, test } from 'vitest';
import { rightAnswer, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { handInQuiz } from '#app/use-cases/learning/quiz/hand-in-quiz.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
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
    const { slot } = items[at]!;
    const [right] = rightAnswer(questions[at]!);
    const question = questions[at]!;
    const wrong = 'options' in question ? question.options.find(({ correct }) => !correct)!.id : '';
    const send = (answer: string[], operationId?: string) => {
      clock.pass(1_000);
      return saveAnswer(clock.world, cast.adviser, { attemptId, slot, answer, ...(operationId && { operationId }) });
    };
    const seen = () => seeStep(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, step });
    const counting = async () => {
      const view = await seen();
      const answer = view?.kind === 'quiz' ? view.attempt?.items.find((each) => each.slot === slot)?.answer : undefined;
      return answer && 'chosen' in answer ? answer.chosen[0] : answer;
    };
    const handIn = () => handInQuiz(clock.world, cast.adviser, { enrolmentId: enrolled.enrolmentId, attemptId });
    return { send, counting, seen, handIn, right: right!, wrong };
  }

  test('do not count after they are cleared, and can be given again', async () => {
    const { send, counting, seen, handIn, right } = await attempt();
    expect(await send([])).toMatchObject({ ok: true });
    expect(await counting()).toBeNull();
    await send([right]);
    expect(await counting()).toBe(right);
    expect(await send([''])).toMatchObject({ ok: true });
    expect(await counting()).toBeNull();
    await send([right]);
    await send([]);
    expect(await handIn()).toEqual({ ok: true });
    expect(await seen()).toMatchObject({ result: { right: 0 } });
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
