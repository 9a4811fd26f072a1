import { afterEach, expect, test } from 'vitest';
import { type Enrolled, grade, handIn, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { decideAppeal } from '#app/use-cases/appeals/decide-appeal.server.ts';
import { listAppeals } from '#app/use-cases/appeals/list-appeals.server.ts';
import { lodgeAppeal } from '#app/use-cases/appeals/lodge-appeal.server.ts';
import { seeAppeal } from '#app/use-cases/appeals/see-appeal.server.ts';
import { takeAppeal } from '#app/use-cases/appeals/take-appeal.server.ts';
import { grantAttempt } from '#app/use-cases/holds/advisers/grant-attempt.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { sweepDeadlines } from '#app/use-cases/learning/sweep-deadlines.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, pass, somebody } from '../../../world.ts';

const day = 24 * 60;
const words = 'Princippet står på side to.';
const feedback = 'Det stod der, og det var overset.';

onBothDatabases('an appeal', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** An adviser whose first practical was rejected so many times, and a leader who was not involved. */
  async function rejected(times: number) {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const other = await somebody(world, { givenName: 'Kirsten', roles: ['course-leader'] });
    const enrolled = await begin(world, cast);
    const step = world.catalogue.editions.at(-1)!.course.steps.find(({ kind }) => kind === 'practical')!.id;
    const clock = worldThrough(world, world.clock.at);
    const staff = { leaders: [cast.leader] };
    await walkTo(clock, enrolled, staff, step);
    for (let tries = 0; tries < times; tries++) {
      await handIn(clock, enrolled, step);
      await grade(clock, enrolled, staff, step, 'rejected', 'Sedlen har for mange trin.');
    }
    world.clock.at = clock.world.now();
    pass(world, 60);
    return { ...cast, other, enrolled, step };
  }

  async function lodged(times = 3) {
    const cast = await rejected(times);
    const { viewer, enrolmentId } = cast.enrolled;
    expect(await lodgeAppeal(world, viewer, { enrolmentId, step: cast.step, words })).toEqual({ ok: true });
    const [entry] = (await listAppeals(world, cast.other))!.entries;
    pass(world, 60);
    return { ...cast, appealId: entry!.appealId };
  }

  const stateOf = async ({ enrolmentId }: Enrolled) => (await findEnrolment(world.db, enrolmentId))!.state;
  const stepOf = async ({ viewer, enrolmentId }: Enrolled, step: string) =>
    (await seeStep(world, viewer, { enrolmentId, step }))!;

  test('can be lodged only by the adviser, with a reason, once and in time', async () => {
    const { enrolled, step, other } = await rejected(3);
    const { enrolmentId } = enrolled;
    expect(await stateOf(enrolled)).toBe('failed');
    expect((await stepOf(enrolled, step)).appeal).toMatchObject({ until: expect.any(String), lodged: [] });
    const stranger = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    expect(await lodgeAppeal(world, stranger, { enrolmentId, step, words })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await lodgeAppeal(world, other, { enrolmentId, step, words })).toEqual({ ok: false, reason: 'not-found' });
    expect(await lodgeAppeal(world, enrolled.viewer, { enrolmentId, step, words: ' Uenig ' })).toEqual({
      ok: false,
      reason: 'not-an-appeal',
      issue: 'words-missing',
    });
    expect(await lodgeAppeal(world, enrolled.viewer, { enrolmentId, step: 'm2', words })).toMatchObject({ ok: false });
    expect((await listAppeals(world, other))!.entries).toEqual([]);

    expect(await lodgeAppeal(world, enrolled.viewer, { enrolmentId, step, words })).toEqual({ ok: true });
    expect(await stateOf(enrolled)).toBe('appeal');
    expect(await lodgeAppeal(world, enrolled.viewer, { enrolmentId, step, words })).toMatchObject({ ok: false });
    expect((await listAppeals(world, other))!.entries).toHaveLength(1);
  });

  test('is too late after fourteen days, and then the enrolment is closed', async () => {
    const { enrolled, step } = await rejected(3);
    pass(world, 13 * day);
    expect(await sweepDeadlines(world)).toBe(0);
    pass(world, 2 * day);
    expect((await stepOf(enrolled, step)).appeal?.until).toBeUndefined();
    expect(await lodgeAppeal(world, enrolled.viewer, { enrolmentId: enrolled.enrolmentId, step, words })).toMatchObject(
      {
        ok: false,
        reason: 'too-late',
      },
    );
    expect(await sweepDeadlines(world)).toBe(1);
    expect(await stateOf(enrolled)).toBe('closed-failed');
    expect(await sweepDeadlines(world)).toBe(0);
  });

  test('is judged by a leader who was not involved, and only that leader sees the case', async () => {
    const { appealId, leader, colleague, other, adviser } = await lodged();
    expect(await listAppeals(world, adviser)).toBeUndefined();
    expect(await seeAppeal(world, adviser, appealId)).toBeUndefined();
    expect(await takeAppeal(world, adviser, { appealId })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await listAppeals(world, leader)).toMatchObject({ entries: [], count: { open: 0, taken: 0, excluded: 1 } });
    expect((await seeAppeal(world, leader, appealId))!.work).toBeUndefined();
    expect(await takeAppeal(world, leader, { appealId })).toMatchObject({
      reason: 'conflict',
      because: 'involved-before',
    });
    expect((await seeAppeal(world, colleague, appealId))!.work).toBeUndefined();
    expect(await takeAppeal(world, colleague, { appealId })).toMatchObject({
      reason: 'conflict',
      because: 'same-library',
    });

    expect(await decideAppeal(world, other, { appealId, decision: 'pass', feedback })).toEqual({
      ok: false,
      reason: 'taken',
    });
    expect(await takeAppeal(world, other, { appealId })).toEqual({ ok: true });
    expect(await takeAppeal(world, other, { appealId })).toEqual({ ok: true });
    const another = await somebody(world, { givenName: 'Kurt', roles: ['course-leader'] });
    const countFor = async (viewer: Viewer) => (await listAppeals(world, viewer))!.count;
    expect(await countFor(colleague)).toEqual({ open: 0, taken: 0, excluded: 1 });
    expect(await countFor(other)).toEqual({ open: 1, taken: 0, excluded: 0 });
    expect(await countFor(another)).toEqual({ open: 0, taken: 1, excluded: 0 });
    expect((await listAppeals(world, other))!.entries).toMatchObject([{ appealId, mine: true, name: 'Vera Eksempel' }]);
    expect(await takeAppeal(world, another, { appealId })).toEqual({ ok: false, reason: 'taken' });
    expect(await decideAppeal(world, another, { appealId, decision: 'pass', feedback })).toEqual({
      ok: false,
      reason: 'taken',
    });
    const seen = (await seeAppeal(world, other, appealId))!;
    expect(seen.work).toMatchObject({ words, submission: { state: 'rejected' } });
    expect(seen.work!.gradings).toHaveLength(3);
    expect(seen).toMatchObject({ state: 'mine', attempts: { used: 3, of: 3 } });
  });

  test.each([
    ['retry', 'active', 'rejected', { used: 3, of: 4 }],
    ['pass', 'active', 'done', { used: 3, of: 3 }],
    ['dismissed', 'failed', 'exhausted', { used: 3, of: 3 }],
  ] as const)('decided as %s leaves the course %s and the step %s', async (decision, life, state, attempts) => {
    const { appealId, other, enrolled, step } = await lodged();
    await takeAppeal(world, other, { appealId });
    pass(world, 60);
    expect(await decideAppeal(world, other, { appealId, decision: '', feedback })).toMatchObject({
      issue: 'no-decision',
    });
    expect(await decideAppeal(world, other, { appealId, decision, feedback: 'Nej' })).toMatchObject({
      issue: 'words-missing',
    });
    expect(await stateOf(enrolled)).toBe('appeal');
    expect(await decideAppeal(world, other, { appealId, decision, feedback })).toMatchObject({ ok: true });
    expect(await stateOf(enrolled)).toBe(life);
    expect(await stepOf(enrolled, step)).toMatchObject({
      state,
      attempts,
      appeal: { lodged: [{ state: 'decided', words, decided: { decision, feedback, by: 'Kirsten Eksempel' } }] },
    });
    expect((await stepOf(enrolled, step)).appeal!.until).toBeUndefined();
    expect(await decideAppeal(world, other, { appealId, decision, feedback })).toEqual({ ok: false, reason: 'taken' });
    expect((await listAppeals(world, other))!.entries).toEqual([]);
    expect(await rebuildProjections(world)).toEqual({ enrolments: 1, differed: 0 });
    await deliverOutbox(world);
    expect(world.letters.at(-1)!.subject).toMatch(
      decision === 'dismissed' ? /^Din klage er afgjort/ : /^Du fik medhold/,
    );
  });

  test('that is dismissed gives a leader another fourteen days to grant an attempt, before the enrolment is closed', async () => {
    const { appealId, other, leader, enrolled, step } = await lodged();
    await takeAppeal(world, other, { appealId });
    pass(world, 20 * day);
    expect(await decideAppeal(world, other, { appealId, decision: 'dismissed', feedback })).toMatchObject({ ok: true });
    pass(world, 13 * day);
    expect(await sweepDeadlines(world)).toBe(0);
    const { enrolmentId } = enrolled;
    expect(await grantAttempt(world, leader, { enrolmentId, step, reason: 'Ny viden' })).toEqual({ ok: true });
    expect(await stateOf(enrolled)).toBe('active');
    const clock = worldThrough(world, world.clock.at);
    await handIn(clock, enrolled, step);
    await grade(clock, enrolled, { leaders: [leader] }, step, 'rejected', 'Sedlen har for mange trin.');
    world.clock.at = clock.world.now();
    expect(await stateOf(enrolled)).toBe('failed');
    pass(world, 16 * day);
    expect(await sweepDeadlines(world)).toBe(1);
    expect(await stateOf(enrolled)).toBe('closed-failed');
  });

  test('against a rejection costs no attempt if it is dismissed while attempts are left', async () => {
    const { appealId, other, enrolled, step } = await lodged(1);
    expect(await stateOf(enrolled)).toBe('active');
    await takeAppeal(world, other, { appealId });
    await decideAppeal(world, other, { appealId, decision: 'dismissed', feedback });
    expect(await stepOf(enrolled, step)).toMatchObject({ state: 'rejected', attempts: { used: 1, of: 3 } });
  });
});
