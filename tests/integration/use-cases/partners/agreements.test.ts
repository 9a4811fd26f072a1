import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, describe, expect, test } from 'vitest';
import type { AgreementInput } from '#app/use-cases/partners/agreement-issues-of.ts';
import { readAgreementDocument } from '#app/use-cases/partners/read-agreement-document.server.ts';
import { recordAgreement } from '#app/use-cases/partners/record-agreement.server.ts';
import { remindOfAgreements } from '#app/use-cases/partners/remind-of-agreements.server.ts';
import { seeAgreement } from '#app/use-cases/partners/see-agreement.server.ts';
import { seePartners } from '#app/use-cases/partners/see-partners.server.ts';
import { withdrawRecord } from '#app/use-cases/partners/withdraw-record.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const herning = 'tjeneste-0657';
const pdf = async () => (await PDFDocument.create()).save();

onBothDatabases('an agreement', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const stranger = await somebody(world, { givenName: 'Kaj', roles: ['contact-person'], library: libraries.odense });
    const file = { name: 'aftale.pdf', bytes: await pdf() };
    const input = (more: Partial<AgreementInput> = {}): AgreementInput => ({
      serviceId: herning,
      purpose: 'commitment',
      partner: 'Styrelsen',
      about: 'Tilsagn',
      signedBy: 'Kulturchef',
      from: '2026-01-01',
      lastDay: '2027-01-31',
      files: [file],
      ...more,
    });
    const record = async (more: Partial<AgreementInput> = {}, viewer = contact) =>
      recordAgreement(world, viewer, input(more));
    const recorded = async (more: Partial<AgreementInput> = {}, viewer = contact) => {
      const outcome = await record(more, viewer);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      return outcome.id;
    };
    const issues = async (more: Partial<AgreementInput>) => {
      const outcome = await record(more);
      return outcome.ok || outcome.reason !== 'not-an-agreement'
        ? outcome
        : outcome.issues.map(({ field, problem }) => `${field} ${problem}`);
    };
    const gate = async (asOf = '2026-11-24', knownOn?: string) => {
      const { services } = await readinessOfTheCountry(world, asOf, { knownOn });
      return services.find(({ serviceId }) => serviceId === herning)!.gates.find(({ key }) => key === 'aftale')!.value;
    };
    return { agency, contact, stranger, file, record, recorded, issues, gate };
  }

  test('of a place meets its gate while it is in force, from its first day on', async () => {
    const { recorded, gate } = await begin();
    expect(await gate()).toBe('ukendt');
    await recorded();
    expect(await Promise.all(['2025-12-31', '2026-01-01', '2026-11-24'].map((day) => gate(day)))).toEqual([
      'ukendt',
      'opfyldt',
      'opfyldt',
    ]);
    // What was known before it was recorded does not change.
    expect(await gate('2026-11-23', '2026-11-23')).toBe('ukendt');
  });

  test('is refused with a reversed period, a missing paper, a file of a wrong kind and two files', async () => {
    const { issues, file } = await begin();
    expect(await issues({ from: '2027-02-01' })).toEqual(['lastDay before-from']);
    expect(await issues({ from: '31/1', lastDay: '' })).toEqual(['from not-a-day', 'lastDay missing']);
    expect(await issues({ files: [] })).toEqual(['document missing']);
    expect(await issues({ files: [{ name: 'aftale.pdf', bytes: Buffer.from('not a pdf') }] })).toEqual([
      'document file-type',
    ]);
    expect(await issues({ files: [{ name: 'aftale.txt', bytes: Buffer.from('Aftale') }] })).toEqual([
      'document file-type',
    ]);
    expect(await issues({ files: [{ name: 'aftale.pdf', bytes: new Uint8Array() }] })).toEqual(['document file-empty']);
    expect(await issues({ files: [file, file] })).toEqual(['document too-many-files']);
    expect(await issues({ partner: ' ', about: 'x'.repeat(201), signedBy: '', purpose: '' })).toEqual([
      'purpose missing',
      'partner missing',
      'about too-long',
      'signedBy missing',
    ]);
    expect(await world.db.selectFrom('agreement').select('id').execute()).toEqual([]);
    expect(await world.db.selectFrom('document').select('sha256').execute()).toEqual([]);
  });

  test('that could meet a gate belongs to a place', async () => {
    const { record, agency } = await begin();
    expect(await record({ serviceId: '' }, agency)).toMatchObject({
      reason: 'not-an-agreement',
      issues: [{ field: 'service', problem: 'missing' }],
    });
  });

  test('about the same never overlaps another, and may follow it from the day after', async () => {
    const { record, issues, recorded } = await begin();
    await recorded();
    expect(await issues({ from: '2027-01-31', lastDay: '2028-01-31' })).toEqual(['from overlaps']);
    expect(await issues({ partner: ' STYRELSEN', from: '2026-06-01', lastDay: '2026-07-01' })).toEqual([
      'from overlaps',
    ]);
    expect(await record({ from: '2027-02-01', lastDay: '2028-01-31' })).toMatchObject({ ok: true });
    expect(await record({ partner: 'Kommunen' })).toMatchObject({ ok: true });
  });

  test('that is recorded by two people at the same time is recorded once', async () => {
    const { record, agency, contact } = await begin();
    const outcomes = await Promise.all([record({}, contact), record({}, agency)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('that is sent twice is recorded once', async () => {
    const { record } = await begin();
    const [first, again] = [await record({ operationId: 'one' }), await record({ operationId: 'one' })];
    expect(again).toEqual(first);
    expect(first).toMatchObject({ ok: true });
  });

  test('is recorded and seen by its own contact person and the agency alone', async () => {
    const { record, recorded, agency, contact, stranger } = await begin();
    expect(await record({}, stranger)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await record({ serviceId: '', purpose: 'cooperation' })).toEqual({ ok: false, reason: 'forbidden' });
    const own = await recorded();
    const national = await recorded({ serviceId: '', purpose: 'cooperation', partner: 'KL', files: [] }, agency);
    expect(await record({ corrects: own, why: 'Forkert dag' }, stranger)).toEqual({ ok: false, reason: 'not-found' });
    expect(await withdrawRecord(world, stranger, { kind: 'agreement', id: own, why: 'Forkert dag' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    const sees = async (viewer: typeof agency) => [
      ...(await Promise.all([own, national].map((id) => seeAgreement(world, viewer, id)))).map(Boolean),
      Boolean(await readAgreementDocument(world, viewer, own)),
      (await seePartners(world, viewer))!.agreements.map(({ partner }) => partner),
    ];
    expect(await sees(agency)).toEqual([true, true, true, ['KL']]);
    expect(await sees(contact)).toEqual([true, false, true, ['Styrelsen']]);
    expect(await sees(stranger)).toEqual([false, false, false, []]);
    const on = async (asOf: string, knownOn?: string) =>
      (await seePartners(world, agency, { asOf, knownOn }))!.agreements.map(({ standing }) => standing);
    expect([await on('2011-01-01'), await on('2050-01-01'), await on('2026-11-24', '2026-11-01')]).toEqual([
      ['coming'],
      ['ended'],
      [],
    ]);
    const inRegion = async (region: string) => (await seePartners(world, agency, { region }))!.ofServices.length;
    expect([await inRegion('Region Midtjylland'), await inRegion('Region Nordjylland')]).toEqual([1, 0]);
  });

  test('gives back the bytes and the name of its document', async () => {
    const { recorded, contact, file } = await begin();
    const found = await readAgreementDocument(world, contact, await recorded());
    expect(found).toMatchObject({ name: 'aftale.pdf', type: 'application/pdf' });
    expect(Buffer.from(found!.bytes).equals(Buffer.from(file.bytes))).toBe(true);
  });

  test('is corrected by a new version that keeps the document, and only the latest can be corrected', async () => {
    const { record, recorded, contact, gate } = await begin();
    const first = await recorded();
    pass(world, 24 * 60);
    const second = await recorded({ corrects: first, lastDay: '2026-11-01', why: 'Sluttede før tid', files: [] });
    expect(await gate('2026-11-25')).toBe('ukendt');
    expect(await gate('2026-11-24', '2026-11-24')).toBe('opfyldt');
    expect(await seeAgreement(world, contact, first)).toMatchObject({ stands: false, latestId: second });
    expect(await seeAgreement(world, contact, second)).toMatchObject({
      stands: true,
      document: 'aftale.pdf',
      versions: [{ id: second, why: 'Sluttede før tid' }, { id: first }],
    });
    expect(await record({ corrects: first, why: 'Sent' })).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await record({ corrects: second, why: '' })).toMatchObject({
      issues: [{ field: 'why', problem: 'missing' }],
    });
  });

  test('that is taken back counts no more, and its rows stay', async () => {
    const { recorded, contact, gate } = await begin();
    const id = await recorded();
    expect(await withdrawRecord(world, contact, { kind: 'agreement', id: id, why: 'nej' })).toMatchObject({
      reason: 'no-reason',
    });
    expect(await withdrawRecord(world, contact, { kind: 'agreement', id: id, why: 'Dobbelt skrevet' })).toEqual({
      ok: true,
    });
    expect(await withdrawRecord(world, contact, { kind: 'agreement', id: id, why: 'Dobbelt skrevet' })).toMatchObject({
      reason: 'changed-meanwhile',
    });
    expect(await gate()).toBe('ukendt');
    expect(await seeAgreement(world, contact, id)).toMatchObject({ stands: false, withdrawn: true, latestId: null });
    expect((await seePartners(world, contact))!.agreements).toEqual([]);
  });

  describe('that ends', () => {
    const sent = async () => {
      await remindOfAgreements(world);
      await remindOfAgreements(world);
      await deliverOutbox(world);
      const letters = world.letters.map(({ recipient }) => recipient.split('-')[0]);
      world.letters.length = 0;
      return letters;
    };

    test('is told of at 90 and at 30 days, once each, to its own contact person', async () => {
      const { recorded } = await begin();
      await recorded({ lastDay: '2027-02-22' });
      expect(await sent()).toEqual([]);
      world.clock.at = '2026-11-25T09:00:00.000Z';
      expect(await sent()).toEqual(['kim']);
      world.clock.at = '2027-01-23T09:00:00.000Z';
      expect(await sent()).toEqual([]);
      world.clock.at = '2027-01-24T09:00:00.000Z';
      expect(await sent()).toEqual(['kim']);
      world.clock.at = '2027-02-24T09:00:00.000Z';
      expect(await sent()).toEqual([]);
    });
    test('is told of to the agency where it holds for the country, and not where it was renewed', async () => {
      const { recorded, agency } = await begin();
      const national = { serviceId: '', purpose: 'cooperation', files: [], lastDay: '2026-12-31' };
      await recorded({ ...national, partner: 'KL' }, agency);
      await recorded({ ...national, partner: 'SKAT' }, agency);
      await recorded({ ...national, partner: 'SKAT', from: '2027-01-01', lastDay: '2027-12-31' }, agency);
      expect(await sent()).toEqual(['stine']);
    });
    test('is not told of again after a correction that keeps the last day', async () => {
      const { recorded } = await begin();
      const id = await recorded({ lastDay: '2027-01-31' });
      expect(await sent()).toEqual(['kim']);
      await recorded({ corrects: id, lastDay: '2027-01-31', about: 'Tilsagn 2027', why: 'Bedre ord' });
      expect(await sent()).toEqual([]);
    });
  });
});
