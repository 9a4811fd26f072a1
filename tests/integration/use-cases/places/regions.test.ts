import { afterEach, expect, test } from 'vitest';
import { listRegister } from '#app/use-cases/certificates/register/list-register.server.ts';
import { parseRegisterFilter } from '#app/use-cases/certificates/register/parse-register-filter.ts';
import { findPeople } from '#app/use-cases/people/find-people.server.ts';
import { listLibraries } from '#app/use-cases/places/libraries/list-libraries.server.ts';
import { listRegions } from '#app/use-cases/places/list-regions.server.ts';
import { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import { withinRegion } from '#app/use-cases/readiness/questions/within-region.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

const roskilde = '726500';

onBothDatabases('a region', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('is that of the day: two become one on 1 January 2027, in every list', async () => {
    world = await fakeWorld(await fresh());
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const ea = await somebody(world, { givenName: 'Ea', roles: ['adviser'], library: roskilde });
    await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    await putCertificate(world, { personId: ea.personId, number: '2026-00001', code: 'A', issuedOn: '2026-01-10' });
    await world.db.updateTable('certificate').set({ library_number: roskilde }).execute();
    const [before, after] = ['2026-12-31', '2027-01-01'];
    expect(await listRegions(world, before)).toContain('Region Sjælland');
    expect(await listRegions(world, after)).not.toContain('Region Sjælland');
    const shortage = async (day: string, region: string) => {
      const now = await withinRegion(world, await readinessOfTheCountry(world, day), { region, day });
      const answer = await answerQuestion(world, 'shortage', { now, before: undefined });
      return answer.rows.length;
    };
    expect(await shortage(before, 'Region Sjælland')).toBe(17);
    expect(await shortage(after, 'Region Østdanmark')).toBe(46);
    expect(await shortage(before, 'Region Østdanmark')).toBe(0);
    expect(await shortage(after, '')).toBe(98);
    const places = async (asOf: string, region: string) =>
      (await listLibraries(world, boss, { find: '', state: '', asOf, region })).count;
    expect([await places(before, 'Region Sjælland'), await places(after, 'Region Østdanmark')]).toEqual([17, 46]);
    const found = async (region: string) => {
      const { filter } = parseRegisterFilter(new URLSearchParams({ region }));
      return [
        (await listRegister(world, boss, filter))!.count,
        (await findPeople(world, boss, '', 1, region)).people.map(({ name }) => name),
      ];
    };
    expect(await found('Region Sjælland')).toEqual([1, ['Ea Eksempel']]);
    expect(await found('Region Østdanmark')).toEqual([0, []]);
    world.clock.at = '2027-01-02T09:00:00.000Z';
    expect(await found('Region Sjælland')).toEqual([0, []]);
    expect(await found('Region Østdanmark')).toEqual([1, ['Ea Eksempel']]);
  });
});
