import { afterEach, expect, test } from 'vitest';
import { listOutreach } from '#app/use-cases/partners/list-outreach.server.ts';
import { readOutreachFile } from '#app/use-cases/partners/read-outreach-file.server.ts';
import { recordOutreach } from '#app/use-cases/partners/record-outreach.server.ts';
import { seeOutreach } from '#app/use-cases/partners/see-outreach.server.ts';
import { withdrawRecord } from '#app/use-cases/partners/withdraw-record.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { countOutreach } from '#db/queries/outreach.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const [herning, odense] = ['tjeneste-0657', 'tjeneste-0461'];
type Given = Partial<Parameters<typeof recordOutreach>[2]>;

onBothDatabases('outreach', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const stranger = await somebody(world, { givenName: 'Kaj', roles: ['contact-person'], library: libraries.odense });
    const record = (more: Given = {}, viewer: Viewer = contact) =>
      recordOutreach(world, viewer, {
        serviceId: herning,
        channel: 'local-paper',
        onDay: '2026-11-20',
        lastDay: '',
        place: 'Lokalavisen',
        amount: '1',
        note: '',
        cost: '',
        paidBy: '',
        answer: 'none',
        files: [],
        ...more,
      });
    const recorded = async (more: Given = {}, viewer?: Viewer) => {
      const outcome = await record(more, viewer);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      return outcome.id;
    };
    const points = async (asOf = '2026-11-24', knownOn?: string) => {
      const { services } = await readinessOfTheCountry(world, asOf, { knownOn });
      const service = services.find(({ serviceId }) => serviceId === herning)!;
      return service.scoreParts.find(({ key }) => key === 'markedsfoering')!.points;
    };
    return { agency, contact, stranger, record, recorded, points };
  }

  test('gives its place five points for each of the four channels in the last 12 months', async () => {
    const { recorded, points, agency } = await begin();
    expect(await points()).toBe(0);
    await recorded();
    await recorded({ onDay: '2026-11-21' });
    expect(await points()).toBe(5);
    for (const channel of ['web', 'invitation']) await recorded({ channel });
    await recorded({ channel: 'posters', onDay: '2025-11-24' });
    await recorded({ channel: 'posters', serviceId: '' }, agency);
    await recorded({ channel: 'posters', serviceId: odense }, agency);
    expect(await points()).toBe(5);
    for (const channel of ['posters', 'flyers', 'advertisements']) await recorded({ channel });
    expect(await points()).toBe(20);
    expect(await points('2026-11-24', '2026-11-23')).toBe(0);
  });

  test('is counted by channel, with places, copies, cost and the answers to invitations', async () => {
    const { recorded, agency } = await begin();
    await recorded({ channel: 'flyers', amount: '400', cost: '2600', paidBy: 'Pulje' });
    await recorded({ channel: 'flyers', amount: '100', serviceId: odense }, agency);
    const sent = await recorded({ channel: 'invitation', place: 'Ældrerådet' });
    await recorded({ channel: 'invitation', place: 'Erhvervsrådet' });
    await recorded({ channel: 'invitation', place: 'Ældrerådet', corrects: sent, answer: 'yes' });
    await recorded({ channel: 'web', onDay: '2026-10-31' });
    const counted = (services: 'all' | string[]) =>
      countOutreach(world.db, { services, from: '2026-11-01', to: '2026-11-30' });
    expect(await counted('all')).toEqual([
      { channel: 'flyers', efforts: 2, services: 2, amount: 500, cost: 2600, answered: 0, accepted: 0 },
      { channel: 'invitation', efforts: 2, services: 1, amount: 2, cost: 0, answered: 1, accepted: 1 },
    ]);
    expect(await counted([odense])).toMatchObject([{ channel: 'flyers', efforts: 1, amount: 100 }]);
    expect(await counted([])).toEqual([]);
  });

  test('keeps the file that was printed, through a correction', async () => {
    const { recorded, contact, stranger } = await begin();
    const files = [{ name: 'avisside.txt', bytes: Buffer.from('Gratis hjælp') }];
    const first = await recorded({ files });
    const second = await recorded({ corrects: first, place: 'Ugeavisen' });
    const found = await readOutreachFile(world, contact, second);
    expect([found?.name, Buffer.from(found!.bytes).toString()]).toEqual(['avisside.txt', 'Gratis hjælp']);
    expect(await readOutreachFile(world, stranger, second)).toBeUndefined();
  });

  test('is refused in the future, with a file of a wrong kind and two files, and nothing is stored', async () => {
    const { record } = await begin();
    const issues = async (more: Given) => {
      const outcome = await record(more);
      return outcome.ok || outcome.reason !== 'not-outreach' ? outcome : outcome.issues;
    };
    expect(await issues({ onDay: '2026-11-25' })).toEqual([{ field: 'onDay', problem: 'not-yet' }]);
    const program = { name: 'plakat.exe', bytes: Buffer.from([0x4d, 0x5a, 0, 0, 1, 2, 3, 4]) };
    expect(await issues({ files: [program] })).toEqual([{ field: 'document', problem: 'file-type' }]);
    expect(await issues({ files: [program, program] })).toEqual([{ field: 'document', problem: 'too-many-files' }]);
    for (const table of ['outreach', 'document'] as const)
      expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  test('that is sent twice is recorded once, and only the latest version can be corrected or taken back', async () => {
    const { record, recorded, contact, points } = await begin();
    const [first, again] = [await record({ operationId: 'one' }), await record({ operationId: 'one' })];
    expect(again).toEqual(first);
    const { id } = first as { id: string };
    const second = await recorded({ corrects: id, channel: 'posters' });
    expect(await record({ corrects: id })).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await points()).toBe(5);
    pass(world, 24 * 60);
    expect(await withdrawRecord(world, contact, { kind: 'outreach', id: second, why: 'Skrevet to gange' })).toEqual({
      ok: true,
    });
    expect([await points('2026-11-25'), await points('2026-11-24', '2026-11-24')]).toEqual([0, 5]);
    expect(await seeOutreach(world, contact, second)).toMatchObject({ stands: false, withdrawn: true });
  });

  test('is recorded and seen by its own contact person and the agency alone', async () => {
    const { record, recorded, agency, contact, stranger } = await begin();
    expect(await record({}, stranger)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await record({ serviceId: '' })).toEqual({ ok: false, reason: 'forbidden' });
    const id = await recorded();
    expect(await record({ corrects: id }, stranger)).toEqual({ ok: false, reason: 'not-found' });
    expect(await withdrawRecord(world, stranger, { kind: 'outreach', id: id, why: 'Skrevet to gange' })).toMatchObject({
      ok: false,
    });
    expect(await seeOutreach(world, stranger, id)).toBeUndefined();
    const efforts = async (viewer: Viewer) => (await listOutreach(world, viewer, 10)).latest.length;
    expect([await efforts(agency), await efforts(contact), await efforts(stranger)]).toEqual([1, 1, 0]);
    const on = async (asOf: string, knownOn?: string) => {
      const { latest, channels } = await listOutreach(world, agency, 10, { asOf, knownOn });
      return [latest.length, channels.length];
    };
    expect([await on('2026-11-20'), await on('2026-11-19'), await on('2026-11-22', '2026-11-21')]).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
  });
});
