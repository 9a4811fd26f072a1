import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { remindOfRenewal } from '#app/use-cases/certificates/issuing/remind-of-renewal.server.ts';
import { workOffIssueRuns } from '#app/use-cases/certificates/issuing/work-off-issue-runs.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { commitImport } from '#app/use-cases/holds/seats/commit-import.server.ts';
import { listCourses } from '#app/use-cases/holds/seats/list-courses.server.ts';
import { previewImport } from '#app/use-cases/holds/seats/preview-import.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { sweepDeadlines } from '#app/use-cases/learning/sweep-deadlines.server.ts';
import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { listCertificatesOf } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { earnedHold } from '../../../earned-hold.ts';
import { begin } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../../world.ts';

onBothDatabases('renewal', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const { leader, enrolled } = await earnedHold(world, 1, world.clock.at);
    world.clock.at = '2027-01-20T09:00:00.000Z';
    await workOffIssueRuns(world);
    const adviser = enrolled[0]!.viewer;
    const own = () => listCertificatesOf(world.db, adviser.personId);
    const first = (await own())[0]!;
    const made = await createHold(world, leader, {
      name: 'Fornyelse',
      course: 'fornyelse',
      edition: '2026.1',
      startsOn: '2027-01-01',
      endsOn: '2030-01-01',
      seats: 20,
      selfEnrol: true,
    });
    if (!made.ok) throw new Error(JSON.stringify(made));
    const { holdId } = made;
    /** An instant so many days before the last day of the certificate; a negative number is after it. */
    const to = (left: number) => {
      world.clock.at = `${addDays(first.valid_until, -left)}T09:00:00.000Z`;
    };
    const ask = () => requestSeat(world, adviser, { holdId });
    const learn = async (until?: string) => {
      const enrolled = await begin(world, { leader, adviser, holdId });
      const clock = worldThrough(world, world.clock.at);
      await walkTo(clock, enrolled, { leaders: [leader] }, until);
      world.clock.at = clock.world.now();
      return { clock, enrolled };
    };
    return { leader, adviser, own, first, holdId, to, ask, learn };
  }

  test('is open to holders within its window or grace period, and tells others when it opens', async () => {
    const { adviser, holdId, to, ask, first, leader } = await stage();
    const stranger = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    expect(await requestSeat(world, stranger, { holdId })).toEqual({ ok: false, reason: 'no-certificate' });
    const days = { opens: addMonths(first.valid_until, -3), closes: addDays(addMonths(first.valid_until, 3), -1) };
    expect(await ask()).toEqual({ ok: false, reason: 'too-early', ...days });
    const list = async () => (await listCourses(world, adviser)).courses.map(({ id, renewal }) => [id, renewal?.can]);
    expect(await list()).toEqual([
      ['it-paedagogisk-vejleder', undefined],
      ['fornyelse', false],
    ]);
    expect((await seeCourse(world, adviser)).certificates[0]).toMatchObject({
      status: 'valid',
      renewsOn: days.opens,
      renewsUntil: days.closes,
    });
    to(-100);
    expect(await ask()).toEqual({ ok: false, reason: 'grace-over', ...days });
    const { email } = await world.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', adviser.personId)
      .executeTakeFirstOrThrow();
    const text = `fornavn;efternavn;arbejdsmail;biblioteksnummer;startdato\nVera;Eksempel;${email};765700;\nNy;Eksempel;ny@bibliotek.example;765700;\n`;
    const preview = await previewImport(world, leader, { holdId, bytes: Buffer.from(text) });
    expect(preview.ok && preview.rows.map(({ refusal }) => refusal)).toEqual(['not-renewable', 'not-renewable']);
    expect(await commitImport(world, leader, { holdId, text, invite: false })).toMatchObject({ seated: 0, added: 0 });
    to(20);
    expect(await list()).toEqual([
      ['fornyelse', true],
      ['it-paedagogisk-vejleder', undefined],
    ]);
    expect(await ask()).toMatchObject({ ok: true });
  });

  test('before the end loses no day, supersedes the former certificate and stops its reminders', async () => {
    const { own, first, to, learn, adviser } = await stage();
    to(60);
    const { clock, enrolled } = await learn('vejene-igen');
    expect((await seeCourse(world, adviser)).course).toMatchObject({ renews: true, state: 'active' });
    await walkTo(clock, enrolled, { leaders: [] });
    world.clock.at = clock.world.now();
    const [second] = await own();
    expect(second).toMatchObject({
      course: 'fornyelse',
      supersedes: first.number,
      valid_until: addMonths(first.valid_until, 24),
    });
    expect(await checkCertificate(world, { code: first.verify_code })).toMatchObject({
      certificate: { status: 'superseded' },
    });
    expect(await checkCertificate(world, { code: second!.verify_code })).toMatchObject({
      certificate: { status: 'valid', course: { da: 'It-pædagogisk vejleder' }, evidence: { da: ['en prøve'] } },
    });
    expect((await seeCourse(world, adviser)).certificates[0]).toMatchObject({
      title: { da: 'It-pædagogisk vejleder' },
    });
    to(5);
    await remindOfRenewal(world);
    const reminded = await world.db
      .selectFrom('outbox')
      .select('dedupe_key')
      .where('dedupe_key', 'like', 'reminder:%')
      .execute();
    expect(reminded).toEqual([]);
  });

  test('in the grace period is valid from the day of issue, with a gap before it', async () => {
    const { own, first, to, learn } = await stage();
    to(-40);
    await learn();
    const [second] = await own();
    const issuedOn = second!.issued_at.slice(0, 10);
    expect(second).toMatchObject({
      supersedes: first.number,
      valid_from: issuedOn,
      valid_until: addMonths(issuedOn, 24),
    });
    expect(second!.valid_from > first.valid_until).toBe(true);
  });

  test('of a certificate that was revoked meanwhile is withheld', async () => {
    const { own, first, to, learn } = await stage();
    to(50);
    const { clock, enrolled } = await learn('fornyelsesproeve');
    await changeCertificate(world, null, { number: first.number, action: 'revoke', reason: 'En god grund' });
    await walkTo(clock, enrolled, { leaders: [] });
    const row = await world.db
      .selectFrom('enrolment')
      .select('state')
      .where('id', '=', enrolled.enrolmentId)
      .executeTakeFirst();
    expect([row?.state, (await own()).length]).toEqual(['withheld', 1]);
  });

  test('starts only with the holder: no upgrade, new edition or round issues a certificate again', async () => {
    await stage();
    const rows = async () => ({
      certificates: await world.db.selectFrom('certificate').selectAll().orderBy('number').execute(),
      files: await world.db.selectFrom('certificate_document').selectAll().orderBy('language').execute(),
      documents: await world.db.selectFrom('document').select(['sha256', 'bytes']).orderBy('sha256').execute(),
      events: await world.db.selectFrom('certificate_event').selectAll().orderBy('id').execute(),
    });
    const before = await rows();
    expect(before.certificates).toHaveLength(1);
    await migrateToLatest(world.db, world.engine);
    const newer = world.catalogue.editions.map((edition) => ({
      ...edition,
      course: { ...edition.course, edition: '2028.1', opensRenewal: { from: '2027-01-01', of: ['2026.1'] } },
    }));
    const upgraded = { ...world, catalogue: catalogueOf([...world.catalogue.editions, ...newer]) };
    await rebuildProjections(upgraded);
    for (const now of ['2027-02-01T09:00:00.000Z', '2029-01-10T09:00:00.000Z', '2031-01-01T09:00:00.000Z']) {
      world.clock.at = now;
      await workOffIssueRuns(upgraded);
      await sweepDeadlines(upgraded);
      await remindOfRenewal(upgraded);
    }
    expect(await rows()).toEqual(before);
  });
});
