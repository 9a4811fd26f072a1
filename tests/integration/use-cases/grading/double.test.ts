import { afterEach, expect, test } from 'vitest';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { claimSubmission } from '#app/use-cases/grading/claim-submission.server.ts';
import { gradeSubmission } from '#app/use-cases/grading/grade-submission.server.ts';
import { listQueue } from '#app/use-cases/grading/list-queue.server.ts';
import { seeSubmission } from '#app/use-cases/grading/see-submission.server.ts';
import { takeOverSubmission } from '#app/use-cases/grading/take-over-submission.server.ts';
import { giveLeave } from '#app/use-cases/holds/advisers/give-leave.server.ts';
import { seeQuestions } from '#app/use-cases/holds/see-questions.server.ts';
import { handInPractical } from '#app/use-cases/learning/practical/hand-in-practical.server.ts';
import { unsubmit } from '#app/use-cases/learning/practical/unsubmit.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { onBothDatabases } from '../../../databases.ts';
import { gradedCourse, levelled } from '../../../graded-course.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const enough = { problem: 'opfyldt', seddel: 'met', musen: 'opfyldt' };
const short = { ...enough, musen: 'mangler' };
const words = 'Lad borgeren beholde musen hele vejen.';
const reason = 'Borgeren havde musen i begge dele.';

onBothDatabases('a hand-in that two leaders grade', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage(line = 'double: all') {
    const rubric = levelled.replace('    rubric', `    ${line}\n    rubric`);
    world = await fakeWorld(await fresh(), { catalogue: catalogueOf([gradedCourse(rubric)]) });
    const cast = await castOf(world);
    const [klaus, ditte] = [
      await somebody(world, { givenName: 'Klaus', roles: ['course-leader'], library: libraries.esbjerg }),
      await somebody(world, { givenName: 'Ditte', roles: ['course-leader'], library: libraries.esbjerg }),
    ];
    const enrolled = await begin(world, cast);
    pass(world, 5);
    const place = { enrolmentId: enrolled.enrolmentId, step: 'oplaeg' };
    const done = await handInPractical(world, cast.adviser, { ...place, text: 'Mit oplæg om musen.' });
    if (!done.ok) throw new Error(JSON.stringify(done));
    const { id: submissionId } = await world.db.selectFrom('submission').select('id').executeTakeFirstOrThrow();
    const claim = (by: Viewer) => claimSubmission(world, by, { submissionId });
    const send = (by: Viewer, given: Partial<Parameters<typeof gradeSubmission>[2]> = {}) =>
      gradeSubmission(world, by, { submissionId, decision: 'accepted', judged: enough, feedback: '', ...given });
    const grade = async (by: Viewer, given: Parameters<typeof send>[1] = {}) => {
      pass(world, 5);
      expect(await claim(by)).toEqual({ ok: true });
      pass(world, 5);
      return send(by, given);
    };
    const seen = async (by: Viewer) => (await seeSubmission(world, by, submissionId))!;
    const own = async () => {
      const view = await seeStep(world, cast.adviser, place);
      if (view?.kind !== 'practical') throw new Error('The step is a practical.');
      return view;
    };
    const counted = async () => ({
      gradings: (await world.db.selectFrom('grading').select('decision').execute()).map(({ decision }) => decision),
      letters: (await world.db.selectFrom('outbox').select('dedupe_key').execute()).filter(({ dedupe_key }) =>
        dedupe_key.startsWith('graded:'),
      ).length,
      decided: (
        await world.db
          .selectFrom('learning_event')
          .select('type')
          .where('type', 'in', ['accepted', 'returned', 'rejected'])
          .execute()
      ).map(({ type }) => type),
    });
    return { ...cast, klaus, ditte, place, submissionId, claim, send, grade, seen, own, counted };
  }
  const nothing = { gradings: [], letters: 0, decided: [] };

  test('does not count before the second agrees, who does not see the first; then both words reach the adviser', async () => {
    const { leader, klaus, grade, seen, own, counted, claim } = await stage();
    expect(await grade(leader, { feedback: 'Fint oplæg, Vera.' })).toMatchObject({ ok: true, decided: false });
    expect(await counted()).toEqual(nothing);
    expect(await own()).toMatchObject({ double: 'all', gradings: [], submission: { isBegun: true } });
    expect((await listQueue(world, leader))!).toMatchObject({ entries: [], count: { open: 0, taken: 0, anothers: 1 } });
    expect((await listQueue(world, klaus))!).toMatchObject({
      entries: [{ next: 'second', state: 'free' }],
      count: { open: 1, anothers: 0 },
    });
    pass(world, 5);
    await claim(klaus);
    expect((await seen(klaus)).double).toEqual({ next: 'second', isAnothers: false, gradings: [], differs: null });
    expect(JSON.stringify(await seen(klaus))).not.toContain('Fint oplæg');
    expect((await seen(leader)).double).toMatchObject({ next: 'second', isAnothers: true, gradings: [] });
    expect((await listQueue(world, leader))!.count).toEqual({ open: 0, taken: 0, excluded: 0, anothers: 1 });

    expect(await grade(klaus, { feedback: 'Enig, det er klart.' })).toMatchObject({ ok: true, decided: true });
    expect(await counted()).toEqual({ gradings: ['accepted'], letters: 1, decided: ['accepted'] });
    expect((await own()).gradings).toMatchObject([{ feedback: 'Fint oplæg, Vera.\n\nEnig, det er klart.' }]);
    expect((await seen(leader)).double).toMatchObject({
      next: null,
      gradings: [{ grader: 'Karla Eksempel' }, { grader: 'Klaus Eksempel' }],
      differs: { decision: false, criteria: [] },
    });
    expect(await rebuildProjections(world)).toEqual({ enrolments: 1, differed: 0 });
    expect(await checkAudit(world)).toEqual([]);
  });

  test('is settled with a reason by a third leader or one of the two where they differ, and that counts', async () => {
    const { leader, klaus, ditte, holdId, grade, seen, own, counted, claim, send } = await stage();
    await grade(leader);
    expect(await grade(klaus, { decision: 'returned', judged: short, feedback: words })).toMatchObject({
      ok: true,
      decided: false,
    });
    expect(await counted()).toEqual(nothing);
    for (const by of [leader, klaus, ditte])
      expect((await listQueue(world, by))!.entries).toMatchObject([{ next: 'settling' }]);
    // A leader who has not taken it and does not lead the hold reads nothing.
    expect((await seen(ditte)).double.gradings).toEqual([]);
    pass(world, 5);
    await claim(ditte);
    expect((await seen(ditte)).double).toMatchObject({
      next: 'settling',
      gradings: [{ decision: 'accepted' }, { decision: 'returned', feedback: words }],
      differs: { decision: true, criteria: ['musen'] },
    });
    for (const given of [{}, { reason: ' nej ' }])
      expect(await send(ditte, given)).toEqual({ ok: false, reason: 'reason-missing' });
    expect(await counted()).toEqual(nothing);
    expect(await send(ditte, { decision: 'returned', judged: short, feedback: words, reason })).toMatchObject({
      ok: true,
      decided: true,
    });
    expect(await counted()).toEqual({ gradings: ['returned'], letters: 1, decided: ['returned'] });
    expect((await own()).gradings).toMatchObject([{ decision: 'returned', feedback: words, grader: 'Ditte Eksempel' }]);
    expect(JSON.stringify(await own())).not.toContain(reason);
    expect((await seen(leader)).double.gradings.at(-1)).toMatchObject({ part: 'settling', reason });
    expect((await seeQuestions(world, leader, holdId))!.agreement).toMatchObject([
      {
        step: 'oplaeg',
        decision: { n: 1, alike: 0, kappa: 0 },
        criteria: [
          { id: 'problem', n: 1, alike: 1, kappa: null },
          { id: 'seddel', n: 1, alike: 1, kappa: null },
          { id: 'musen', n: 1, alike: 0, kappa: 0 },
        ],
      },
    ]);
  });

  test('differs too where the decision is the same and a criterion is not; one of the two may settle it', async () => {
    const { leader, klaus, grade, counted } = await stage();
    await grade(leader);
    const other = { judged: { ...enough, problem: 'paa-vej' } };
    expect(await grade(klaus, other)).toMatchObject({ ok: true, decided: false });
    expect(await grade(leader, { ...other, reason })).toMatchObject({ ok: true, decided: true });
    expect(await counted()).toEqual({ gradings: ['accepted'], letters: 1, decided: ['accepted'] });
  });

  test('is not graded twice by the same leader, nor by a colleague, nor taken back between the two', async () => {
    const { leader, colleague, adviser, klaus, place, submissionId, grade, claim, send, counted } = await stage();
    await grade(leader);
    expect(await claim(leader)).toEqual({ ok: false, reason: 'second-is-another' });
    expect(await send(leader)).toMatchObject({ ok: false, reason: 'not-now' });
    expect(await claim(colleague)).toEqual({ ok: false, reason: 'conflict', because: 'same-library' });
    expect(await unsubmit(world, adviser, place)).toMatchObject({ ok: false, reason: 'not-now' });
    await claim(klaus);
    pass(world, 6 * 24 * 60);
    expect(await takeOverSubmission(world, leader, { submissionId, reason })).toEqual({
      ok: false,
      reason: 'second-is-another',
    });
    expect(await counted()).toEqual(nothing);
    expect(await world.db.selectFrom('double_grading').select('part').execute()).toEqual([{ part: 'first' }]);
  });

  test('sent twice or by two at once is one grading, and nothing is half done', async () => {
    const { leader, klaus, claim, send, counted, grade } = await stage();
    await claim(leader);
    pass(world, 5);
    const sent = await Promise.all([send(leader), send(klaus), send(leader)]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.db.selectFrom('double_grading').select('part').execute()).toEqual([{ part: 'first' }]);
    expect(await counted()).toEqual(nothing);
    expect(await grade(klaus)).toMatchObject({ ok: true, decided: true });
    expect(await counted()).toEqual({ gradings: ['accepted'], letters: 1, decided: ['accepted'] });
  });

  test('is refused whole where the adviser is on leave meanwhile', async () => {
    const { leader, claim, send, counted, place } = await stage();
    await claim(leader);
    expect(await giveLeave(world, leader, { enrolmentId: place.enrolmentId, reason })).toMatchObject({ ok: true });
    pass(world, 5);
    expect(await send(leader)).toMatchObject({ ok: false });
    expect(await world.db.selectFrom('double_grading').select('part').execute()).toEqual([]);
    expect(await counted()).toEqual(nothing);
  });

  test('is graded once where the points are clear of the pass mark, and twice where they are near', async () => {
    const { leader, grade, own } = await stage('double: borderline');
    expect((await own()).double).toBe('some');
    expect(await grade(leader)).toMatchObject({ ok: true, decided: true });
    await world.close();
    const near = await stage('double: borderline');
    expect(await near.grade(near.leader, { judged: { ...enough, musen: 'paa-vej' } })).toMatchObject({
      ok: true,
      decided: false,
    });
  });
});
