import { afterEach, expect, test } from 'vitest';
import { handIn, worldThrough } from '#app/demo/adviser.ts';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { claimSubmission } from '#app/use-cases/grading/claim-submission.server.ts';
import { gradeSubmission } from '#app/use-cases/grading/grade-submission.server.ts';
import { proposeGrading } from '#app/use-cases/grading/propose-grading.server.ts';
import { seeSubmission } from '#app/use-cases/grading/see-submission.server.ts';
import { decideMigration } from '#app/use-cases/holds/editions/decide-migration.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { gradedCourse, levelled, plain } from '../../../graded-course.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, pass } from '../../../world.ts';

const feedback = 'Lad borgeren beholde musen hele vejen.';
const enough = { problem: 'opfyldt', seddel: 'met', musen: 'paa-vej' };

onBothDatabases('a hand-in that is judged by levels', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage(editions = [gradedCourse()]) {
    world = await fakeWorld(await fresh(), { catalogue: catalogueOf(editions.slice(0, 1)) });
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    const handInAgain = async () => {
      const clock = worldThrough(world, world.clock.at);
      await handIn(clock, enrolled, 'oplaeg');
      pass(world, 5);
      const { id } = await world.db
        .selectFrom('submission')
        .select('id')
        .orderBy('number', 'desc')
        .executeTakeFirstOrThrow();
      await claimSubmission(world, cast.leader, { submissionId: id });
      return id;
    };
    const shown = async () => {
      const view = await seeStep(world, cast.adviser, { ...enrolled, step: 'oplaeg' });
      if (view?.kind !== 'practical') throw new Error('The step is a practical.');
      return view;
    };
    return { ...cast, enrolled, handInAgain, shown, submissionId: await handInAgain() };
  }

  test('is added up for whoever has taken it, and nothing is stored', async () => {
    const { leader, colleague, submissionId } = await stage();
    const propose = (judged: Record<string, string>, by = leader) =>
      proposeGrading(world, by, { submissionId, judged });
    expect(await propose({ problem: 'opfyldt' })).toEqual({ ok: true, proposal: { is: 'unfinished', left: 2 } });
    expect(await propose({ ...enough, musen: 'mangler' })).toMatchObject({
      ok: true,
      proposal: { points: 2, of: 4, needed: 3, lacking: [{ da: 'Borgeren har musen' }], proposed: 'returned' },
    });
    expect(await propose(enough)).toMatchObject({ ok: true, proposal: { lacking: [], proposed: 'accepted' } });
    expect(await propose({ ...enough, musen: 'halvvejs' })).toMatchObject({ ok: false, issue: 'not-a-level' });
    expect(await propose(enough, colleague)).toEqual({ ok: false, reason: 'not-found' });
    expect(await world.db.selectFrom('grading').selectAll().execute()).toEqual([]);
  });

  test('is refused without a criterion, with an unknown level, below what must be reached and with too few points', async () => {
    const { leader, submissionId } = await stage();
    const grade = (judged: Record<string, string>) =>
      gradeSubmission(world, leader, { submissionId, decision: 'accepted', judged, feedback });
    const { musen: _, ...unjudged } = enough;
    for (const [judged, issue, criterion] of [
      [unjudged, 'criteria-unjudged', 'musen'],
      [{ ...enough, problem: 'met' }, 'not-a-level', 'problem'],
      [{ ...enough, andet: 'opfyldt' }, 'not-a-criterion', undefined],
      [{ ...enough, musen: 'mangler' }, 'level-missing', 'musen'],
      [{ ...enough, problem: 'paa-vej' }, 'points-missing', undefined],
    ] as const)
      expect(await grade(judged)).toEqual({
        ok: false,
        reason: 'not-a-grading',
        issue,
        ...(criterion && { criterion }),
      });
    expect(await world.db.selectFrom('grading').selectAll().execute()).toEqual([]);
    expect((await seeSubmission(world, leader, submissionId))!.state).toBe('in-review');
  });

  test('tells the adviser level, descriptor and points, and what must be passed and is not; then it is accepted', async () => {
    const { leader, submissionId, handInAgain, shown } = await stage();
    expect((await shown()).passMark).toEqual({ points: 3, of: 4 });
    const judged = { ...enough, musen: 'mangler' };
    expect(
      await gradeSubmission(world, leader, { submissionId, decision: 'returned', judged, feedback }),
    ).toMatchObject({
      ok: true,
    });
    pass(world, 5);
    expect((await shown()).gradings[0]).toMatchObject({
      decision: 'returned',
      criteria: [
        { is: 'level', level: { da: 'Opfyldt' }, points: 2, of: 2, from: null },
        { is: 'met-or-not', met: true },
        { is: 'level', descriptor: { da: 'Du tager musen' }, points: 0, from: { da: 'På vej' } },
      ],
      total: { points: 2, of: 4, needed: 3 },
    });
    const again = await handInAgain();
    const accepted = await gradeSubmission(world, leader, {
      submissionId: again,
      decision: 'accepted',
      judged: enough,
      feedback: '',
    });
    expect(accepted).toMatchObject({ ok: true });
    expect((await shown()).status).toBe('done');
    expect((await shown()).gradings.map(({ total }) => total?.points)).toEqual([3, 2]);
    expect(await rebuildProjections(world)).toMatchObject({ differed: 0 });
  });

  test('is told in the words of the edition that it was judged on', async () => {
    const editions = [gradedCourse(plain, '2026.1'), gradedCourse(levelled, '2026.2')];
    const { leader, holdId, submissionId, shown } = await stage(editions);
    const judged = { problem: 'met', seddel: 'met', musen: 'missing' };
    await gradeSubmission(world, leader, { submissionId, decision: 'returned', judged, feedback });
    pass(world, 5);
    const before = (await shown()).gradings;
    world.catalogue = catalogueOf(editions);
    const moved = await decideMigration(world, leader, {
      holdId,
      to: '2026.2',
      decision: 'migrate',
    });
    expect(moved).toMatchObject({ ok: true, people: [{ outcome: 'moved' }] });
    const after = await shown();
    expect(after.rubric[0]!.levels).toHaveLength(3);
    expect(after.gradings).toEqual(before);
  });
});
