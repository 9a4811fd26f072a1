import { afterEach, expect, test } from 'vitest';
import { askForEvidence } from '#app/use-cases/readiness/evidence/asking/ask-for-evidence.server.ts';
import { listPapersToAsk } from '#app/use-cases/readiness/evidence/asking/list-papers-to-ask.server.ts';
import { remindOfEvidence } from '#app/use-cases/readiness/evidence/asking/remind-of-evidence.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { onBothDatabases } from '../../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../../world.ts';

const herning = 'tjeneste-0657';
const horsens = 'tjeneste-0615';

onBothDatabases('asking for evidence', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    type Asked = Parameters<typeof askForEvidence>[2];
    const ask = (more: Partial<Asked> = {}, viewer = agency) =>
      askForEvidence(world, viewer, {
        papers: [{ serviceId: herning, gate: 'daekning' }],
        ...{ dueOn: '2026-12-18', message: '', again: false, send: true },
        ...more,
      });
    const letters = async () => {
      await deliverOutbox(world);
      return world.letters.map(({ subject }) => subject);
    };
    return { agency, contact, ask, letters };
  }

  test('shows the letter first, sends it once, and is seen with its date on the page of the place', async () => {
    const { agency, contact, ask, letters } = await begin();
    const papers = ['daekning', 'rum_udstyr'].map((gate) => ({ serviceId: herning, gate }));
    const given = { papers, message: 'Jeres plan er fra august.', operationId: 'form' };
    const shown = await ask({ ...given, send: false });
    expect(shown).toMatchObject({
      ok: true,
      preview: { letters: [{ name: 'Kim Eksempel', gates: ['daekning', 'rum_udstyr'] }] },
    });
    expect(await letters()).toEqual([]);
    expect(await Promise.all([ask(given), ask(given)])).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await letters()).toEqual(['Send dokumentation senest 18. december 2026']);
    const { body } = world.letters[0]!;
    for (const part of ['Jeres plan er fra august.', 'Fast vejledningstilbud', 'Pc, netværk', '/municipalities/0657'])
      expect(body).toContain(part);
    expect(shown.ok && body.startsWith(shown.preview.text!.body.trimEnd())).toBe(true);
    pass(world, 60);
    await recordEvidence(world, contact, {
      ...{
        serviceId: herning,
        gate: 'daekning',
        value: 'opfyldt',
        observedOn: '2026-11-24',
        lastDay: '',
        note: 'Plan',
      },
    });
    const seen = (await seeMunicipality(world, agency, { code: '0657', asOf: '2026-11-24', language: 'da' }))!;
    expect(seen.asked).toMatchObject([
      { gate: 'daekning', on: '2026-11-24', dueOn: '2026-12-18', person: 'Kim Eksempel', answeredOn: '2026-11-24' },
      { gate: 'rum_udstyr', answeredOn: null },
    ]);
  });

  test('is not done twice within 14 days without saying so', async () => {
    const { agency, ask, letters } = await begin();
    await ask();
    world.clock.at = '2026-12-07T09:00:00.000Z';
    expect(await ask()).toMatchObject({
      ok: false,
      reason: 'nobody',
      preview: { askedLately: [{ gate: 'daekning', askedOn: '2026-11-24' }] },
    });
    const both = [
      { serviceId: herning, gate: 'daekning' },
      { serviceId: herning, gate: 'aftale' },
    ];
    expect(await ask({ papers: both, send: false })).toMatchObject({ preview: { letters: [{ gates: ['aftale'] }] } });
    expect((await listPapersToAsk(world, agency, { gate: 'daekning', serviceId: herning }))![0]).toMatchObject({
      ...{ lacks: 'unknown', askedOn: '2026-11-24', askedLately: true },
    });
    expect(await ask({ again: true })).toMatchObject({ ok: true });
    expect(await letters()).toHaveLength(2);
    world.clock.at = '2026-12-21T09:00:00.000Z';
    expect(await ask({ dueOn: '2027-01-10' })).toMatchObject({ ok: true });
  });

  test('names who has no contact person, and refuses strangers, unknown papers and a day that is over', async () => {
    const { contact, ask } = await begin();
    expect(await ask({}, contact)).toEqual({ ok: false, reason: 'forbidden' });
    const both = [herning, horsens].map((serviceId) => ({ serviceId, gate: 'aftale' }));
    expect(await ask({ papers: both, send: false })).toMatchObject({
      preview: { letters: [{ gates: ['aftale'] }], withoutContact: [expect.stringContaining('Horsens')] },
    });
    expect(await ask({ papers: [{ serviceId: horsens, gate: 'aftale' }] })).toMatchObject({ reason: 'nobody' });
    const issues = async (more: Parameters<typeof ask>[0]) => {
      const outcome = await ask(more);
      return outcome.ok || outcome.reason !== 'not-an-ask' ? outcome : outcome.issues;
    };
    expect(await issues({ papers: [] })).toEqual([{ field: 'papers', problem: 'missing' }]);
    expect(await issues({ papers: [{ serviceId: herning, gate: 'bemanding' }] })).toEqual([
      { field: 'papers', problem: 'unknown' },
    ]);
    expect(await issues({ dueOn: '2026-11-24' })).toEqual([{ field: 'dueOn', problem: 'in-the-past' }]);
    expect(await world.db.selectFrom('evidence_request').select('id').execute()).toEqual([]);
  });
});

onBothDatabases('a paper that is soon too old', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('is told to the contact person once, 30 days before, unless a newer one is there', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const record = (gate: string, observedOn: string, lastDay = '') =>
      recordEvidence(world, agency, {
        ...{ serviceId: herning, gate, value: 'opfyldt', observedOn, lastDay, note: 'Papir' },
      });
    // Coverage is fresh for 90 days: through 20 February.
    await record('daekning', '2026-11-23');
    await record('henvisning', '2026-11-01', '2027-02-20');
    await record('rum_udstyr', '2026-02-22');
    const remind = async (day: string) => {
      world.clock.at = `${day}T09:00:00.000Z`;
      await remindOfEvidence(world);
      await deliverOutbox(world);
      return world.letters.splice(0).map(({ subject }) => subject);
    };
    expect(await remind('2027-01-20')).toEqual([]);
    await record('rum_udstyr', '2027-01-20');
    expect((await remind('2027-01-21')).sort()).toEqual([
      'Snart for gammel: Aftale om henvisning med borgerservice',
      'Snart for gammel: Fast vejledningstilbud mindst 4 timer om ugen',
    ]);
    expect(await remind('2027-01-22')).toEqual([]);
    expect(await remind('2027-02-20')).toEqual([]);
  });
});
