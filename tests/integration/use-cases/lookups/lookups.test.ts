import { afterEach, expect, test } from 'vitest';
import { loader as registerFile } from '#app/routes/certificates-csv.ts';
import { loader } from '#app/routes/lookups.tsx';
import { listRegister } from '#app/use-cases/certificates/register/list-register.server.ts';
import { parseRegisterFilter } from '#app/use-cases/certificates/register/parse-register-filter.ts';
import { readCertificateFile } from '#app/use-cases/certificates/register/read-certificate-file.server.ts';
import { seeCertificate } from '#app/use-cases/certificates/register/see-certificate.server.ts';
import { seeAdviser } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { listLookups } from '#app/use-cases/lookups/list-lookups.server.ts';
import { noteLookup } from '#app/use-cases/lookups/note-lookup.server.ts';
import { saveLookups } from '#app/use-cases/lookups/save-lookups.server.ts';
import { sweepLookups } from '#app/use-cases/lookups/sweep-lookups.server.ts';
import { findPeople } from '#app/use-cases/people/find-people.server.ts';
import { seePerson } from '#app/use-cases/people/see-person.server.ts';
import { seeProfile } from '#app/use-cases/people/see-profile.server.ts';
import { searchEverything } from '#app/use-cases/search-everything.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const number = '2026-00001';
const everything = { whom: '', by: '', page: 1 };

onBothDatabases('look-ups of people', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function set() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'], library: libraries.horsens });
    const { personId } = cast.adviser;
    await putCertificate(world, { personId, number, code: 'K7QM4T9X2HVDW8RC9K2D', issuedOn: '2026-11-20' });
    return { ...cast, agency, boss, vera: cast.adviser };
  }
  const kept = () => world.db.selectFrom('person_lookup').select(['page', 'words', 'person_id', 'by_person']).execute();
  const filterOf = (search: string) => parseRegisterFilter(new URLSearchParams(search)).filter;

  test('by the agency and administrators are noted with who, whom or which words, and where; by others they are not', async () => {
    const { agency, boss, vera, leader, holdId, adviser } = await set();
    const { enrolmentId } = await begin(world, { leader, adviser, holdId });
    const look = async (viewer: Viewer) => {
      await searchEverything(world, viewer, 'vera');
      await findPeople(world, viewer, 'vera');
      await seePerson(world, viewer, vera.personId);
      await seeAdviser(world, viewer, enrolmentId);
      await listRegister(world, viewer, filterOf(''));
      await listRegister(world, viewer, filterOf('find=vera'));
      await seeCertificate(world, viewer, number);
      await readCertificateFile(world, viewer, { number, language: 'da' });
      const context = { world, viewer, language: 'da' } as never;
      const request = new Request('http://vejlederbevis.test/certificates/table.csv');
      await Promise.resolve(registerFile({ request, params: {}, context })).catch(() => undefined);
      const noted = [...world.lookups.values()].map(({ page, words, person_id, by_person, role }) => {
        expect([by_person, role]).toEqual([viewer.personId, viewer.grants[0]!.role]);
        return person_id === null ? `${page}: ${words}` : `${page} ${person_id === vera.personId}`;
      });
      await saveLookups(world);
      return noted;
    };
    const ofTheAgency = [
      'search: vera',
      'register: vera',
      'certificate true',
      'certificate-file true',
      'register-file: ',
    ];
    expect(await look(agency)).toEqual(ofTheAgency);
    expect(await look(boss)).toEqual([
      ...['search: vera', 'people: vera', 'person true', 'adviser true'],
      ...ofTheAgency.slice(1),
    ]);
    expect(await look(leader), 'a leader sees their own people').toEqual([]);
    expect(await look(vera)).toEqual([]);
    expect(await kept()).toHaveLength(ofTheAgency.length * 2 + 3);
    await seePerson(world, boss, boss.personId);
    await seePerson(world, boss, 'nobody');
    expect(world.lookups.size, 'oneself and nobody').toBe(0);
  });

  test('do not write while a page is read, are counted once a minute, and survive a round without the database', async () => {
    const { agency, vera } = await set();
    const see = () => seeCertificate(world, agency, number);
    await see();
    await see();
    expect(await kept()).toEqual([]);
    const gone = { ...world, db: undefined as never };
    await expect(saveLookups(gone)).rejects.toThrow();
    await see();
    await searchEverything(world, agency, 'vera');
    await saveLookups(world);
    await saveLookups(world);
    expect(await kept()).toHaveLength(2);
    pass(world, 1);
    await see();
    await saveLookups(world);
    expect((await kept()).filter(({ person_id }) => person_id === vera.personId)).toHaveLength(2);
  });

  test('are saved in one batch, however many there are', async () => {
    const { agency } = await set();
    for (let at = 0; at < 1_201; at++) noteLookup(world, agency, { page: 'search', words: `nr ${at}` });
    await saveLookups(world);
    expect(await kept()).toHaveLength(1_201);
    const last = (await listLookups(
      world,
      { ...agency, grants: [{ role: 'administrator', serviceId: null }] },
      {
        ...everything,
        page: 99,
      },
    ))!;
    expect(last).toMatchObject({ count: 1_201, page: 25, of: 25, entries: [{ words: 'nr 0' }] });
  });

  test('are listed for administrators by whom and of whom; asking about a person is noted too', async () => {
    const { agency, boss, vera, leader } = await set();
    await seeCertificate(world, agency, number);
    pass(world, 1);
    await seePerson(world, boss, leader.personId);
    await searchEverything(world, agency, 'ver');
    await saveLookups(world);
    const listed = async (wanted: Partial<typeof everything>) =>
      (await listLookups(world, boss, { ...everything, ...wanted }))!.entries.map(
        ({ by, whom, words }) => `${by.name}: ${whom?.name ?? words}`,
      );
    expect(await listed({})).toEqual(
      expect.arrayContaining(['Stine Eksempel: Vera Eksempel', 'Arne Eksempel: Karla Eksempel', 'Stine Eksempel: ver']),
    );
    expect((await listed({})).at(-1), 'the oldest comes last').toBe('Stine Eksempel: Vera Eksempel');
    expect(await listed({ by: 'arne' })).toEqual(['Arne Eksempel: Karla Eksempel']);
    expect(world.lookups.size).toBe(0);
    expect(await listed({ whom: 'vera' })).toEqual(['Stine Eksempel: Vera Eksempel']);
    expect([...world.lookups.values()]).toMatchObject([{ page: 'lookups', words: 'vera', by_person: boss.personId }]);
    expect(await listed({ whom: 'vera', by: 'arne' })).toEqual([]);
    for (const stranger of [agency, leader, vera])
      expect(await listLookups(world, stranger, everything), stranger.name).toBeUndefined();
    const ask = (viewer: Viewer, search: string) =>
      loader({
        request: new Request(`http://vejlederbevis.test/lookups${search}`),
        params: {},
        context: { world, viewer, language: 'da' } as never,
      });
    expect(await ask(boss, '?by=stine&page=x')).toMatchObject({ title: 'Opslag', count: 2, page: 1, of: 1 });
    await expect(ask(agency, '')).rejects.toMatchObject({ status: 403 });
  });

  test('are told to the person by role and library, without names, for a year; then they are deleted', async () => {
    const { agency, boss, vera } = await set();
    const stine = await somebody(world, { givenName: 'Sille', roles: ['agency'] });
    const at = world.clock.at;
    await seeCertificate(world, agency, number);
    await searchEverything(world, agency, 'vera');
    pass(world, 2);
    await seeCertificate(world, stine, number);
    pass(world, 1);
    await seePerson(world, boss, vera.personId);
    await saveLookups(world);
    const { lookedUp } = await seeProfile(world, vera);
    const horsens = expect.stringContaining('Horsens');
    expect(lookedUp).toEqual([
      { role: 'administrator', library: horsens, count: 1, last: world.clock.at },
      { role: 'agency', library: null, count: 2, last: expect.stringMatching(/09:02/) },
    ]);
    expect((await seeProfile(world, boss)).lookedUp).toEqual([]);

    world.clock.at = `${Number(at.slice(0, 4)) + 1}${at.slice(4)}`;
    await sweepLookups(world);
    expect(await kept(), 'on the day a year later').toHaveLength(4);
    pass(world, 24 * 60);
    expect((await seeProfile(world, vera)).lookedUp).toEqual([]);
    expect((await listLookups(world, boss, everything))!.count).toBe(0);
    await sweepLookups(world);
    expect(await kept()).toEqual([]);
  });
});
