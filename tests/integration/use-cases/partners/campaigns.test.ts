import { afterEach, expect, test } from 'vitest';
import { listCampaignWeeks } from '#app/use-cases/partners/list-campaign-weeks.server.ts';
import { setCampaignSignup } from '#app/use-cases/partners/set-campaign-signup.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('a campaign week', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('is joined and left by the contact person of a service, once each, and counted for everybody', async () => {
    world = await fakeWorld(await fresh());
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const other = await somebody(world, { givenName: 'Kaj', roles: ['contact-person'], library: libraries.odense });
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const join = (viewer: typeof contact, more: object = {}) =>
      setCampaignSignup(world, viewer, { week: '2027-W06', serviceId: 'tjeneste-0657', takesPart: true, ...more });
    for (const stranger of [other, adviser]) expect(await join(stranger)).toEqual({ ok: false, reason: 'not-found' });
    expect(await join(contact, { week: '2026-W06' })).toEqual({ ok: false, reason: 'over' });
    expect(await join(agency, { serviceId: 'nowhere' })).toEqual({ ok: false, reason: 'not-found' });
    expect(await Promise.all([join(contact), join(contact)])).toEqual([{ ok: true }, { ok: true }]);
    const first = async (viewer: typeof contact) => (await listCampaignWeeks(world, viewer))[0]!;
    expect(await first(contact)).toMatchObject({
      key: '2027-W06',
      takePart: 1,
      services: null,
      own: [{ takesPart: true }],
    });
    expect(await first(other)).toMatchObject({ takePart: 1, own: [{ takesPart: false }] });
    expect((await first(agency)).services).toHaveLength(1);
    expect(await join(contact, { takesPart: false })).toEqual({ ok: true });
    expect((await first(agency)).takePart).toBe(0);
    expect(await join(contact)).toEqual({ ok: true });
    expect(await world.db.selectFrom('campaign_signup').select('id').execute()).toHaveLength(3);
    expect(await listCampaignWeeks(world, adviser)).toEqual([]);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('of a past day has those who had said so by then, and nobody answers there', async () => {
    world = await fakeWorld(await fresh());
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const week = { week: '2027-W06', serviceId: 'tjeneste-0657' };
    await setCampaignSignup(world, contact, { ...week, takesPart: true });
    world.clock.at = '2026-11-26T09:00:00.000Z';
    await setCampaignSignup(world, contact, { ...week, takesPart: false });
    const first = async (asked: object) => (await listCampaignWeeks(world, contact, asked))[0]!;
    expect(await first({ asOf: '2026-11-23' })).toMatchObject({ takePart: 0, own: [] });
    expect(await first({ asOf: '2026-11-25' })).toMatchObject({ takePart: 1, own: [] });
    expect(await first({ knownOn: '2026-11-24' })).toMatchObject({ takePart: 1, own: [] });
    expect(await first({})).toMatchObject({ takePart: 0, own: [{ takesPart: false }] });
  });
});
