import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterEach, expect, test } from 'vitest';
import { guidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { addPerson } from '#app/use-cases/people/add-person.server.ts';
import { seeWork } from '#app/use-cases/people/see-work.server.ts';
import { commitPlaces } from '#app/use-cases/places/import/commit-places.server.ts';
import type { JudgedRow } from '#app/use-cases/places/import/judged-row.ts';
import { kindsFor } from '#app/use-cases/places/import/kinds-for.ts';
import { listRefusedPlaces } from '#app/use-cases/places/import/list-refused-places.server.ts';
import { previewPlaces } from '#app/use-cases/places/import/preview-places.server.ts';
import { seeLibrary } from '#app/use-cases/places/libraries/see-library.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

const said = (row: JudgedRow) => (row.verdict === 'refused' ? row.refusal : row.verdict);

onBothDatabases('a file about places', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const preview = async (kind: string, text: string | Uint8Array, viewer = boss) => {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      const outcome = await previewPlaces(world, viewer, { kind, bytes });
      if (!outcome.ok) throw new Error(outcome.reason);
      return outcome;
    };
    const verdicts = async (kind: string, text: string) => (await preview(kind, text)).rows.map(said);
    const commit = (kind: string, text: string, viewer = boss) => commitPlaces(world, viewer, { kind, text });
    return { agency, boss, preview, verdicts, commit };
  }

  const head =
    'biblioteksnummer;navn;kommunekode;type;adresse;postnummer;by;bredde;laengde;vejledningssted;aktiv_fra;aktiv_til';

  test('of libraries opens, puts right and closes, refuses what is none with its line, and the second time changes nothing', async () => {
    const { agency, verdicts, commit } = await stage();
    await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const file = [
      head,
      '765700;Herning Bibliotek;657;hovedbibliotek;Brændgårdvej 2;7400;Herning;56,136;8,976;ja;2012-01-01;',
      '756105;Nordby Bibliotek;0563;filial;;6720;Fanø;55.45;8.40;nej;01-02-2012;',
      '765701;Nedlagt filial;0657;filial;;;;;;;2012-01-01;2019-12-31',
      '874321;Universitetet;0751;;;;;;;;;',
      '765702;Skolens samling;0657;skolebibliotek;;;;;;;;',
      '799900;Ingensteds;0657;;;;;;;;;',
      '765703;Uden kommune;9999;;;;;;;;;',
      '765704;Udlandet;0657;;;;;41,9;12,5;;;',
      '765705;Baglæns;0657;;;;;;;;2020-01-01;2019-01-01',
      '765706;To gange;0657;;;;;;;;;',
      '765706;To gange igen;0657;;;;;;;;;',
      '761500;Horsens Bibliotek;0615;;;;;;;måske;;',
    ].join('\n');
    const expected = [
      ...['changed', 'new', 'new', 'not-public', 'not-public', 'no-operator', 'municipality', 'coordinates'],
      ...['until', 'contradicts', 'contradicts', 'guidance'],
    ];
    expect(await verdicts('biblioteker', file)).toEqual(expected);
    expect(await seeLibrary(world, agency, '756105')).toBeUndefined();
    expect(await commit('biblioteker', file, agency)).toEqual({ ok: true, new: 2, changed: 1, same: 0, refused: 9 });
    expect(await commit('biblioteker', file, agency)).toEqual({ ok: true, new: 0, changed: 0, same: 3, refused: 9 });
    // Fanø's branch bears Esbjerg's number, so Esbjerg runs it.
    expect(await seeLibrary(world, agency, '756105')).toMatchObject({
      ...{ municipality: 'Fanø', service: 'Bibliotekerne i Esbjerg', openedOn: '2012-02-01', guidancePoint: false },
    });
    expect(await seeLibrary(world, agency, '765701')).toMatchObject({ state: 'closed', closedOn: '2020-01-01' });
    expect((await seeLibrary(world, agency, libraries.herning))!.changes).toMatchObject([
      { kind: 'corrected', by: 'Stine Eksempel' },
    ]);
    const closing = `${head}\n765700;Herning Bibliotek;0657;;;;;;;;;2027-06-30\n756105;Nordby Bibliotek;0563;;;;;;;;;2027-06-30`;
    expect(await verdicts('biblioteker', closing)).toEqual(['has-people', 'changed']);
    expect(await commit('biblioteker', closing)).toMatchObject({ changed: 1, refused: 1 });
    expect(await seeLibrary(world, agency, '756105')).toMatchObject({ state: 'closes', closedOn: '2027-07-01' });
    const refused = await listRefusedPlaces(world, agency, { kind: 'biblioteker', text: closing });
    expect(refused!.rows.map(({ line, refusal, cells }) => [line, refusal, cells[0]])).toEqual([
      [2, 'has-people', '765700'],
    ]);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('of the size of the whole country is read, with Danish letters in an old encoding', async () => {
    const { preview, commit } = await stage();
    const codes = (await world.db.selectFrom('municipality').select('code').orderBy('code').execute()).map(
      ({ code }) => code,
    );
    const rows = Array.from({ length: 570 }, (_, at) => {
      const code = codes[at % codes.length]!;
      return `7${code.slice(1)}${String(10 + Math.floor(at / codes.length)).padStart(2, '0')};Ærø bibliotek ${at};${code}`;
    });
    const text = ['biblioteksnummer;navn;kommunekode', ...rows].join('\r\n');
    const seen = await preview('biblioteker', iconv.encode(text, 'windows-1252'));
    expect([seen.encoding, seen.rows.filter(({ verdict }) => verdict === 'new').length]).toEqual(['windows-1252', 570]);
    expect(seen.rows[0]!.name).toBe('Ærø bibliotek 0');
    expect(await commit('biblioteker', seen.text)).toMatchObject({ new: 570, refused: 0 });
    expect(await commit('biblioteker', seen.text)).toMatchObject({ new: 0, changed: 0, same: 570 });
  });

  test('of the target group becomes what sessions are held against, with source and year, and the population', async () => {
    const { agency, verdicts, commit } = await stage();
    const columns = 'kommunekode;periode;indbyggere;firmaer_i_alt;kilde';
    const file = [
      columns,
      '657;2026;90.000;6000;Kommunens egen optælling',
      '0615;2026-01-01;;0;Kommunens egen optælling',
      '0461;2026-01-01;mange;;X',
      '0461;2026-01-02;;;X',
      '0461;2029-01-01;5;;X',
      '9999;2026-01-01;5;;X',
      '0561;2026-01-01;5;;',
    ].join('\n');
    const expected = ['new', 'new', 'figure', 'no-figure', 'period', 'municipality', 'source'];
    expect(await verdicts('maalgruppe', file)).toEqual(expected);
    const required = async (day: string) =>
      (await readinessOfTheCountry(world, day)).services.find(({ serviceId }) => serviceId === 'tjeneste-0657')!
        .municipalities[0]!.population;
    const before = await required('2025-12-31');
    expect(await commit('maalgruppe', file)).toEqual({ ok: true, new: 2, changed: 0, same: 0, refused: 5 });
    expect(await commit('maalgruppe', file)).toEqual({ ok: true, new: 0, changed: 0, same: 2, refused: 5 });
    const at = async (day: string, code: string) =>
      (await guidanceFigures(world, day)).municipalities.find(({ key }) => key === code)!;
    expect(await at('2026-11-24', '0657')).toMatchObject({
      inhabitants: { value: 90_000, source: 'Kommunens egen optælling', year: '2026' },
      firms: { value: 6_000, source: 'Kommunens egen optælling', year: '2026' },
    });
    expect((await at('2026-11-24', '0615')).perFirms).toEqual({ per1000: null, why: 'zero' });
    expect((await at('2026-11-24', '0461')).perFirms).toEqual({ per1000: null, why: 'no-figure' });
    expect((await at('2025-12-31', '0657')).firms.value).toBeNull();
    expect([await required('2025-12-31'), await required('2026-01-01')]).toEqual([before, 90_000]);
    const place = async (asOf: string) =>
      (await seeMunicipality(world, agency, { code: '0657', asOf, language: 'da' }))!.targetGroup;
    expect(await place('2026-11-24')).toEqual({
      firms: { value: 6_000, year: '2026', source: 'Kommunens egen optælling' },
      ...{ firmsWithoutEmployees: null, firms1to9: null, associations: null },
    });
    expect((await place('2025-12-31')).firms).toBeNull();
    const sizes = 'kommunekode;periode;firmaer_1_9_ansatte;foreninger_med_cvr;kilde\n0657;2025;40;7;CVR';
    await commit('maalgruppe', sizes);
    expect(await place('2026-11-24')).toMatchObject({
      firms: { year: '2026' },
      firms1to9: { value: 40, year: '2025', source: 'CVR' },
      associations: { value: 7, year: '2025', source: 'CVR' },
    });
    const corrected = `${columns}\n0657;2026-01-01;;6100;Kommunens egen optælling`;
    expect(await verdicts('maalgruppe', corrected)).toEqual(['changed']);
    await commit('maalgruppe', corrected);
    expect(await at('2026-11-24', '0657')).toMatchObject({ inhabitants: { value: 90_000 }, firms: { value: 6_100 } });
  });

  test('is shown with the services whose readiness it changes today, and the preview leaves nothing behind', async () => {
    const { preview, commit } = await stage();
    for (const [at, givenName] of ['Vera', 'Villy', 'Vita'].entries()) {
      const { personId } = await somebody(world, { givenName, roles: ['adviser'], library: libraries.herning });
      await putCertificate(world, { personId, number: `2026-0000${at}`, code: `A${at}`, issuedOn: '2026-01-10' });
    }
    const file = (inhabitants: number) =>
      `kommunekode;periode;indbyggere;kilde\n0657;2026-01-01;${inhabitants};Danmarks Statistik`;
    const day = world.clock.at.slice(0, 10);
    const staffing = async () =>
      (await readinessOfTheCountry(world, day, { services: ['tjeneste-0657'] })).services[0]!.staffing;
    const before = await staffing();
    const { readiness } = await preview('maalgruppe', file(200_000));
    expect(readiness?.changed.map(({ name, to, gates }) => [name, to, gates.map(({ key }) => key)])).toEqual([
      [expect.stringContaining('Herning'), 'ikke-klar', ['bemanding']],
    ]);
    expect(readiness?.same).toBeGreaterThan(90);
    expect(await staffing()).toEqual(before);
    expect(await world.db.selectFrom('target_group').selectAll().execute()).toEqual([]);
    expect((await preview('maalgruppe', file(88_000))).readiness?.changed).toEqual([]);
    await commit('maalgruppe', file(200_000));
    expect((await staffing()).required).toBe(7);
    expect((await preview('maalgruppe', file(200_000))).readiness).toBeNull();
  });

  test('of advisers adds them, ends who leaves and moves nobody; only who manages people may send it', async () => {
    const { agency, boss, verdicts, commit } = await stage();
    const columns = 'medarbejder_id;fornavn;efternavn;arbejdsmail;biblioteksnummer;rolle;startdato;slutdato';
    const vera = { givenName: 'Vera', familyName: 'Eksempel', email: 'vera@b.example', roles: ['adviser' as const] };
    await addPerson(world, null, { ...vera, library: libraries.herning, from: '2026-01-05' });
    await addPerson(world, null, { ...vera, email: 'leder@b.example', roles: ['course-leader'] });
    const file = [
      columns,
      '1;Åse;Eksempel;AASE@b.example;765700;vejleder;2026-01-05;',
      '2;Vera;Eksempel;vera@b.example;765700;vejleder;2026-01-05;31-12-2026',
      '3;Bo;Eksempel;nej;765700;vejleder;;',
      '4;Ib;Eksempel;ib@b.example;999999;vejleder;;',
      '5;Ea;Eksempel;ea@b.example;765700;kursusleder;;',
      '6;Leder;Eksempel;leder@b.example;765700;;;',
      '7;Tidlig;Eksempel;tidlig@b.example;765700;;1999-01-01;',
    ].join('\n');
    expect(await verdicts('vejledere', file)).toEqual([
      ...['new', 'changed', 'email', 'library', 'role', 'not-adviser', 'library-not-open'],
    ]);
    expect(await commit('vejledere', file)).toEqual({ ok: true, new: 1, changed: 1, same: 0, refused: 5 });
    expect(await commit('vejledere', file)).toEqual({ ok: true, new: 0, changed: 0, same: 2, refused: 5 });
    expect((await seeWork(world, boss, { email: 'vera@b.example' }))!.affiliations).toMatchObject([
      { number: libraries.herning, lastDay: '2026-12-31' },
    ]);
    const elsewhere = `${columns}\n1;Åse;Eksempel;aase@b.example;746100;;;`;
    expect(await verdicts('vejledere', elsewhere)).toEqual(['elsewhere']);
    expect(kindsFor(agency)).toEqual(['biblioteker', 'maalgruppe']);
    expect(await commit('vejledere', file, agency)).toEqual({ ok: false, reason: 'no-kind' });
    const kim = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    expect(await commit('biblioteker', file, kim)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await listRefusedPlaces(world, kim, { kind: 'biblioteker', text: file })).toBeUndefined();
  });

  test('that cannot be read is refused whole, with what to do', async () => {
    const { boss, commit } = await stage();
    const reasonOf = async (bytes: Uint8Array) => {
      const outcome = await previewPlaces(world, boss, { kind: 'biblioteker', bytes });
      return outcome.ok ? 'ok' : outcome.reason;
    };
    expect(await reasonOf(Buffer.from(''))).toBe('empty');
    expect(await reasonOf(Buffer.from('navn;kommunekode\nA;0657'))).toBe('missing-column');
    expect(await reasonOf(Buffer.from(`${head}\n`))).toBe('no-rows');
    expect(await reasonOf(readFileSync('app/styles/fonts/IBMPlexSans-Regular-Latin1.woff2'))).toBe('not-csv');
    expect(await commit('ukendt', head)).toEqual({ ok: false, reason: 'no-kind' });
  });
});
