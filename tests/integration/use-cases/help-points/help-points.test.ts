import { afterEach, expect, test } from 'vitest';
import { findPlaces } from '#app/use-cases/help-points/find-places.ts';
import { helpPlaces } from '#app/use-cases/help-points/help-places.server.ts';
import { listHelpPointEntries } from '#app/use-cases/help-points/list-help-point-entries.server.ts';
import { recordHelpConsent } from '#app/use-cases/help-points/record-help-consent.server.ts';
import { recordHelpPoint } from '#app/use-cases/help-points/record-help-point.server.ts';
import { seeHelpPoint } from '#app/use-cases/help-points/see-help-point.server.ts';
import { seePublicHelp } from '#app/use-cases/help-points/see-public-help.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { appendRollout } from '#db/queries/rollout.ts';
import { insertMove, insertWave } from '#db/queries/wave.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const [herning, odense] = ['tjeneste-0657', 'tjeneste-0461'];
type Given = Partial<Parameters<typeof recordHelpPoint>[2]>;

onBothDatabases('help points', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const say = (more: Given = {}, viewer: Viewer = contact) =>
      recordHelpPoint(world, viewer, {
        ...{ serviceId: herning, times: 'Mandag 14–17', place: '1. sal', booking: 'Nej', phone: '' },
        ...{ languages: 'Dansk', access: '', topics: ['vat', 'moving'], from: '2026-11-24', ...more },
      });
    const agree = (given = true, viewer: Viewer = contact, more = {}) =>
      recordHelpConsent(world, viewer, { serviceId: herning, given, saidBy: given ? 'Chefen' : '', ...more });
    const live = () =>
      appendRollout(world.db, {
        ...{ id: world.newId(), service_id: herning, type: 'live', on_day: '2026-11-24', note: 'n', by_person: null },
        ...{ at: world.now(), recorded_at: world.now(), client_op_id: null },
      });
    const shown = async () => (await helpPlaces(world)).find(({ code }) => code === '0657')!;
    return { agency, contact, adviser, say, agree, live, shown };
  }

  test('a place is shown when it agreed, said how and is live, and is gone at once when it says no', async () => {
    const { say, agree, live, shown } = await begin();
    expect((await shown()).standing).toEqual({ is: 'ask' });
    expect(await say()).toEqual({ ok: true });
    await live();
    expect(await shown()).toMatchObject({ standing: { is: 'ask' }, point: null });
    expect(await agree()).toEqual({ ok: true });
    expect(await shown()).toMatchObject({
      standing: { is: 'now' },
      point: { times: 'Mandag 14–17', toldBy: 'library' },
    });
    pass(world, 5);
    expect(await agree(false)).toEqual({ ok: true });
    expect(await shown()).toMatchObject({ standing: { is: 'ask' }, point: null });
    const page = await seePublicHelp(world, { asked: 'Herning', language: 'da' });
    expect([page.now, page.place?.said]).toEqual([[], null]);
  });

  test('a place in a wave that opens later is shown with that day', async () => {
    const { agree, shown } = await begin();
    const at = world.now();
    await insertWave(world.db, {
      ...{ id: 'w', first_id: 'w', name: 'Bølge 2', opens_on: '2027-03-01', corrects: null, withdrawn: 0, why: '' },
      ...{ by_person: null, client_op_id: null, recorded_at: at },
    });
    await insertMove(world.db, {
      ...{ id: 'm', service_id: herning, seq: 1, wave_id: 'w', from_day: '2026-11-24', why: '', by_person: null },
      ...{ client_op_id: null, recorded_at: at },
    });
    expect((await shown()).standing).toEqual({ is: 'ask' });
    await agree();
    expect((await shown()).standing).toEqual({ is: 'from', day: '2027-03-01' });
    expect((await seePublicHelp(world, { asked: '', language: 'da' })).later).toEqual([
      { day: '2027-03-01', codes: ['0657'], names: ['Herning'] },
    ]);
  });

  test('only the own contact person, the agency and an administrator write, and a stranger finds nothing', async () => {
    const { agency, adviser, contact, say, agree } = await begin();
    expect(await say({}, agency)).toEqual({ ok: true });
    for (const attempt of [say({}, adviser), say({ serviceId: odense }), agree(true, adviser)])
      expect(await attempt).toEqual({ ok: false, reason: 'not-found' });
    expect(await say({ serviceId: 'tjeneste-9999' }, agency)).toEqual({ ok: false, reason: 'not-found' });
    expect(await seeHelpPoint(world, adviser, { serviceId: herning, language: 'da' })).toBeUndefined();
    expect(await seeHelpPoint(world, contact, { serviceId: odense, language: 'da' })).toBeUndefined();
    expect(await listHelpPointEntries(world, adviser)).toBeUndefined();
    expect((await listHelpPointEntries(world, contact))?.map(({ serviceId }) => serviceId)).toEqual([herning]);
    expect(await listHelpPointEntries(world, agency)).toHaveLength(98);
  });

  test('every text and every answer stays, with who and when', async () => {
    const { agency, contact, say, agree } = await begin();
    await say({}, agency);
    pass(world, 1);
    await agree();
    pass(world, 1);
    await say({ times: 'Tirsdag 10–12' });
    pass(world, 1);
    await agree(false);
    const seen = await seeHelpPoint(world, contact, { serviceId: herning, language: 'da' });
    expect(seen?.versions.map(({ times, toldBy, by }) => [times, toldBy, by?.split(' ')[0]])).toEqual([
      ['Tirsdag 10–12', 'library', 'Kim'],
      ['Mandag 14–17', 'agency', 'Stine'],
    ]);
    expect(seen?.consents.map(({ given, saidBy }) => [given, saidBy])).toEqual([
      [false, ''],
      [true, 'Chefen'],
    ]);
    const audits = await world.db.selectFrom('audit').select('action').where('action', 'like', 'help-%').execute();
    expect(audits.map(({ action }) => action).sort()).toEqual([
      ...['help-consent-given', 'help-consent-withdrawn', 'help-point-recorded', 'help-point-recorded'],
    ]);
  });

  test('a text for a coming day is shown from that day', async () => {
    const { say, agree, live, shown } = await begin();
    await say();
    await live();
    await agree();
    expect(await say({ times: 'Fredag', from: '2026-11-26' })).toEqual({ ok: true });
    expect((await shown()).point?.times).toBe('Mandag 14–17');
    pass(world, 2 * 24 * 60);
    expect((await shown()).point?.times).toBe('Fredag');
    expect(await say({ from: '2026-11-25' })).toMatchObject({
      reason: 'not-a-help-point',
      issues: [{ field: 'from', problem: 'before-last' }],
    });
  });

  test('what is refused leaves nothing behind, and what is sent twice is recorded once', async () => {
    const { say, agree } = await begin();
    expect(await say({ times: 'Ring 12 34 56 78' })).toMatchObject({ ok: false, reason: 'not-a-help-point' });
    expect(await agree(true, undefined, { saidBy: ' ' })).toEqual({ ok: false, reason: 'nobody' });
    expect(await agree(true, undefined, { saidBy: 'a@b.example' })).toEqual({ ok: false, reason: 'personal' });
    for (const table of ['help_point', 'help_consent'] as const)
      expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([]);
    await Promise.all([
      say({ operationId: 'one' }),
      say({ operationId: 'one' }),
      say({ operationId: 'two', times: 'x' }),
    ]);
    await Promise.all([agree(true, undefined, { operationId: 'one' }), agree(true, undefined, { operationId: 'two' })]);
    expect(await world.db.selectFrom('help_point').select('seq').orderBy('seq').execute()).toEqual([
      { seq: 1 },
      { seq: 2 },
    ]);
    expect(await world.db.selectFrom('help_consent').selectAll().execute()).toHaveLength(1);
  });

  test('a town is found whatever the case, the accents and the order of the words', async () => {
    await begin();
    const places = await helpPlaces(world);
    const names = (asked: string) => findPlaces(places, asked).map(({ name }) => name);
    expect(names('HERNING')).toEqual(['Herning']);
    expect(names('bibliotek herning')).toEqual(['Herning']);
    expect(names('aero')).toEqual(['Ærø']);
    expect(names('taarnby')).toEqual(['Tårnby']);
    expect(names('odense')).toEqual(['Odense']);
    expect(names('frederiks').length).toBeGreaterThan(1);
    expect(names('  ')).toEqual([]);
    expect(names('Atlantis')).toEqual([]);
    const page = await seePublicHelp(world, { asked: 'x'.repeat(500), language: 'en' });
    expect([page.place, page.several, page.asked.length]).toEqual([null, [], 80]);
  });
});
