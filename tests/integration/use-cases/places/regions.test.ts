import { afterEach, expect, test } from 'vitest';
import { listRegister } from '#app/use-cases/certificates/register/list-register.server.ts';
import { parseRegisterFilter } from '#app/use-cases/certificates/register/parse-register-filter.ts';
import { listMeetings } from '#app/use-cases/partners/list-meetings.server.ts';
import { listOutreach } from '#app/use-cases/partners/list-outreach.server.ts';
import { recordMeeting } from '#app/use-cases/partners/record-meeting.server.ts';
import { recordOutreach } from '#app/use-cases/partners/record-outreach.server.ts';
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
const meeting = { startsAt: '', place: '', held: true, nextStep: '', nextOwner: '', nextOn: '' };
const effort = { channel: 'local-paper', onDay: '2026-11-20', lastDay: '', place: 'Lokalavisen', amount: '1' };
const outreach = { ...effort, note: '', cost: '', paidBy: '', answer: 'none', files: [] };

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
    const meet = async (code: string) => {
      const given = { onDay: '2026-11-20', partners: code, decisions: 'Aftalt' };
      await recordMeeting(world, boss, { ...meeting, ...given, serviceId: `tjeneste-${code}`, operationId: code });
      await recordOutreach(world, boss, { ...outreach, serviceId: `tjeneste-${code}`, operationId: code });
    };
    await meet('0265');
    await meet('0657');
    const partners = async (asOf: string, region: string) => [
      (await listMeetings(world, boss, { asOf, region })).map((each) => each.partners),
      (await listOutreach(world, boss, 10, { asOf, region })).latest.length,
      (await listOutreach(world, boss, 10, { asOf, region })).channels.map(({ efforts }) => efforts),
    ];
    expect(await partners(before, 'Region Sjælland')).toEqual([['0265'], 1, [1]]);
    expect(await partners(after, 'Region Sjælland')).toEqual([[], 0, []]);
    expect(await partners(after, 'Region Østdanmark')).toEqual([['0265'], 1, [1]]);
    expect(await partners(after, '')).toEqual([['0657', '0265'], 2, [2]]);
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
