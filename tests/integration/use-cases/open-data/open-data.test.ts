import { afterEach, expect, test } from 'vitest';
import { loader } from '#app/routes/open-data-file.ts';
import { recordHelpConsent } from '#app/use-cases/help-points/record-help-consent.server.ts';
import { recordHelpPoint } from '#app/use-cases/help-points/record-help-point.server.ts';
import { openDataFiles } from '#app/use-cases/open-data/open-data-files.server.ts';
import { appendRollout } from '#db/queries/rollout.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const serviceId = 'tjeneste-0657';

onBothDatabases('open data', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    await recordHelpPoint(world, contact, {
      ...{ serviceId, times: 'Mandag; "14–17"', place: '=1. sal', booking: 'Nej', phone: '' },
      ...{ languages: 'Dansk', access: '', topics: ['vat', 'moving'], from: '2026-11-24' },
    });
    await appendRollout(world.db, {
      ...{ id: 'live', service_id: serviceId, type: 'live', on_day: '2026-11-24', note: 'Note', by_person: null },
      ...{ at: world.now(), recorded_at: world.now(), client_op_id: null },
    });
    const consent = (given: boolean) => recordHelpConsent(world, contact, { serviceId, given, saidBy: 'Chefen' });
    await consent(true);
    return { consent };
  }
  const textOf = async (name: string) => (await openDataFiles(world)).files.find((file) => file.name === name)!.text;
  async function ask(file: string, headers: Record<string, string> = {}, client = 'a'): Promise<Response> {
    const request = new Request(`http://vejlederbevis.test/open-data/${file}`, { headers });
    const context = { world, viewer: undefined, language: 'da', client } as never;
    return loader({ request, params: { file }, context }).catch((thrown: Response) => thrown);
  }

  test('a place that agreed stands in both forms with the same values, and is gone at once when it says no', async () => {
    const { consent } = await begin();
    expect((await textOf('steder.csv')).split('\r\n')).toEqual([
      '\uFEFFkommunekode;biblioteksnummer;navn;betjener;tider;sted;adgang;bestilling;telefon;sprog;emner;gaelder_fra;set',
      `0657;765700;Bibliotekerne i Herning;0657;"Mandag; ""14–17""";'=1. sal;;Nej;;Dansk;vat moving;2026-11-24;2026-11-24`,
      '',
    ]);
    const parsed = JSON.parse(await textOf('steder.json'));
    expect(parsed).toMatchObject({ dataset: 'steder', asOf: '2026-11-24', licence: { name: 'CC-BY-4.0' } });
    expect(parsed.rows).toMatchObject([{ kommunekode: '0657', sted: '=1. sal', emner: ['vat', 'moving'] }]);
    pass(world, 1);
    await consent(false);
    expect(JSON.parse(await textOf('steder.json')).rows).toEqual([]);
  });

  test('a municipality is ready or not yet, with its stage and nothing of its staff', async () => {
    await begin();
    const { rows } = JSON.parse(await textOf('kommuner.json'));
    expect(rows).toHaveLength(98);
    expect(rows.find((row: { kommunekode: string }) => row.kommunekode === '0657')).toEqual({
      ...{ kommunekode: '0657', kommune: 'Herning', klar: 'endnu-ikke', trin: 'i-drift', dag: '2026-11-24' },
    });
  });

  test('no file names a person or has what somebody noted', async () => {
    await begin();
    const { files } = await openDataFiles(world);
    for (const { text } of files) expect(text).not.toMatch(/Kim|Chefen|Note|bibliotek\.example/);
  });

  test('the dictionary describes every column of every file in both languages', async () => {
    await begin();
    const { sets } = await openDataFiles(world);
    const { resources, licenses } = JSON.parse(await textOf('datapackage.json'));
    expect(licenses[0].path).toContain('creativecommons.org');
    for (const [at, { key, fields, rows }] of sets.entries()) {
      const head = (await textOf(`${key}.csv`)).slice(1).split('\r\n')[0]!.split(';');
      expect(resources[at].schema.fields.map(({ name }: { name: string }) => name)).toEqual(head);
      for (const row of rows) expect(row).toHaveLength(head.length);
      for (const { meaning, source, since } of fields)
        expect([meaning.da, meaning.en, source.da, source.en, since].every(Boolean)).toBe(true);
    }
  });

  test('other sites may read it, an unchanged file is not sent again, and a changed one is', async () => {
    const { consent } = await begin();
    const first = await ask('steder.csv');
    expect(first.status).toBe(200);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const etag = first.headers.get('etag')!;
    const modified = first.headers.get('last-modified')!;
    expect(modified).toBe('Tue, 24 Nov 2026 09:00:00 GMT');
    pass(world, 1);
    expect((await ask('steder.csv', { 'if-none-match': `"x", W/${etag}` })).status).toBe(304);
    const later = { 'if-modified-since': new Date(world.now()).toUTCString() };
    expect((await ask('steder.csv', later)).status).toBe(304);
    await consent(false);
    expect((await ask('steder.csv', { 'if-none-match': etag })).status).toBe(200);
    expect((await ask('steder.csv', later)).status).toBe(200);
  });

  test('an unknown file is not found, and a flood has to wait', async () => {
    await begin();
    for (const name of ['steder.xml', '..', 'people.csv']) expect((await ask(name)).status).toBe(404);
    world.tries.set('open-data-from:b', { hits: 1_200, endsAt: Date.parse(world.now()) + 60_000 });
    const refused = await ask('steder.csv', {}, 'b');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  });
});
