import { afterEach, expect, test } from 'vitest';
import { obligationsOn } from '#app/use-cases/obligations/obligations-on.server.ts';
import { seeObligations } from '#app/use-cases/obligations/see-obligations.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { passedStep } from '../../../passed-step.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('the obligations', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const day = '2026-11-24';
  const certificateFor = ({ personId }: { personId: string }, n: number, more = {}) =>
    putCertificate(world, { personId, number: `2026-0000${n}`, code: `c${n}`, issuedOn: '2026-02-01', ...more });

  test('say what comes next and which municipalities have nobody certified in it', async () => {
    world = await fakeWorld(await fresh());
    const main = world.catalogue.find('it-paedagogisk-vejleder', '2026.1')!.course;
    const of = { course: main.id, edition: main.edition };
    const [vera, villy, vibe, vagn] = [
      await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning }),
      await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.odense }),
      await somebody(world, { givenName: 'Vibe', roles: ['adviser'], library: libraries.horsens }),
      await somebody(world, { givenName: 'Vagn', roles: ['adviser'], library: libraries.esbjerg }),
    ];
    const at = '2026-01-20T09:00:00.000Z';
    // Vera can, Villy failed the test, Vibe has no certificate, and Vagn passed it after the day.
    await certificateFor(vera, 1, of);
    await passedStep(world, vera, { step: 'm4-test', at });
    await certificateFor(villy, 2, of);
    await passedStep(world, villy, { step: 'm4-test', at, score: 0.5 });
    await passedStep(world, vibe, { step: 'm4-test', at });
    await certificateFor(vagn, 3, of);
    await passedStep(world, vagn, { step: 'm4-test', at: '2026-12-20T09:00:00.000Z' });

    const found = await obligationsOn(world, day);
    expect(found).toMatchObject({
      until: '2027-05-24',
      municipalities: 98,
      next: { key: 'eu-salg', day: '2026-11-25' },
    });
    const vat = found.areas.find(({ key }) => key === 'vat')!;
    expect(vat.steps.map(({ step }) => step)).toEqual(['m4-test']);
    expect(vat.trained).toBe(1);
    expect(vat.untrained).toHaveLength(97);
    const without = (code: string) => vat.untrained.find((each) => each.code === code)?.certified;
    expect(['0657', '0461', '0615', '0561'].map(without)).toEqual([undefined, 1, 0, 1]);
    const later = (await obligationsOn(world, '2026-12-21')).areas.find(({ key }) => key === 'vat')!;
    expect(later.trained).toBe(2);
    // A certificate that has run out trains nobody.
    const after = (await obligationsOn(world, '2028-12-01')).areas.find(({ key }) => key === 'vat')!;
    expect(after).toMatchObject({ trained: 0, steps: [{ step: 'm4-test' }] });
    // No step teaches digital bookkeeping, and the region is no matter of a course.
    expect(found.areas.find(({ key }) => key === 'bookkeeping')).toMatchObject({ steps: [], trained: 0 });
    expect(found.ahead.find(({ key }) => key === '2027-region')).toMatchObject({ area: null, day: '2027-01-01' });
  });

  test('of a contact person are those of the own municipality, and an adviser sees none', async () => {
    world = await fakeWorld(await fresh());
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
    const seen = (await seeObligations(world, contact, day))!;
    expect(seen.municipalities).toBe(1);
    expect(seen.areas.every(({ untrained }) => untrained.every(({ code }) => code === '0615'))).toBe(true);
    expect(seen.planned.map(({ key }) => key)).toContain('2012-virk');
    expect(seen.planned.map(({ key }) => key)).not.toContain('2023-moms');
    expect(seen.individual.map(({ key }) => key)).toContain('sygefravaer');
    expect(await seeObligations(world, adviser, day)).toBeUndefined();
  });
});
