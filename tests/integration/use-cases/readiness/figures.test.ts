import { afterEach, expect, test } from 'vitest';
import { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { parsePlaceFilter } from '#app/use-cases/readiness/views/parse-place-filter.ts';
import { seeFigures } from '#app/use-cases/readiness/views/see-figures.server.ts';
import { seeMap } from '#app/use-cases/readiness/views/see-map.server.ts';
import { seeMatrix } from '#app/use-cases/readiness/views/see-matrix.server.ts';
import { layerNames } from '#curriculum/readiness/map-layers.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody, someHold } from '../../../world.ts';

const asOf = '2026-11-24';

onBothDatabases('the views of the readiness', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const certified = (personId: string, at: number, valid_until: string) =>
    putCertificate(world, {
      ...{ personId, number: `2026-0000${at}`, code: `K7QM${at}`, issuedOn: '2026-01-10', valid_until },
    });

  test('count what ends in the month in which it ends, and the month leads to its places', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.odense });
    await certified(vera.personId, 1, '2027-04-01');
    await certified(villy.personId, 2, '2027-04-02');
    const figures = (await seeFigures(world, agency, { asOf }))!;
    expect(figures.months).toHaveLength(13);
    const of = (month: string) => figures.months.find((each) => each.month === month);
    // The last day of validity is the day before.
    expect(of('2027-03')).toEqual({ month: '2027-03', certificates: 1, papers: 0, places: ['Horsens'] });
    expect(of('2027-04')).toMatchObject({ certificates: 1, places: ['Odense'] });
    const now = (await readinessOn(world, agency, asOf))!;
    const { rows, totals } = await answerQuestion(world, 'expiring', { now, month: '2027-03' });
    expect(rows).toMatchObject([{ name: 'Horsens', lastDay: '2027-03-31' }]);
    expect(totals).toEqual({ certificates: 1, papers: 0, services: 1 });
  });

  test('hold the shortage of a region against the free seats of its own holds', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
    await someHold(world, leader);
    const { capacity } = (await seeFigures(world, agency, { asOf }))!;
    const of = (name: string) => capacity.rows.find(({ region }) => region.includes(name))!;
    expect(of('Syddanmark').free).toBe(capacity.free);
    expect(of('Midtjylland')).toMatchObject({ free: 0, seats: 0 });
    expect(of('Midtjylland').missing).toBeGreaterThan(0);
    expect(capacity.rows.reduce((sum, { missing }) => sum + missing, 0)).toBe(capacity.missing);
    // Its course day meets at a library of another region than the one its leader works in.
    const { id } = (await world.db.selectFrom('course_day').select('id').executeTakeFirstOrThrow()) as { id: string };
    const meetAt = async (place: string) => {
      await world.db.updateTable('course_day').set({ place }).where('id', '=', id).execute();
      return (await seeFigures(world, agency, { asOf }))!.capacity.rows.find(({ free }) => free > 0)!.region;
    };
    expect(await meetAt(' herning bibliotek')).toBe('Region Midtjylland');
    expect(await meetAt('Et andet sted')).toBe('Region Syddanmark');
    for (const { missing, training, seats } of capacity.rows) expect(training + seats).toBeLessThanOrEqual(missing);
  });

  test('show a contact person their own places and nobody else, and an adviser nothing', async () => {
    world = await fakeWorld(await fresh());
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
    const filter = parsePlaceFilter(new URLSearchParams());
    const own = await seeMatrix(world, contact, { asOf, filter });
    expect(own!.shown.map(({ name }) => name)).toEqual(['Horsens']);
    expect((await seeFigures(world, contact, { asOf }))!.of).toBe(1);
    expect((await seeMap(world, contact, { asOf, layer: 'papers', region: '' }))!.places).toHaveLength(1);
    expect(await seeMatrix(world, adviser, { asOf, filter })).toBeUndefined();
    expect(await seeMap(world, adviser, { asOf, layer: '', region: '' })).toBeUndefined();
    expect(await seeFigures(world, adviser, { asOf })).toBeUndefined();
  });

  test('draw each layer with every municipality of the region that day, and what is not known is the whole country', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    for (const layer of layerNames) {
      const map = (await seeMap(world, agency, { asOf, layer, region: '' }))!;
      expect(map.places).toHaveLength(98);
      expect(Object.values(map.all.counts).reduce((sum, count) => sum + count, 0)).toBe(98);
      expect(map.byRegion.map(({ of }) => of).reduce((sum, count) => sum + count, 0)).toBe(98);
    }
    const regions = async (day: string) => (await seeMap(world, agency, { asOf: day, layer: '', region: '' }))!.regions;
    expect([(await regions('2026-12-31')).length, (await regions('2027-01-01')).length]).toEqual([5, 4]);
    const one = (await seeMap(world, agency, { asOf, layer: '', region: 'Region Nordjylland' }))!;
    expect(one.all.of).toBe(11);
    expect((await seeMap(world, agency, { asOf, layer: 'x', region: 'y' }))!).toMatchObject({
      ...{ layer: 'readiness', region: '' },
    });
  });
});
