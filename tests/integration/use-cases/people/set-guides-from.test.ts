import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { setGuidesFrom } from '#app/use-cases/people/set-guides-from.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { startGuiding } from '#db/queries/affiliation.ts';
import { onBothDatabases } from '../../../databases.ts';
import { passedStep } from '../../../passed-step.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('who guides citizens', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const today = '2026-11-24';
  const herning = 'tjeneste-0657';
  const on = async (day = today, serviceId = herning) => {
    const found = (await readinessOfTheCountry(world, day)).services.find((each) => each.serviceId === serviceId)!;
    return { verdict: found.verdict, tavshed: found.gates.find(({ key }) => key === 'tavshed')! };
  };
  let issued = 0;
  const adviser = (library = libraries.herning) => somebody(world, { givenName: 'Vera', roles: ['adviser'], library });
  /** Somebody who passed the module and has a certificate since the first of the month. */
  async function certify(person: Viewer): Promise<void> {
    const number = `2026-${String(++issued).padStart(5, '0')}`;
    await passedStep(world, person, { step: 'm2-test', at: '2026-10-20T09:00:00.000Z' });
    await putCertificate(world, { personId: person.personId, number, code: number, issuedOn: '2026-11-01' });
    await startGuiding(world.db, { personId: person.personId, day: '2026-11-01', now: world.now() });
  }

  test('is counted for confidentiality, and who only learns is not', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    expect((await on()).tavshed.value).toBe('ukendt');
    const learner = await adviser();
    expect((await on()).tavshed).toMatchObject({ value: 'ikke-relevant', reason: { code: 'nobody-guides' } });
    await certify(await adviser());
    expect((await on()).tavshed).toMatchObject({ value: 'opfyldt', reason: { passed: 1, guides: 1 } });
    const from = { personId: learner.personId, serviceId: herning, from: '2026-11-10' };
    expect(await setGuidesFrom(world, agency, from)).toEqual({ ok: true });
    expect((await on()).tavshed).toMatchObject({ value: 'ikke-opfyldt', reason: { passed: 1, guides: 2 } });
    expect((await on('2026-11-09')).tavshed, 'the day before').toMatchObject({ value: 'opfyldt' });
    expect(await setGuidesFrom(world, agency, { ...from, from: '' })).toEqual({ ok: true });
    expect((await on()).tavshed.value).toBe('opfyldt');
  });

  test('is said by the agency and by the contact person of the library, within the employment', async () => {
    world = await fakeWorld(await fresh());
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    const here = await adviser(libraries.horsens);
    const elsewhere = await adviser();
    const ask = (viewer: Viewer, person: Viewer, serviceId: string, from: string) =>
      setGuidesFrom(world, viewer, { personId: person.personId, serviceId, from });
    expect(await ask(contact, here, 'tjeneste-0615', today)).toEqual({ ok: true });
    expect(await ask(contact, elsewhere, herning, today)).toEqual({ ok: false, reason: 'not-found' });
    expect(await ask(here, here, 'tjeneste-0615', today)).toEqual({ ok: false, reason: 'not-found' });
    expect(await ask(contact, elsewhere, 'tjeneste-0615', today)).toEqual({ ok: false, reason: 'not-here' });
    expect(await ask(contact, here, 'tjeneste-0615', '2019-12-31')).toEqual({ ok: false, reason: 'not-here' });
    expect(await ask(contact, here, 'tjeneste-0615', 'i dag')).toEqual({ ok: false, reason: 'not-a-day' });
    await certify(here);
    for (const later of ['', today])
      expect(await ask(contact, here, 'tjeneste-0615', later)).toEqual({ ok: false, reason: 'certified' });
    expect(await ask(contact, here, 'tjeneste-0615', '2026-10-25'), 'earlier').toEqual({ ok: true });
  });

  test('guides at the next library too, from the day of the move', async () => {
    world = await fakeWorld(await fresh());
    const moving = await adviser();
    await certify(moving);
    await movePerson(world, null, { personId: moving.personId, library: libraries.odense, from: '2026-11-20' });
    const guides = await world.db
      .selectFrom('affiliation')
      .select(['library_number', 'guides_from'])
      .orderBy('valid_from')
      .execute();
    expect(guides).toEqual([
      { library_number: libraries.herning, guides_from: '2026-11-01' },
      { library_number: libraries.odense, guides_from: '2026-11-20' },
    ]);
  });

  test('never makes a ready place less ready: neither somebody in training nor somebody certified who passed', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    for (const { key } of world.policy.gates.filter(({ kind }) => kind === 'evidence'))
      await recordEvidence(world, agency, {
        ...{ serviceId: herning, gate: key, value: 'opfyldt', observedOn: today, lastDay: '', note: 'Set' },
      });
    for (let people = 0; people < 3; people++) await certify(await adviser());
    expect((await on()).verdict).toBe('klar');
    await fc.assert(
      fc.asyncProperty(fc.boolean(), async (certified) => {
        const person = await adviser();
        if (certified) await certify(person);
        expect((await on()).verdict).toBe('klar');
      }),
      { numRuns: 8 },
    );
  });
});
