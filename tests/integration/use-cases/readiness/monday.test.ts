import { afterEach, expect, test } from 'vitest';
import { rolloutDateOn } from '#app/use-cases/readiness/monday/rollout-date-on.server.ts';
import { seeMonday } from '#app/use-cases/readiness/monday/see-monday.server.ts';
import { seeOwnMonday } from '#app/use-cases/readiness/monday/see-own-monday.server.ts';
import { setRolloutDate } from '#app/use-cases/readiness/monday/set-rollout-date.server.ts';
import { listRolloutDates } from '#db/queries/rollout-date.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

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
