import { afterEach, expect, test } from 'vitest';
import { guidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { seeGuidanceFigures } from '#app/use-cases/guidance/figures/see-guidance-figures.server.ts';
import { logGuidance } from '#app/use-cases/guidance/log-guidance.server.ts';
import { undoGuidance } from '#app/use-cases/guidance/undo-guidance.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import { listStaffing } from '#db/queries/readiness.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

onBothDatabases('the figures of the guidance log', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const day = '2026-11-24';
  const adviserAt = (library: string, givenName = 'Vera') =>
    somebody(world, { givenName, roles: ['adviser'], library });
  const log = async (viewer: Viewer, times: number, said: Record<string, string>) => {
    for (let n = 0; n < times; n++)
      expect(
        await logGuidance(world, viewer, { operationId: world.newId(), outcome: 'completed', ...said }),
      ).toMatchObject({ ok: true });
  };
  const sessionsOf = (rows: readonly { key: string; sessions: number | null }[], key: string) =>
    rows.find((each) => each.key === key)!.sessions;

  test('count each solution by what stood in the way, the last 90 days alone and without what was undone', async () => {
    world = await fakeWorld(await fresh());
    const vera = await adviserAt(libraries.herning);
    await log(vera, 6, { topic: 'vat', blocked: 'rights-missing' });
    await log(vera, 5, { topic: 'digital-post', blocked: 'login' });
    await log(vera, 7, { topic: 'moving', blocked: 'nothing' });
    // A topic that is what stood in the way says so itself.
    await log(vera, 8, { topic: 'rights' });
    const undone = await logGuidance(world, vera, { operationId: 'x', topic: 'vat', outcome: 'referred' });
    if (undone.ok) await undoGuidance(world, vera, { id: undone.id });
    const { trouble, sessions, outcomes } = await guidanceFigures(world, day);
    expect(sessions).toBe(26);
    expect(outcomes).toEqual([
      { key: 'completed', sessions: 26 },
      { key: 'referred', sessions: 0 },
      { key: 'unfinished', sessions: 0 },
    ]);
    expect(trouble.columns).toMatchObject({ 'rights-missing': 14, login: 5, language: 0 });
    expect(trouble.total).toBe(19);
    expect(trouble.rows.find(({ key }) => key === 'tastselv-erhverv')).toMatchObject({ total: 6 });
    expect(trouble.rows.find(({ key }) => key === 'other')).toMatchObject({ counts: { 'rights-missing': 8 } });
    expect((await guidanceFigures(world, addDays(day, 89))).sessions).toBe(26);
    expect((await guidanceFigures(world, addDays(day, 90))).sessions).toBe(0);
    expect((await guidanceFigures(world, addDays(day, -1))).sessions).toBe(0);
  });

  test('hide what is small from the agency and nothing from the own service', async () => {
    world = await fakeWorld(await fresh());
    const vera = await adviserAt(libraries.herning);
    const villy = await adviserAt(libraries.odense, 'Villy');
    await log(vera, 3, { topic: 'vat', blocked: 'rights-missing', channel: 'local-paper', distance: '5-15' });
    await log(villy, 30, { topic: 'vat', blocked: 'login', channel: 'website', distance: 'under-5' });
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const seen = (await seeGuidanceFigures(world, agency, day))!;
    expect(seen).toMatchObject({ own: false, sessions: 33 });
    // Three in Herning, and the country and the others of its region would tell how many: so would the other region.
    expect([sessionsOf(seen.municipalities, '0657'), sessionsOf(seen.municipalities, '0461')]).toEqual([null, null]);
    expect(sessionsOf(seen.channels, 'local-paper')).toBeNull();
    expect(sessionsOf(seen.channels, 'website')).toBeNull();
    expect(seen.trouble.columns).toMatchObject({ 'rights-missing': null, login: null, language: 0 });
    expect(seen.municipalities.find(({ key }) => key === '0657')!.perInhabitants).toEqual({
      per1000: null,
      why: 'hidden',
    });

    const contact = await somebody(world, {
      givenName: 'Kim',
      roles: ['contact-person'],
      library: libraries.herning,
    });
    const own = (await seeGuidanceFigures(world, contact, day))!;
    expect(own).toMatchObject({ own: true, sessions: 3, trouble: { columns: { 'rights-missing': 3, login: 0 } } });
    expect(own.municipalities.map(({ key }) => key)).toEqual(['0657']);
    expect(sessionsOf(own.channels, 'local-paper')).toBe(3);
    expect(sessionsOf(own.distances, '5-15')).toBe(3);
    expect(own.points.map(({ code }) => code)).toEqual(['0657']);
    for (const viewer of [vera, { ...contact, grants: [{ role: 'contact-person' as const, serviceId: null }] }])
      expect(await seeGuidanceFigures(world, viewer, day)).toBeUndefined();
  });

  test('hold sessions against inhabitants and firms, and say why where they cannot', async () => {
    world = await fakeWorld(await fresh());
    const vera = await adviserAt(libraries.herning);
    await log(vera, 9, { topic: 'vat' });
    const herning = async () => (await guidanceFigures(world, day)).municipalities.find(({ key }) => key === '0657')!;
    expect(await herning()).toMatchObject({
      region: 'Region Midtjylland',
      sessions: 9,
      inhabitants: { value: 89_127, source: 'Danmarks Statistik, FOLK1A', year: '2020' },
      perInhabitants: { per1000: 0.1, why: null },
      perFirms: { per1000: null, why: 'no-figure' },
    });
    const { country, regions } = await guidanceFigures(world, '2027-01-02');
    expect(country.firms).toMatchObject({ value: 417_137, year: '2022' });
    expect(country.perFirms).toEqual({ per1000: 0.02, why: null });
    // Regions are those of the day.
    expect(regions.map(({ key }) => key)).toContain('Region Østdanmark');
    pass(world, 1);
    await world.db
      .updateTable('municipality')
      .set({ population: 0, recorded_at: world.clock.at })
      .where('code', '=', '0657')
      .execute();
    expect((await herning()).perInhabitants).toEqual({ per1000: null, why: 'zero' });
  });

  test('know the guidance points without a certified adviser, as readiness counts them', async () => {
    world = await fakeWorld(await fresh());
    const vera = await adviserAt(libraries.herning);
    await putCertificate(world, { personId: vera.personId, number: '2026-00001', code: 'a', issuedOn: '2026-01-05' });
    await world.db
      .insertInto('library')
      .values({
        ...{ number: '765701', service_id: 'tjeneste-0657', municipality_code: '0657', name: 'Filial' },
        ...{ opened_on: '2020-01-01', recorded_at: world.clock.at },
      })
      .execute();
    const leaver = await adviserAt(libraries.odense, 'Villy');
    await putCertificate(world, { personId: leaver.personId, number: '2026-00002', code: 'b', issuedOn: '2026-01-05' });
    await world.db
      .insertInto('certificate_event')
      .values({
        ...{ id: 'x', number: '2026-00002', type: 'revoked', at: '2026-03-01T09:00:00.000Z', actor: null },
        ...{ reason: 'Fejl', recorded_at: world.clock.at },
      })
      .execute();
    const figures = await guidanceFigures(world, day);
    const at = (code: string) => figures.municipalities.find(({ key }) => key === code);
    expect(at('0657')).toMatchObject({ points: 2, staffedPoints: 1 });
    expect(at('0461')).toMatchObject({ points: 1, staffedPoints: 0 });
    const rules = versionOn(world.policy, day);
    const courses = staffingCourses(
      rules,
      world.catalogue.editions.map(({ course }) => course),
    );
    const staffing = await listStaffing(world.db, {
      ...{ day, until: endOfDay(day), marginDay: day, yearBefore: day, ninetyDaysBefore: day, courses, tests: [] },
      channels: ['web'],
    });
    const counted = staffing.map(({ serviceId }) => {
      const points = figures.points.filter((point) => point.serviceId === serviceId);
      return { serviceId, total: points.length, staffed: points.filter(({ staffed }) => staffed).length };
    });
    expect(counted).toEqual(staffing.map(({ serviceId, guidancePoints }) => ({ serviceId, ...guidancePoints })));
  });
});
