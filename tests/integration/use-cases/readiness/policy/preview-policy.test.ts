import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { previewPolicy } from '#app/use-cases/readiness/policy/preview-policy.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { onBothDatabases } from '../../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, shippedCatalogue, somebody } from '../../../../world.ts';

const text = readFileSync('curriculum/readiness/policy.yaml', 'utf8').trimEnd();
const last = text.slice(text.lastIndexOf('  - version:'));
const candidate = (from: string, to: string) =>
  `${text}\n${last.replace('1.1-forslag', '2.0').replace('2026-11-01', '2027-01-01').replace(from, to)}\n`;

onBothDatabases('a candidate for the policy', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('is shown against the facts of today and of a chosen day, with who and why, and is never stored', async () => {
    world = await fakeWorld(await fresh(), { catalogue: shippedCatalogue });
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const record = (gate: string, observedOn: string) =>
      recordEvidence(world, agency, {
        ...{ serviceId: 'tjeneste-0657', gate, value: 'opfyldt', observedOn, lastDay: '', note: 'Papir' },
      });
    await record('daekning', '2026-10-20');
    await record('aftale', '2026-10-20');
    const before = await readinessOfTheCountry(world, '2026-11-24');
    const outcome = await previewPolicy(world, agency, { text: candidate('daekning: 90', 'daekning: 30') });
    expect(outcome).toMatchObject({
      ...{ ok: true, same: false, version: '2.0', from: '2027-01-01' },
      today: {
        ...{ day: '2026-11-24', current: '1.1-forslag', candidate: '2.0' },
        services: [
          {
            codes: ['0657'],
            direction: 'same',
            gates: [{ key: 'daekning', from: 'opfyldt', to: 'ukendt', after: { code: 'stale' } }],
          },
        ],
        gates: [{ key: 'daekning', lost: 1, won: 0 }],
        totals: { down: 0, up: 0, aside: 0, same: 98 },
      },
      onDay: { day: '2027-01-01', current: '1.1-forslag', candidate: '2.0' },
    });
    // The same is answered where the world's own policy is the candidate.
    expect(await readinessOfTheCountry(world, '2026-11-24')).toEqual(before);
    const back = await previewPolicy(world, agency, { text, day: '2026-12-24' });
    expect(back).toMatchObject({ same: true, today: { services: [] }, onDay: { day: '2026-12-24', services: [] } });
  });

  test('is refused with its lines, without a text, with a day that is none, and from a contact person', async () => {
    world = await fakeWorld(await fresh(), { catalogue: shippedCatalogue });
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    expect(await previewPolicy(world, contact, { text })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await previewPolicy(world, agency, { text: ' ' })).toEqual({ ok: false, reason: 'nothing' });
    expect(await previewPolicy(world, agency, { text: 'a'.repeat(200_001) })).toMatchObject({ reason: 'too-large' });
    expect(await previewPolicy(world, agency, { text, day: '31.2.2027' })).toMatchObject({ reason: 'not-a-day' });
    const gap = candidate('from: "2027-01-01"', 'from: "2027-01-01"\n    until: "2027-06-01"');
    expect(await previewPolicy(world, agency, { text: gap })).toMatchObject({
      reason: 'not-a-policy',
      problems: [{ line: expect.any(Number), message: expect.stringContaining('no rules') }],
    });
    const strange = candidate('certifications: [it-paedagogisk-vejleder]', 'certifications: [ingen]');
    expect(await previewPolicy(world, agency, { text: strange })).toMatchObject({ reason: 'not-a-policy' });
  });
});
