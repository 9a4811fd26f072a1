import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, expect, test } from 'vitest';
import { decideEvidence } from '#app/use-cases/readiness/evidence/decide-evidence.server.ts';
import type { EvidenceInput } from '#app/use-cases/readiness/evidence/evidence-issues-of.ts';
import { listWaitingEvidence } from '#app/use-cases/readiness/evidence/list-waiting-evidence.server.ts';
import { readEvidenceDocument } from '#app/use-cases/readiness/evidence/read-evidence-document.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { seeEvidence } from '#app/use-cases/readiness/evidence/see-evidence.server.ts';
import { withdrawEvidence } from '#app/use-cases/readiness/evidence/withdraw-evidence.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { sweepFiles } from '#app/use-cases/record/sweep-files.server.ts';
import { onBothDatabases } from '../../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../../world.ts';

const herning = 'tjeneste-0657';
const pdf = async () => (await PDFDocument.create()).save();

onBothDatabases('evidence', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const stranger = await somebody(world, { givenName: 'Kaj', roles: ['contact-person'], library: libraries.odense });
    const file = { name: 'tjekliste.pdf', bytes: await pdf() };
    const record = (viewer: typeof agency, more: Partial<EvidenceInput> = {}) =>
      recordEvidence(world, viewer, {
        ...{ serviceId: herning, gate: 'rum_udstyr', value: 'opfyldt', observedOn: '2026-11-20', lastDay: '' },
        ...{ note: 'Tjekliste' },
        ...more,
      });
    const recorded = async (viewer: typeof agency, more: Partial<EvidenceInput> = {}) => {
      expect(await record(viewer, more)).toEqual({ ok: true });
      pass(world, 1);
      const rows = await world.db.selectFrom('evidence').select('id').orderBy('at').execute();
      return rows.at(-1)!.id;
    };
    const issues = async (more: Partial<EvidenceInput>) => {
      const outcome = await record(agency, more);
      return outcome.ok || outcome.reason !== 'not-evidence'
        ? outcome
        : outcome.issues.map(({ field, problem }) => `${field} ${problem}`);
    };
    const gate = async (asOf = '2026-11-24', knownOn?: string) => {
      const { services } = await readinessOfTheCountry(world, asOf, { knownOn });
      const found = services
        .find(({ serviceId }) => serviceId === herning)!
        .gates.find(({ key }) => key === 'rum_udstyr')!;
      return `${found.value} ${found.reason.code}`;
    };
    const place = async (viewer = agency) =>
      (await seeMunicipality(world, viewer, { code: '0657', asOf: '2026-11-24', language: 'da' }))!;
    return { agency, contact, stranger, file, record, recorded, issues, gate, place };
  }

  test('keeps a document and a link, which others may read only where they may see the place', async () => {
    const { agency, contact, stranger, file, recorded, place } = await begin();
    const id = await recorded(contact, { files: [file], link: 'https://herning.example/rum' });
    world.clock.at = '2026-11-27T09:00:00.000Z';
    await sweepFiles(world);
    const read = async (viewer: typeof agency) => (await readEvidenceDocument(world, viewer, id))?.name;
    expect([await read(agency), await read(contact), await read(stranger)]).toEqual([
      ...['tjekliste.pdf', 'tjekliste.pdf', undefined],
    ]);
    expect(await seeEvidence(world, stranger, id)).toBeUndefined();
    expect((await place()).history).toMatchObject([
      { paper: { documentName: 'tjekliste.pdf', link: 'https://herning.example/rum', saidBy: 'place' } },
    ]);
  });

  test('is refused from the future, with an unknown gate, with files and links of the wrong kind, and stores nothing then', async () => {
    const { issues, file } = await begin();
    expect(await issues({ observedOn: '2026-11-25' })).toEqual(['observedOn in-the-future']);
    expect(await issues({ gate: 'ukendt_krav' })).toEqual(['gate missing']);
    expect(await issues({ serviceId: 'ingen' })).toEqual({ ok: false, reason: 'not-found' });
    for (const link of ['http://a.example', 'javascript:alert(1)', 'https://x:y@a.example', 'side.html', 'https://a'])
      expect(await issues({ link })).toEqual(['link not-https']);
    expect(await issues({ files: [file, file] })).toEqual(['document too-many-files']);
    expect(await issues({ files: [{ name: 'a.pdf', bytes: Buffer.from('nej') }] })).toEqual(['document file-type']);
    expect(await issues({ files: [{ name: 'a.txt', bytes: Buffer.from('Aftale') }] })).toEqual(['document file-type']);
    expect(await world.db.selectFrom('evidence').select('id').execute()).toEqual([]);
    expect(await world.db.selectFrom('document').select('sha256').execute()).toEqual([]);
  });

  test('of the place itself counts once the agency has confirmed it, and the earlier paper until then', async () => {
    const { agency, contact, recorded, gate, place } = await begin();
    const id = await recorded(contact);
    expect(await gate()).toBe('ukendt awaits');
    expect(await listWaitingEvidence(world, agency)).toMatchObject([{ id, codes: ['0657'], by: 'Kim Eksempel' }]);
    expect(await listWaitingEvidence(world, contact)).toBeUndefined();
    expect(await decideEvidence(world, contact, { evidenceId: id, confirm: true, reason: '' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    const outcomes = await Promise.all(
      [true, false].map((confirm) => decideEvidence(world, agency, { evidenceId: id, confirm, reason: 'Nej tak' })),
    );
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await listWaitingEvidence(world, agency)).toEqual([]);
    // Whichever was first is the decision.
    expect(await gate()).toBe(outcomes[0]!.ok ? 'opfyldt evidence' : 'ukendt no-evidence');
    const newer = await recorded(contact, { value: 'ikke-opfyldt', observedOn: '2026-11-23' });
    expect(await gate()).toBe(outcomes[0]!.ok ? 'opfyldt evidence' : 'ukendt awaits');
    const shown = (await place(contact)).gates.find(({ key }) => key === 'rum_udstyr');
    expect(shown).toMatchObject({ waiting: { id: newer, state: 'waiting' } });
    // Before it was confirmed it did not count, also when one looks back.
    expect(await gate('2026-11-23')).toBe('ukendt awaits');
  });

  test('that the agency declines is told to whoever said it, with the reason, and stays in the history', async () => {
    const { agency, contact, recorded, gate, place } = await begin();
    const id = await recorded(contact);
    const decline = (reason: string) => decideEvidence(world, agency, { evidenceId: id, confirm: false, reason });
    expect(await decline('Nej')).toEqual({ ok: false, reason: 'no-reason' });
    expect(await decline('Billedet viser et andet rum')).toEqual({ ok: true });
    expect(await decline('Billedet viser et andet rum')).toEqual({ ok: false, reason: 'changed-meanwhile' });
    await deliverOutbox(world);
    expect(world.letters.at(-1)?.body).toContain('Billedet viser et andet rum');
    expect(await gate()).toBe('ukendt no-evidence');
    expect((await place()).history).toMatchObject([
      { paper: { state: 'declined', decided: { by: 'Stine Eksempel', reason: 'Billedet viser et andet rum' } } },
    ]);
  });

  test('that is corrected counts no more, is marked with who and when, and was known then', async () => {
    const { agency, contact, recorded, gate, place, record } = await begin();
    const wrong = await recorded(agency);
    world.clock.at = '2026-11-26T09:00:00.000Z';
    const correction = { corrects: wrong, value: 'ikke-opfyldt', why: 'Det var et andet bibliotek' };
    expect(await record(contact, correction)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await record(agency, { ...correction, why: ' ' })).toMatchObject({
      issues: [{ field: 'why', problem: 'missing' }],
    });
    const outcomes = await Promise.all([record(agency, correction), record(agency, correction)]);
    expect(outcomes).toContainEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(outcomes).toContainEqual({ ok: true });
    expect(await gate('2026-11-26')).toBe('ikke-opfyldt said-no');
    expect(await gate('2026-11-26', '2026-11-25')).toBe('opfyldt evidence');
    expect((await place()).history).toMatchObject([
      { value: 'ikke-opfyldt', paper: { state: 'recorded', why: 'Det var et andet bibliotek' } },
      { value: 'opfyldt', paper: { state: 'corrected', later: { by: 'Stine Eksempel', on: '2026-11-26' } } },
    ]);
    const seen = (await seeEvidence(world, agency, wrong))!;
    expect(seen.versions.map(({ value }) => value)).toEqual(['opfyldt', 'ikke-opfyldt']);
    expect([seen.mayCorrect, seen.mayDecide]).toEqual([false, false]);
  });

  test('that is taken back leaves what was before, and a place takes back only what is not decided', async () => {
    const { agency, contact, recorded, gate } = await begin();
    const earlier = await recorded(agency, { observedOn: '2026-11-01' });
    const wrong = await recorded(agency, { value: 'ikke-opfyldt' });
    const own = await recorded(contact, { observedOn: '2026-11-22' });
    const back = (viewer: typeof agency, evidenceId: string, why = 'Skrevet ved en fejl') =>
      withdrawEvidence(world, viewer, { evidenceId, why });
    expect(await back(contact, earlier)).toEqual({ ok: false, reason: 'not-found' });
    expect(await back(contact, own)).toEqual({ ok: true });
    expect(await back(agency, wrong, '')).toEqual({ ok: false, reason: 'no-reason' });
    expect(await gate()).toBe('ikke-opfyldt said-no');
    expect(await back(agency, wrong)).toEqual({ ok: true });
    expect(await back(agency, wrong)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await gate()).toBe('opfyldt evidence');
    expect(await decideEvidence(world, agency, { evidenceId: own, confirm: true, reason: '' })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
  });
});
