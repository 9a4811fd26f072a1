import { afterEach, expect, test } from 'vitest';
import { handIn, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { decideForGroups } from '#app/use-cases/holds/editions/decide-for-groups.server.ts';
import { seeCourseEditions } from '#app/use-cases/holds/editions/see-course-editions.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findHold } from '#db/queries/hold.ts';
import { onBothDatabases } from '../../../databases.ts';
import { smallCourse } from '../../../small-course.ts';
import { begin } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

const [first, harder] = [smallCourse('2026.1'), smallCourse('2026.3')];
const course = 'lille-kursus';

onBothDatabases('a new edition on all holds of a course', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** Two holds of one leader: Asta waits for a test, Bo has begun nothing. A third hold is led by somebody else. */
  const stage = async () => {
    world = await fakeWorld(await fresh(), { catalogue: catalogueOf([first]) });
    const leaderCalled = (givenName: string) =>
      somebody(world, { givenName, roles: ['course-leader'], library: libraries.odense });
    const [leader, stranger] = [await leaderCalled('Karla'), await leaderCalled('Klaus')];
    const holdOf = async (by: Viewer, name: string) => {
      const made = await createHold(world, by, {
        ...{ name, course, edition: '2026.1', seats: 20, selfEnrol: true },
        ...{ startsOn: '2026-11-01', endsOn: '2027-11-01' },
      });
      if (!made.ok) throw new Error(made.reason);
      return made.holdId;
    };
    const holds = { a: await holdOf(leader, 'A'), b: await holdOf(leader, 'B'), other: await holdOf(stranger, 'C') };
    const adviserCalled = async (givenName: string, by: Viewer, holdId: string) =>
      begin(world, {
        leader: by,
        holdId,
        adviser: await somebody(world, { givenName, roles: ['adviser'], library: libraries.herning }),
      });
    const asta = await adviserCalled('Asta', leader, holds.a);
    const bo = await adviserCalled('Bo', leader, holds.b);
    const cille = await adviserCalled('Cille', stranger, holds.other);
    const clock = worldThrough(world, world.clock.at);
    const walk = async (who: typeof asta, step: string) => {
      await walkTo(clock, who, { leaders: [leader] }, step);
      clock.pass(60_000);
      world.clock.at = clock.world.now();
    };
    await walk(asta, 'proeve');
    world.catalogue = catalogueOf([first, harder]);
    clock.world.catalogue = world.catalogue;
    return { leader, holds, asta, bo, cille, clock, walk };
  };
  const see = async (leader: Viewer) => (await seeCourseEditions(world, leader, course))!;
  const everything = () =>
    world.db
      .selectFrom('learning_event')
      .select(['enrolment_id', 'seq', 'type'])
      .orderBy('enrolment_id')
      .orderBy('seq')
      .execute();
  const editionOf = async ({ enrolmentId }: { enrolmentId: string }) =>
    (await world.db.selectFrom('enrolment').select('edition').where('id', '=', enrolmentId).executeTakeFirstOrThrow())
      .edition;

  test('is shown hold by hold and by groups, with who would lose what', async () => {
    const { leader, asta, walk } = await stage();
    await walk(asta, 'optagelse');
    const seen = await see(leader);
    expect(seen).toMatchObject({ to: '2026.3', change: 'material', decided: 0, busy: [] });
    expect(seen.holds.map(({ name, counts }) => [name, counts])).toEqual([
      ['A', { 'before-day': 1 }],
      ['B', { 'not-begun': 1 }],
    ]);
    expect(seen.groups).toMatchObject([
      { group: 'not-begun', people: [{ name: 'Bo Eksempel', hold: 'B', lost: [] }] },
      { group: 'before-day', people: [{ name: 'Asta Eksempel', hold: 'A', lost: [{ id: 'proeve' }] }] },
    ]);
  });

  test('is decided for each group at once, and for nobody of another leader', async () => {
    const { leader, holds, asta, bo, cille } = await stage();
    const { standing } = await see(leader);
    const decisions = { 'not-begun': 'migrate', 'before-day': 'stay' };
    const given = { course, to: '2026.3', standing, decisions };
    expect(await decideForGroups(world, leader, given)).toEqual({ ok: true, moved: 1, stays: 1, holds: 2 });
    expect([await editionOf(bo), await editionOf(asta), await editionOf(cille)]).toEqual([
      '2026.3',
      '2026.1',
      '2026.1',
    ]);
    expect((await findHold(world.db, holds.b))!.edition).toBe('2026.3');
    expect((await findHold(world.db, holds.other))!.edition).toBe('2026.1');
    expect(await see(leader)).toMatchObject({ decided: 1, groups: [{ group: 'not-begun', people: [] }] });
    expect(await checkAudit(world)).toEqual([]);
    // The same form a second time.
    const before = await everything();
    expect(await decideForGroups(world, leader, given)).toEqual({ ok: false, reason: 'changed-since' });
    expect(await everything()).toEqual(before);
  });

  test('is refused as a whole when an attempt has begun since the page was shown', async () => {
    const { leader, asta, bo } = await stage();
    const { standing } = await see(leader);
    expect(await startQuiz(world, asta.viewer, { enrolmentId: asta.enrolmentId, step: 'proeve' })).toMatchObject({
      ok: true,
    });
    const decisions = { 'not-begun': 'migrate', 'before-day': 'migrate' };
    const before = await everything();
    expect(await decideForGroups(world, leader, { course, to: '2026.3', standing, decisions })).toEqual({
      ok: false,
      reason: 'changed-since',
    });
    expect(await everything()).toEqual(before);
    expect(await editionOf(bo)).toBe('2026.1');
    const now = await see(leader);
    expect(now.busy).toEqual([{ name: 'Asta Eksempel', hold: 'A' }]);
    expect(await decideForGroups(world, leader, { ...now, course, to: '2026.3', decisions })).toMatchObject({
      moved: 1,
    });
    expect(await editionOf(asta)).toBe('2026.1');
  });

  test('leaves out whose work a leader has', async () => {
    const { leader, asta, clock, walk } = await stage();
    await walk(asta, 'optagelse');
    await handIn(clock, asta, 'optagelse');
    world.clock.at = clock.world.now();
    expect(await see(leader)).toMatchObject({ busy: [{ name: 'Asta Eksempel' }] });
  });

  test.each([
    ['nothing chosen', { decisions: {} }, 'nothing-chosen'],
    ['a word that is no decision', { decisions: { 'not-begun': 'delete' } }, 'not-a-decision'],
    ['an edition that is not there', { to: '2030.1' }, 'no-such-edition'],
  ])('is refused: %s', async (_name, wrong, reason) => {
    const { leader } = await stage();
    const { standing } = await see(leader);
    const right = { course, to: '2026.3', standing, decisions: { 'not-begun': 'migrate' } };
    const before = await everything();
    expect(await decideForGroups(world, leader, { ...right, ...wrong })).toEqual({ ok: false, reason });
    expect(await everything()).toEqual(before);
  });
});
