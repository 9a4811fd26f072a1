import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { seeQuestions } from '#app/use-cases/holds/see-questions.server.ts';
import { checkLearning } from '#app/use-cases/learning/check-learning.server.ts';
import { handInQuiz } from '#app/use-cases/learning/quiz/hand-in-quiz.server.ts';
import { questionsOf } from '#app/use-cases/learning/quiz/questions-of.ts';
import { saveAnswer } from '#app/use-cases/learning/quiz/save-answer.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import type { Answer } from '#curriculum/quiz/question.ts';
import { kindOf, type Question } from '#curriculum/quiz/question.ts';
import { listItems } from '#db/queries/quiz.ts';
import { onBothDatabases } from '../../../databases.ts';
import { courseOfAllKinds } from '../../../small-course.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld } from '../../../world.ts';

const edition = courseOfAllKinds();
/** Partly right answers to the questions that can be answered so. */
const partly: Record<string, object> = {
  multiple: { chosen: ['a'] },
  ordering: { order: ['find', 'skriv', 'log', 'gem'] },
  matching: { matched: { flyt: 'flyt', moms: 'flyt' } },
  categorise: { sorted: { adresse: 'ja', pinkode: 'ja' } },
  cloze: { filled: { '1': 'MitID', '3': 73 } },
};

onBothDatabases('questions of every kind', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** Answers every question of an attempt, hands it in, and returns the result. */
  async function attempt(answerTo: (question: Question) => Answer | object, certainty: string, course = edition) {
    world = await fakeWorld(await fresh(), { catalogue: catalogueOf([course]) });
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, { viewer: cast.adviser, enrolmentId }, { leaders: [cast.leader] }, 'proeve');
    const place = { enrolmentId, step: 'proeve' };
    const started = await startQuiz(clock.world, cast.adviser, place);
    if (!started.ok) throw new Error(started.reason);
    const { attemptId } = started;
    const items = await listItems(world.db, attemptId);
    const questions = questionsOf({ edition: course }, items);
    for (const [at, { slot, option_order }] of items.entries()) {
      const question = questions[at]!;
      const answer = kindOf(question).toForm(question, JSON.parse(option_order), answerTo(question) as Answer);
      expect(await saveAnswer(clock.world, cast.adviser, { attemptId, slot, answer, certainty })).toMatchObject({
        ok: true,
      });
      const view = await seeStep(clock.world, cast.adviser, place);
      const shown = view?.kind === 'quiz' ? view.attempt?.items.find((each) => each.slot === slot) : undefined;
      // The page of a resumed attempt shows what was sent.
      expect(shown?.given).toEqual(answer);
      expect(shown?.certainty).toBe(certainty);
      expect(shown?.case?.title).toBe(question.case && 'Karen vil flytte');
    }
    expect(await handInQuiz(clock.world, cast.adviser, { enrolmentId, attemptId })).toEqual({ ok: true });
    const view = await seeStep(clock.world, cast.adviser, place);
    if (view?.kind !== 'quiz' || !view.result) throw new Error('no result');
    const verdicts = new Map(view.result.items.map((item, at) => [questions[at]!.id, item]));
    return { result: view.result, verdicts, cast, enrolmentId };
  }

  test.each(['right', 'wrong'] as const)('answered %s give all or nothing; a scale counts for nothing', async (how) => {
    const { result, verdicts, cast } = await attempt((question) => kindOf(question)[how](question), '4');
    expect(result).toMatchObject({ of: 9, right: how === 'right' ? 9 : 0, passed: how === 'right' });
    for (const [id, { feedback, certainty }] of verdicts) {
      expect(feedback.verdict).toBe(id === 'scale' ? 'noted' : how);
      expect(certainty).toBe('4');
    }
    expect(verdicts.get('ordering')?.toRead.place?.to).toMatch(/\/steps\/ro#opgave$/);
    expect(await checkLearning(world)).toEqual([]);
    // A leader sees nothing of a scale, which has no right answer; the others have too few answers.
    expect(await seeQuestions(world, cast.leader, cast.holdId)).toMatchObject({ questions: [], few: 9 });
  });

  test('answered partly earn a share and say of each part how it was', async () => {
    const { result, verdicts } = await attempt(
      (question) => partly[question.id] ?? kindOf(question).right(question),
      '',
    );
    expect(result).toMatchObject({ of: 9, right: 4 });
    for (const id of Object.keys(partly)) expect(verdicts.get(id)?.feedback.verdict, id).toBe('partly');
    const marks = (id: string) => verdicts.get(id)?.feedback.parts?.each.map(({ mark }) => mark);
    expect(marks('ordering')).toEqual(['right', 'wrong', 'wrong', 'right']);
    expect(marks('matching')).toEqual(['right', 'wrong', 'empty']);
    expect(marks('categorise')).toEqual(['right', 'empty', 'wrong']);
    expect(marks('cloze')).toEqual(['right', 'empty', 'wrong']);
    const [scored] = await world.db.selectFrom('quiz_attempt').select('score').execute();
    expect(scored!.score).toBeCloseTo((4 + 1 / 2 + 1 / 2 + 3 * (1 / 3)) / 9);
    expect(await checkLearning(world)).toEqual([]);
  });

  test('count by certainty where the course says so', async () => {
    const steps = edition.course.steps.map((step) =>
      step.kind === 'quiz' ? { ...step, certainty: 'scored' as const } : step,
    );
    const strict = { ...edition, course: { ...edition.course, steps } };
    const { result } = await attempt((question) => kindOf(question).right(question), '3', strict);
    // Right and fairly certain is two thirds, which is not enough here.
    expect(result).toMatchObject({ right: 9, passed: false });
    expect(await checkLearning(world)).toEqual([]);
  });
});
