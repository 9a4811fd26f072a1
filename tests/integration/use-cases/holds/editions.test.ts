import { afterEach, expect, test } from 'vitest';
import { handIn, takeQuiz, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { decideMigration } from '#app/use-cases/holds/editions/decide-migration.server.ts';
import { moveSilently } from '#app/use-cases/holds/editions/move-silently.server.ts';
import { previewMigration } from '#app/use-cases/holds/editions/preview-migration.server.ts';
import { checkLearning } from '#app/use-cases/learning/check-learning.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { startCourse } from '#app/use-cases/learning/start-course.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { listCertificatesOf } from '#db/queries/certificate.ts';
import { listEvents } from '#db/queries/enrolment.ts';
import { findHold } from '#db/queries/hold.ts';
import { onBothDatabases } from '../../../databases.ts';
import { smallCourse } from '../../../small-course.ts';
import { begin } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

const first = smallCourse('2026.1');
const corrected = smallCourse('2026.2');
const harder = smallCourse('2026.3');

onBothDatabases('a hold whose course has a new edition', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** A hold on the first edition with two advisers who have read both lessons. */
  const stage = async () => {
    world = await fakeWorld(await fresh(), { catalogue: catalogueOf([first]) });
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    const made = await createHold(world, leader, {
      ...{ name: 'Prøvehold', course: 'lille-kursus', edition: '2026.1', seats: 20, selfEnrol: true },
      ...{ startsOn: '2026-11-01', endsOn: '2027-11-01' },
    });
    if (!made.ok) throw new Error(made.reason);
    const { holdId } = made;
    const adviserCalled = async (givenName: string) =>
      begin(world, {
        leader,
        holdId,
        adviser: await somebody(world, { givenName, roles: ['adviser'], library: libraries.herning }),
      });
    const [asta, bo] = [await adviserCalled('Asta'), await adviserCalled('Bo')];
    const staff = { leaders: [leader] };
    const clock = worldThrough(world, world.clock.at);
    for (const each of [asta, bo]) await walkTo(clock, each, staff, 'proeve');
    const now = () => {
      clock.pass(60_000);
      world.clock.at = clock.world.now();
    };
    now();
    const publish = (...editions: (typeof first)[]) => {
      world.catalogue = catalogueOf([first, ...editions]);
      clock.world.catalogue = world.catalogue;
    };
    return { leader, holdId, asta, bo, staff, clock, now, publish };
  };
  const standingOf = async ({ enrolmentId }: { enrolmentId: string }) => {
    const { enrolment, snapshot } = (await findRecord(world, world.db, enrolmentId))!;
    return { edition: enrolment.edition, state: enrolment.state, steps: snapshot.value.steps };
  };
  const expectInOrder = async () => {
    expect(await checkLearning(world)).toEqual([]);
    expect(await rebuildProjections(world)).toMatchObject({ differed: 0 });
    expect(await checkAudit(world)).toEqual([]);
  };
  const lettersAbout = async (words: string) => {
    await deliverOutbox(world);
    return world.letters.filter(({ subject }) => subject.includes(words)).length;
  };

  test('moves silently when only words differ, and whoever takes a quiz moves afterwards', async () => {
    const { leader, holdId, asta, bo, clock, now, publish } = await stage();
    publish(corrected);
    expect(await startQuiz(world, bo.viewer, { enrolmentId: bo.enrolmentId, step: 'proeve' })).toMatchObject({
      ok: true,
    });
    expect(await decideMigration(world, leader, { holdId, to: '2026.2', decision: 'restart' })).toMatchObject({
      people: [
        { name: 'Asta Eksempel', outcome: 'cannot', because: 'silent' },
        { name: 'Bo Eksempel', outcome: 'cannot', because: 'attempt-running' },
      ],
    });
    expect(await moveSilently(world)).toBe(1);
    expect(await standingOf(asta)).toMatchObject({
      edition: '2026.2',
      steps: { musen: 'done', ro: 'done', proeve: 'ready' },
    });
    expect((await standingOf(bo)).edition).toBe('2026.1');
    expect((await findHold(world.db, holdId))!.edition).toBe('2026.2');
    await expectInOrder();
    await takeQuiz(clock, bo, 'proeve', 1);
    now();
    expect([await moveSilently(world), await moveSilently(world)]).toEqual([1, 0]);
    expect(await standingOf(bo)).toMatchObject({ edition: '2026.2', steps: { proeve: 'done' } });
    await expectInOrder();
    expect(await lettersAbout('version')).toBe(0);
    expect(
      await world.db.selectFrom('course_edition').select(['edition', 'change_class']).orderBy('edition').execute(),
    ).toEqual([
      { edition: '2026.1', change_class: 'first' },
      { edition: '2026.2', change_class: 'editorial' },
    ]);
  });

  test('is previewed, and each adviser stays, moves or begins again as decided, once', async () => {
    const { leader, holdId, asta, bo, staff, clock, now, publish } = await stage();
    await walkTo(clock, asta, staff, 'optagelse');
    now();
    publish(harder);
    const previewed = async () => {
      const seen = await previewMigration(world, leader, { holdId });
      if (!seen.ok) throw new Error(seen.reason);
      return seen.preview;
    };
    expect(await previewed()).toMatchObject({
      ...{ to: '2026.3', change: 'material', hold: { edition: '2026.1' } },
      people: [
        {
          ...{ name: 'Asta Eksempel', standing: 'open', kept: [{ id: 'musen' }, { id: 'god-ro' }] },
          ...{ declared: [{ id: 'god-ro' }], lost: [{ id: 'proeve' }] },
        },
        { name: 'Bo Eksempel', standing: 'open', kept: [{ id: 'musen' }, { id: 'god-ro' }], lost: [] },
      ],
    });
    const decide = (decision: string, { enrolmentId }: typeof asta) =>
      decideMigration(world, leader, { holdId, enrolmentId, to: '2026.3', decision });
    const eventsOf = async ({ enrolmentId }: typeof asta) => (await listEvents(world.db, enrolmentId)).length;

    expect(await decide('stay', bo)).toMatchObject({ people: [{ outcome: 'stays' }] });
    const after = await eventsOf(bo);
    expect(await decide('stay', bo)).toMatchObject({ people: [{ outcome: 'already' }] });
    expect(await eventsOf(bo)).toBe(after);
    expect((await previewed()).people[1]).toMatchObject({ stays: true });

    expect(await decide('migrate', asta)).toMatchObject({ people: [{ outcome: 'moved' }] });
    for (const again of ['migrate', 'restart', 'stay'])
      expect(await decide(again, asta)).toMatchObject({ people: [{ outcome: 'already' }] });
    expect(await standingOf(asta)).toMatchObject({
      ...{ edition: '2026.3', state: 'active' },
      steps: { musen: 'done', 'god-ro': 'done', proeve: 'ready', optagelse: 'closed' },
    });
    expect(await lettersAbout('du er på version 2026.3')).toBe(1);
    expect(world.letters.at(-1)!.body).toContain('igennem det igen: Prøve.');

    expect(await decide('restart', bo)).toMatchObject({ people: [{ outcome: 'moved' }] });
    expect(await standingOf(bo)).toMatchObject({ edition: '2026.3', state: 'enrolled', steps: { musen: 'unread' } });
    expect(await lettersAbout('begynder forfra på version 2026.3')).toBe(1);
    expect((await findHold(world.db, holdId))!.edition).toBe('2026.1');
    await expectInOrder();

    clock.to(world.clock.at);
    now();
    expect(await startCourse(world, bo.viewer, { enrolmentId: bo.enrolmentId })).toMatchObject({ ok: true });
    await walkTo(clock, bo, staff);
    await walkTo(clock, asta, staff);
    now();
    for (const { viewer } of [asta, bo]) {
      const [certificate, ...others] = await listCertificatesOf(world.db, viewer.personId);
      expect(others).toEqual([]);
      expect(certificate!.edition).toBe('2026.3');
      expect(await checkCertificate(world, { code: certificate!.verify_code })).toMatchObject({
        certificate: { status: 'valid', edition: '2026.3' },
      });
    }
    await expectInOrder();
  });

  test('moves as a whole; who takes a quiz or waits for an answer stays with the reason', async () => {
    const { leader, holdId, asta, bo, staff, clock, now, publish } = await stage();
    await walkTo(clock, asta, staff, 'optagelse');
    await handIn(clock, asta, 'optagelse');
    now();
    publish(harder);
    expect(await startQuiz(world, bo.viewer, { enrolmentId: bo.enrolmentId, step: 'proeve' })).toMatchObject({
      ok: true,
    });
    const whole = (decision: string) => decideMigration(world, leader, { holdId, to: '2026.3', decision });
    expect(await whole('restart')).toMatchObject({
      people: [
        { outcome: 'cannot', because: 'work-waiting', steps: [{ da: 'Optag en vejledning' }] },
        { outcome: 'cannot', because: 'attempt-running', steps: [{ da: 'Prøve' }] },
      ],
    });
    expect(await whole('migrate')).toMatchObject({ people: [{ outcome: 'moved' }, { because: 'attempt-running' }] });
    expect(await standingOf(asta)).toMatchObject({
      edition: '2026.3',
      steps: { optagelse: 'submitted', proeve: 'ready' },
    });
    expect((await standingOf(bo)).edition).toBe('2026.1');
    expect((await findHold(world.db, holdId))!.edition).toBe('2026.3');
    await expectInOrder();
    const shown = async () => {
      const step = await seeStep(world, bo.viewer, { enrolmentId: bo.enrolmentId, step: 'proeve' });
      return step?.kind === 'quiz' && step.result?.right;
    };
    await takeQuiz(clock, bo, 'proeve', 1);
    now();
    expect(await shown()).toBe(2);
    expect(await whole('migrate')).toMatchObject({ people: [{ outcome: 'already' }, { outcome: 'moved' }] });
    expect(await shown()).toBe(2);
    await expectInOrder();
  });

  test('names the old edition on the certificate of who stays', async () => {
    const { leader, holdId, asta, staff, clock, now, publish } = await stage();
    publish(harder);
    expect(await decideMigration(world, leader, { holdId, to: '2026.3', decision: 'stay' })).toMatchObject({
      people: [{ outcome: 'stays' }, { outcome: 'stays' }],
    });
    expect((await findHold(world.db, holdId))!.edition).toBe('2026.1');
    clock.to(world.clock.at);
    await walkTo(clock, asta, staff);
    now();
    expect(await listCertificatesOf(world.db, asta.viewer.personId)).toMatchObject([{ edition: '2026.1' }]);
    await expectInOrder();
  });

  test('is decided by who leads it or an administrator, for a published edition that is newer', async () => {
    const { leader, holdId, asta, publish } = await stage();
    const stranger = await somebody(world, { givenName: 'Knud', roles: ['course-leader'] });
    const administrator = await somebody(world, { givenName: 'Ada', roles: ['administrator'] });
    expect(await previewMigration(world, leader, { holdId })).toEqual({ ok: false, reason: 'no-newer-edition' });
    publish(harder);
    const given = { holdId, to: '2026.3', decision: 'migrate' };
    for (const viewer of [stranger, asta.viewer]) {
      expect(await decideMigration(world, viewer, given)).toEqual({ ok: false, reason: 'not-found' });
      expect(await previewMigration(world, viewer, { holdId })).toEqual({ ok: false, reason: 'not-found' });
    }
    const refused = (input: object) => decideMigration(world, leader, { ...given, ...input });
    expect(await refused({ enrolmentId: 'nobody' })).toEqual({ ok: false, reason: 'not-found' });
    expect(await refused({ decision: 'perhaps' })).toEqual({ ok: false, reason: 'not-a-decision' });
    expect(await refused({ to: '2026.1' })).toMatchObject({ people: [{ outcome: 'already' }, { outcome: 'already' }] });
    for (const to of ['2025.1', '2026.9'])
      expect(await refused({ to })).toEqual({ ok: false, reason: 'no-such-edition' });
    world.catalogue = catalogueOf([first, harder], { 'lille-kursus/2026.1': 'published' });
    expect(await refused({})).toEqual({ ok: false, reason: 'no-such-edition' });
    publish(harder);
    const moved = { ok: true, people: [{ outcome: 'moved' }, { outcome: 'moved' }] };
    expect(await decideMigration(world, administrator, given)).toMatchObject(moved);
    const already = { ok: true, people: [{ outcome: 'already' }, { outcome: 'already' }] };
    expect(await decideMigration(world, administrator, given)).toMatchObject(already);
    expect(await refused({ to: '2026.1' })).toEqual({ ok: false, reason: 'no-such-edition' });
  });

  test('is found by the check when a row for lists says another edition than the events, and mended', async () => {
    const { leader, holdId, asta, publish } = await stage();
    publish(harder);
    await decideMigration(world, leader, { holdId, to: '2026.3', decision: 'migrate' });
    await world.db.updateTable('enrolment').set({ edition: '2026.1' }).where('id', '=', asta.enrolmentId).execute();
    await world.db
      .insertInto('enrolment_step')
      .values({ enrolment_id: asta.enrolmentId, step: 'ro', state: 'done', status: 'done', since: world.now() })
      .execute();
    expect(await checkLearning(world)).toEqual([expect.stringContaining('db rebuild mends it')]);
    expect(await rebuildProjections(world)).toMatchObject({ differed: 1 });
    await expectInOrder();
  });
});
