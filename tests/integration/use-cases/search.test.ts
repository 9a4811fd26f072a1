import { afterEach, expect, test } from 'vitest';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { filterPlaces } from '#app/use-cases/readiness/views/filter-places.ts';
import { listPlaces } from '#app/use-cases/readiness/views/list-places.server.ts';
import { parsePlaceFilter } from '#app/use-cases/readiness/views/parse-place-filter.ts';
import { searchEverything } from '#app/use-cases/search-everything.server.ts';
import { onBothDatabases } from '../../databases.ts';
import { putCertificate } from '../../put-certificate.ts';
import { begin, castOf } from '../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../world.ts';

onBothDatabases('the search', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('finds for a course leader the people on her own holds, and nobody else', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    const found = async (viewer: typeof cast.leader) =>
      (await searchEverything(world, viewer, 'vera')).people.map(({ text, to }) => [text, to]);
    expect(await found(cast.leader)).toEqual([['Vera Eksempel', `/holds/${cast.holdId}/people/${enrolmentId}`]]);
    expect(await found(cast.colleague), 'of the same library, but not of the hold').toEqual([]);
    const both = [...cast.colleague.grants, { role: 'contact-person', serviceId: 'tjeneste-0657' } as const];
    expect(await found({ ...cast.colleague, grants: both })).toEqual([['Vera Eksempel', null]]);
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    expect(await found(contact)).toEqual([['Vera Eksempel', null]]);
    const former = { ...cast.leader, grants: [{ role: 'contact-person', serviceId: 'tjeneste-0461' } as const] };
    expect(await found(former), 'who leads no more').toEqual([]);
  });

  test('finds for a course leader the people whose hand-in or appeal they have taken, while they have it', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const klaus = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'], library: libraries.esbjerg });
    const { enrolmentId } = await begin(world, cast);
    await putCertificate(world, {
      personId: cast.adviser.personId,
      number: '2026-00001',
      code: 'K7QM4T9X2HVDW8RC9K2D',
      issuedOn: '2026-11-20',
    });
    const at = world.now();
    const handedIn = { step: 'oplaeg', number: 1, text: '', saved_at: at, handed_in_at: at, decided_at: null };
    await world.db
      .insertInto('submission')
      .values({
        ...handedIn,
        id: 's1',
        enrolment_id: enrolmentId,
        state: 'handed-in',
        claimed_by: null,
        recorded_at: at,
      })
      .execute();
    const found = async (viewer: typeof klaus) =>
      (await searchEverything(world, viewer, 'vera')).people.map(({ to }) => to);
    const certificates = async () => (await searchEverything(world, klaus, '2026')).certificates.length;
    const claim = (claimed_by: string | null) => world.db.updateTable('submission').set({ claimed_by }).execute();
    expect([await found(klaus), await certificates()]).toEqual([[], 0]);
    await claim(klaus.personId);
    expect([await found(klaus), await certificates()]).toEqual([['/grading/s1'], 1]);
    expect(await found(cast.colleague)).toEqual([]);
    await claim(null);
    expect([await found(klaus), await certificates()]).toEqual([[], 0]);
    await world.db
      .insertInto('appeal')
      .values({
        id: 'a1',
        enrolment_id: enrolmentId,
        step: 'oplaeg',
        words: 'Uenig',
        lodged_at: at,
        assessor_id: klaus.personId,
        assigned_at: at,
        decision: null,
        feedback: null,
        decided_at: null,
        recorded_at: at,
      })
      .execute();
    expect([await found(klaus), await certificates()]).toEqual([['/appeals/a1'], 1]);
    const hold = `/holds/${cast.holdId}/people/${enrolmentId}`;
    expect(await found(cast.leader), 'the page on the own hold comes first').toEqual([hold]);
  });

  test('finds a certificate by its whole code, however it is typed, for viewers who may see certificates', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    const { personId } = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const code = 'K7QM-4T9X-2HVD-W8RC-9K2D';
    await putCertificate(world, { personId, number: '2026-00001', code, issuedOn: '2026-11-20' });
    const found = async (viewer: typeof agency, find: string) =>
      (await searchEverything(world, viewer, find)).certificates.map(({ text }) => text);
    for (const find of [code, 'k7qm 4t9x 2hvd w8rc 9k2d']) expect(await found(agency, find)).toEqual(['2026-00001']);
    expect(await found(agency, 'K7QM-4T9X-2HVD-W8RC-9K2E')).toEqual([]);
    expect(await found(contact, code)).toEqual([]);
  });

  test('finds a certificate by its holder without accents, and a hold by part of its name, in any order', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const given = { personId: cast.adviser.personId, issuedOn: '2026-11-20', code: 'K7QM4T9X2HVDW8RC9K2D' };
    await putCertificate(world, { ...given, number: '2026-00001' });
    const certificates = async (find: string) => (await searchEverything(world, agency, find)).certificates.length;
    expect([await certificates('eksempel bjork'), await certificates('bjork ib')]).toEqual([1, 0]);
    const holds = async (find: string) => (await searchEverything(world, cast.leader, find)).holds.length;
    expect([await holds('hold prove'), await holds('hold prive')]).toEqual([1, 0]);
  });

  test('treats å and aa as the same, like the table of municipalities', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    await somebody(world, { givenName: 'Åse', roles: ['adviser'], library: libraries.herning });
    await somebody(world, { givenName: 'Aase', roles: ['adviser'], library: libraries.herning });
    const seen = await listPlaces(world, await readinessOfTheCountry(world, '2026-11-24'));
    for (const find of ['århus', 'Aarhus', 'ÅRHUS', 'AARHUS']) {
      expect((await searchEverything(world, agency, find)).municipalities, find).toMatchObject([{ text: 'Aarhus' }]);
      const filter = parsePlaceFilter(new URLSearchParams({ find }));
      expect(filterPlaces(seen, filter), find).toMatchObject([{ code: '0751' }]);
    }
    for (const find of ['aase', 'Åse'])
      expect((await searchEverything(world, agency, find)).people, find).toHaveLength(2);
    expect((await searchEverything(world, agency, 'ørhus')).municipalities).toEqual([]);
  });
});
