import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { listServing } from '#app/use-cases/places/serving/list-serving.server.ts';
import { seeServed } from '#app/use-cases/places/serving/see-served.server.ts';
import { seeServing } from '#app/use-cases/places/serving/see-serving.server.ts';
import { serveMunicipality } from '#app/use-cases/places/serving/serve-municipality.server.ts';
import { takeBackServing } from '#app/use-cases/places/serving/take-back-serving.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { servingOn, servingTimeline } from '#curriculum/places/serving.ts';
import { findServiceOf } from '#db/queries/place.ts';
import { listServingVersions, updateServing } from '#db/queries/serving.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

const [fanoe, esbjerg, varde] = ['tjeneste-0563', 'tjeneste-0561', 'tjeneste-0573'] as const;

onBothDatabases('who serves a municipality', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const serve = (more: Partial<Parameters<typeof serveMunicipality>[2]> = {}, viewer = agency) =>
      serveMunicipality(world, viewer, {
        ...{ code: '0563', serviceId: esbjerg, from: '2027-01-01', why: 'Aftale om drift' },
        ...more,
      });
    const on = async (day: string, knownOn?: string) => {
      const readiness = await readinessOfTheCountry(world, day, { knownOn });
      return {
        rows: readinessReport(readiness).municipalities.length,
        services: readiness.services.length,
        esbjerg: readiness.services.find(({ serviceId }) => serviceId === esbjerg)!,
      };
    };
    return { agency, serve, on };
  }

  test('changes from a day on: staffing follows the sum, the past stays, and a service without one is no place', async () => {
    const { agency, serve, on } = await stage();
    const before = await on('2027-01-01');
    world.clock.at = '2026-11-25T09:00:00.000Z';
    const seen = await seeServing(world, agency, {
      code: '0563',
      serviceId: esbjerg,
      from: '2027-01-01',
      language: 'da',
    });
    if (!seen.ok) throw new Error(seen.reason);
    expect(await serve()).toEqual({ ok: true });
    const after = await on('2027-01-01');
    expect([before.rows, before.services, after.rows, after.services]).toEqual([98, 98, 98, 97]);
    expect(after.esbjerg.municipalities.map(({ name }) => name).sort()).toEqual(['Esbjerg', 'Fanø']);
    expect((await on('2026-12-31')).esbjerg.municipalities).toHaveLength(1);
    expect(seen.preview).toMatchObject({
      ...{ librariesLeft: 1, former: 'Bibliotekerne i Fanø', effects: [{ serviceId: esbjerg }] },
      required: expect.arrayContaining([
        expect.objectContaining({
          ...{ serviceId: esbjerg, from: before.esbjerg.staffing.required, to: after.esbjerg.staffing.required },
        }),
        expect.objectContaining({ serviceId: fanoe, municipalities: [] }),
      ]),
    });
    const { services } = await listServing(world, agency, '2027-01-01');
    expect(services.find(({ id }) => id === fanoe)).toMatchObject({ serves: [] });
    expect((await listServing(world, agency)).services.find(({ id }) => id === fanoe)).toMatchObject({
      ...{ serves: [{ code: '0563' }], goes: [{ code: '0563', from: '2027-01-01' }] },
    });
    expect((await on('2027-01-01', '2026-11-24')).esbjerg.municipalities).toHaveLength(1);
  });

  test('is one at a time: a later plan comes first and can be taken back, and two forms do it once', async () => {
    const { agency, serve } = await stage();
    expect(await serve({ operationId: 'one' })).toEqual({ ok: true });
    expect(await serve({ operationId: 'one' })).toEqual({ ok: true });
    expect((await seeServed(world, agency, '0563'))!.changes).toHaveLength(1);
    expect(await serve({ serviceId: varde, from: '2026-12-01' })).toEqual({ ok: false, reason: 'later-planned' });
    expect(await takeBackServing(world, agency, { code: '0563', from: '2026-12-01' })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    expect(await takeBackServing(world, agency, { code: '0563', from: '2027-01-01' })).toEqual({ ok: true });
    expect(await findServiceOf(world.db, { code: '0563', day: '2027-06-01' })).toBe(fanoe);
    expect(await serve({ serviceId: varde, from: '2026-12-01' })).toEqual({ ok: true });
    const outcomes = await Promise.all([
      serve({ from: '2027-02-01' }),
      serve({ serviceId: fanoe, from: '2027-02-01' }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await seeServed(world, agency, '0563'))!.changes.map(({ kind, by }) => [kind, by]).slice(-2)).toEqual([
      ['taken-back', 'Stine Eksempel'],
      ['serves', 'Stine Eksempel'],
    ]);
  });

  test('is refused with a reason, and by whoever may not', async () => {
    const { serve } = await stage();
    expect(await serve({ code: '9999' })).toEqual({ ok: false, reason: 'not-found' });
    expect(await serve({ serviceId: 'none' })).toEqual({ ok: false, reason: 'no-service' });
    expect(await serve({ from: 'snart' })).toEqual({ ok: false, reason: 'not-a-day' });
    expect(await serve({ why: '' })).toEqual({ ok: false, reason: 'no-reason' });
    expect(await serve({ serviceId: fanoe })).toEqual({ ok: false, reason: 'serves-already' });
    const kim = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.esbjerg });
    expect(await serve({}, kim)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await seeServed(world, kim, '0563')).toBeUndefined();
    expect((await listServing(world, kim)).services).toEqual([]);
    expect(await takeBackServing(world, kim, { code: '0563', from: '2027-01-01' })).toMatchObject({ ok: false });
  });

  test('is the same by the rule as by the question of the database, whatever was recorded', async () => {
    const { agency } = await stage();
    const day = fc.integer({ min: 1, max: 30 }).map((days) => addDays('2026-12-31', days));
    const steps = fc.array(fc.tuple(day, fc.constantFrom(fanoe, esbjerg, varde)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(steps, day, async (all, asked) => {
        for (const [from, serviceId] of all)
          await updateServing(world.db, { code: '0563', serviceId, from, now: world.now() });
        const timeline = servingTimeline(await listServingVersions(world.db, '0563'));
        expect(await findServiceOf(world.db, { code: '0563', day: asked })).toBe(servingOn(timeline, asked)!.serviceId);
      }),
      { numRuns: 15 },
    );
    expect(await seeServed(world, agency, '0563')).toBeDefined();
  });
});
