import { afterEach, expect, test } from 'vitest';
import { seeGuidanceFigures } from '#app/use-cases/guidance/figures/see-guidance-figures.server.ts';
import { contactsByService } from '#app/use-cases/partners/contacts-by-service.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { mondayOfTheCountry } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import { rolloutDateOn } from '#app/use-cases/readiness/monday/rollout-date-on.server.ts';
import { seeMonday } from '#app/use-cases/readiness/monday/see-monday.server.ts';
import { seeOwnMonday } from '#app/use-cases/readiness/monday/see-own-monday.server.ts';
import { setRolloutDate } from '#app/use-cases/readiness/monday/set-rollout-date.server.ts';
import { shortage } from '#app/use-cases/readiness/questions/shortage.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import { listRolloutDates } from '#db/queries/rollout-date.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody, someHold } from '../../../world.ts';

onBothDatabases('the Monday page', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const stine = () => somebody(world, { givenName: 'Stine', roles: ['agency'] });

  test('answers for the day that was set last, and shows an earlier day what was set then', async () => {
    world = await fakeWorld(await fresh(), { now: '2026-11-23T09:00:00Z' });
    const viewer = await stine();
    expect(await seeMonday(world, viewer)).toMatchObject({ from: 'usual', day: '2027-05-01', of: 98 });
    const first = { day: '2027-10-01', target: '80', note: ' Efter sommerferien ', operationId: 'a' };
    expect(await setRolloutDate(world, viewer, first)).toEqual({ ok: true });
    expect(await setRolloutDate(world, viewer, first)).toEqual({ ok: true });
    world.clock.at = '2026-11-24T09:00:00Z';
    expect(await setRolloutDate(world, viewer, { day: '2027-11-01', target: '', note: '' })).toEqual({ ok: true });
    expect(await rolloutDateOn(world.db, '2026-11-22')).toBeUndefined();
    expect(await rolloutDateOn(world.db, '2026-11-23')).toMatchObject({
      day: '2027-10-01',
      target: 80,
      note: 'Efter sommerferien',
    });
    expect(await rolloutDateOn(world.db, '2026-11-24')).toMatchObject({ day: '2027-11-01', target: null });
    expect((await listRolloutDates(world.db)).map(({ day, by }) => [day, by?.split(' ')[0]])).toEqual([
      ['2027-11-01', 'Stine'],
      ['2027-10-01', 'Stine'],
    ]);
    expect(await seeMonday(world, viewer)).toMatchObject({ from: 'set', day: '2027-11-01', week: 48 });
    world.clock.at = '2027-11-02T09:00:00Z';
    expect(await seeMonday(world, viewer)).toMatchObject({ from: 'passed', day: '2027-11-02' });
  });

  test('refuses a day that is none, is not ahead or is too far, and a target that cannot be reached', async () => {
    world = await fakeWorld(await fresh(), { now: '2026-11-23T09:00:00Z' });
    const viewer = await stine();
    const issuesOf = async (day: string, target = '', note = '') => {
      const outcome = await setRolloutDate(world, viewer, { day, target, note });
      return outcome.ok || outcome.reason === 'forbidden' ? [] : outcome.issues.map(({ problem }) => problem);
    };
    expect(await issuesOf('')).toEqual(['missing']);
    expect(await issuesOf('31.2.2027')).toEqual(['not-a-day']);
    expect(await issuesOf('2026-11-23')).toEqual(['not-ahead']);
    expect(await issuesOf('2037-10-01')).toEqual(['too-far']);
    expect(await issuesOf('2027-10-01', '99', 'x'.repeat(501))).toEqual(['not-a-target', 'too-long']);
    expect(await issuesOf('2027-10-01', '0.5')).toEqual(['not-a-target']);
    expect(await listRolloutDates(world.db)).toEqual([]);
    const contact = await somebody(world, {
      givenName: 'Kim',
      roles: ['contact-person'],
      library: libraries.horsens,
    });
    expect(await setRolloutDate(world, contact, { day: '2027-10-01', target: '', note: '' })).toEqual({
      ok: false,
      reason: 'forbidden',
    });
  });

  test('has the figures of the table, the changes and the questions, and says what is urgent', async () => {
    world = await fakeWorld(await fresh(), { now: '2026-11-24T09:00:00Z' });
    const viewer = await stine();
    await setRolloutDate(world, viewer, { day: '2027-10-01', target: '', note: '' });
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    await someHold(world, leader);
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    await putCertificate(world, { personId: vera.personId, number: '2026-00001', code: 'A', issuedOn: '2026-11-24' });
    const service = 'tjeneste-0657';
    for (const gate of world.policy.gates.filter(({ kind }) => kind === 'evidence'))
      await recordEvidence(world, viewer, {
        ...{ serviceId: service, gate: gate.key, value: 'opfyldt', observedOn: '2026-11-24', lastDay: '', note: 'Set' },
        ...{ link: '', files: [] },
      });
    const invited = { serviceId: service, type: 'invited', onDay: '2026-11-24', note: '' };
    expect(await recordRollout(world, viewer, invited)).toEqual({ ok: true });
    const monday = (await seeMonday(world, viewer))!;
    const onDay = await readinessOfTheCountry(world, '2027-10-01');
    const { municipalities } = readinessReport(onDay);
    const count = (is: (row: (typeof municipalities)[number]) => boolean) => municipalities.filter(is).length;
    const counted = {
      ready: count(({ verdict }) => verdict === 'klar'),
      papersOnly: count(({ people, verdict }) => people === 'opfyldt' && verdict !== 'klar'),
      people: count(({ people }) => people === 'ikke-opfyldt'),
      unknown: count(({ people }) => people === 'ukendt'),
    };
    const { parts } = monday;
    expect(counted).toEqual({
      ready: parts.ready,
      papersOnly: parts['papers-no'] + parts['papers-unknown'],
      people: parts['people-under-way'] + parts['people-not-begun'],
      unknown: parts['people-unknown'],
    });
    expect(monday.urgent.map(({ kind, by, places }) => [kind, by, places.map(({ name }) => name)])).toContainEqual([
      ...['call-unanswered', '2026-11-27', ['Herning']],
    ]);
    const short = await shortage(world, onDay);
    expect(monday.answers).toMatchObject({ missing: short.totals.missing, free: 20, unanswered: 1 });
    expect(monday.changes.totals.same + monday.changes.totals.up + monday.changes.totals.down).toBeLessThanOrEqual(98);
    // Nobody has finished a course, so nothing is foretold.
    expect(monday.forecast).toBeUndefined();
    expect(monday.shortcuts[0]).toEqual({ day: '2026-11-30', waves: [] });
    const told = await mondayOfTheCountry(world, { wait: true });
    expect(told).toMatchObject({ parts, urgent: monday.urgent });
    // A page waits only a moment for the months before.
    expect(told.trend?.map(({ ready }) => ready)).toEqual(Array(10).fill(0));
    const log = (await seeGuidanceFigures(world, viewer, '2026-11-24'))!;
    expect(told.answers.guidance).toMatchObject({
      points: log.points.length,
      pointsWithout: log.points.filter(({ staffed }) => !staffed).length,
      perInhabitants: log.country.perInhabitants,
    });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    expect((await contactsByService(world, viewer))?.get(service)).toEqual(['Kim Eksempel']);
    expect(await contactsByService(world, contact)).toBeUndefined();
  });

  test('shows a contact person their own place and nothing of the country', async () => {
    world = await fakeWorld(await fresh(), { now: '2026-11-23T09:00:00Z' });
    const contact = await somebody(world, {
      givenName: 'Kim',
      roles: ['contact-person'],
      library: libraries.horsens,
    });
    expect(await seeMonday(world, contact)).toBeUndefined();
    const own = await seeOwnMonday(world, contact, { language: 'da' });
    expect(own?.services.map(({ places }) => places.map(({ name }) => name))).toEqual([['Horsens']]);
    expect(own!.services[0]!.lacks.length).toBeGreaterThan(0);
    expect(await seeOwnMonday(world, await stine(), { language: 'da' })).toBeUndefined();
  });
});
