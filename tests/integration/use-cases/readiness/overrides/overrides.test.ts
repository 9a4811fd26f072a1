import { afterEach, expect, test } from 'vitest';
import { giveOverride } from '#app/use-cases/readiness/overrides/give-override.server.ts';
import type { OverrideInput } from '#app/use-cases/readiness/overrides/override-issues-of.ts';
import { seeOverrides } from '#app/use-cases/readiness/overrides/see-overrides.server.ts';
import { withdrawOverride } from '#app/use-cases/readiness/overrides/withdraw-override.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import { listOverridesInForce } from '#db/queries/override.ts';
import { onBothDatabases } from '../../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../../world.ts';

const herning = 'tjeneste-0657';
const horsens = 'tjeneste-0615';

onBothDatabases('an override', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const give = (more: Partial<OverrideInput> = {}, viewer = agency) =>
      giveOverride(world, viewer, {
        ...{ serviceId: herning, reason: 'Ny åbningsplan er lovet.', decidedBy: 'Sonja Eksempel' },
        ...{ from: '2026-11-24', lastDay: '2027-01-31' },
        ...more,
      });
    const given = async (more: Partial<OverrideInput> = {}) => {
      const outcome = await give(more);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome));
      return outcome.id;
    };
    const issues = async (more: Partial<OverrideInput>) => {
      const outcome = await give(more);
      return outcome.ok || outcome.reason !== 'not-an-override'
        ? outcome
        : outcome.issues.map(({ field, problem }) => `${field} ${problem}`);
    };
    const inForce = async (day: string, known?: string) =>
      (await listOverridesInForce(world.db, day, { known })).map(({ serviceId }) => serviceId);
    return { agency, contact, give, given, issues, inForce };
  }

  test('lets a service that is not ready go live, and changes neither its verdict nor a gate', async () => {
    const { agency, given } = await begin();
    const of = async () =>
      (await readinessOfTheCountry(world, '2026-11-24')).services.find(({ serviceId }) => serviceId === herning)!;
    const note = (type: 'invited' | 'committed' | 'live') =>
      recordRollout(world, agency, { serviceId: herning, type, onDay: '2026-11-24', note: 'Besluttet' });
    const live = () => note('live');
    for (const type of ['invited', 'committed'] as const) {
      expect(await note(type)).toEqual({ ok: true });
      pass(world, 1);
    }
    const before = await of();
    expect(await live()).toMatchObject({ reason: 'not-ready' });
    await given();
    const { override, ...after } = await of();
    expect({ ...after, override: null }).toEqual(before);
    expect(override).toMatchObject({ decidedBy: 'Sonja Eksempel', from: '2026-11-24', until: '2027-02-01' });
    // Nothing about its readiness stands in the way now; that its wave was signed off is asked for all the same.
    expect(await live()).toMatchObject({ reason: 'not-signed-off' });
  });

  test('is given by the agency only, and is seen on the page of the municipality by its contact person', async () => {
    const { agency, contact, give, given } = await begin();
    expect(await give({}, contact)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await seeOverrides(world, contact)).toBeUndefined();
    const id = await given();
    expect(await withdrawOverride(world, contact, { overrideId: id, why: 'En god grund' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    const seen = async (viewer: typeof agency) =>
      (await seeMunicipality(world, viewer, { code: '0657', asOf: '2026-11-24', language: 'da' }))!;
    expect(await seen(contact)).toMatchObject({ override: { lastDay: '2027-01-31' }, mayOverride: false });
    expect(await seen(agency)).toMatchObject({ override: { reason: 'Ny åbningsplan er lovet.' }, mayOverride: true });
    expect(await world.db.selectFrom('audit').select('action').execute()).toContainEqual({ action: 'override-given' });
  });

  test('is refused without reason, name or end, in the past, backwards, and for a service that does not exist', async () => {
    const { issues } = await begin();
    expect(await issues({ serviceId: '', reason: ' ', decidedBy: '', from: '', lastDay: '' })).toEqual([
      ...['service missing', 'reason missing', 'decidedBy missing', 'from missing', 'lastDay missing'],
    ]);
    expect(await issues({ from: '2026-11-23' })).toEqual(['from in-the-past']);
    expect(await issues({ lastDay: '2026-11-23' })).toEqual(['lastDay before-from']);
    expect(await issues({ from: '30.2.2027', reason: 'x'.repeat(1_001) })).toEqual([
      ...['reason too-long', 'from not-a-day'],
    ]);
    expect(await issues({ serviceId: 'ingen' })).toEqual({ ok: false, reason: 'not-found' });
    expect(await world.db.selectFrom('readiness_override').select('id').execute()).toEqual([]);
  });

  test('never overlaps another of its service, also when two people give one at the same time', async () => {
    const { give, issues } = await begin();
    const outcomes = await Promise.all([give(), give({ reason: 'En anden grund.' })]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await issues({ from: '2027-01-31', lastDay: '2027-03-01' })).toEqual(['from overlaps']);
    expect(await give({ from: '2027-02-01', lastDay: '2027-03-01' })).toMatchObject({ ok: true });
    expect(await give({ serviceId: horsens })).toMatchObject({ ok: true });
  });

  test('that is sent twice is given once', async () => {
    const { give } = await begin();
    const first = await give({ operationId: 'form' });
    expect(await give({ operationId: 'form' })).toEqual(first);
    expect(await world.db.selectFrom('readiness_override').select('id').execute()).toHaveLength(1);
  });

  test('that is withdrawn held until that day, and what was known before still knows it', async () => {
    const { agency, given, inForce } = await begin();
    const id = await given();
    world.clock.at = '2026-12-10T09:00:00.000Z';
    expect(await withdrawOverride(world, agency, { overrideId: id, why: 'Nej' })).toEqual({
      ok: false,
      reason: 'no-reason',
    });
    const withdrawals = await Promise.all(
      [0, 1].map(() => withdrawOverride(world, agency, { overrideId: id, why: 'Planen kom' })),
    );
    expect(withdrawals.map(({ ok }) => ok).sort()).toEqual([false, true]);
    pass(world, 60);
    expect(await inForce('2026-12-09')).toEqual([herning]);
    expect(await inForce('2026-12-10')).toEqual([]);
    expect(await inForce('2026-12-20', '2026-12-09T23:00:00.000Z')).toEqual([herning]);
    expect(await inForce('2026-12-20', '2026-11-23T23:00:00.000Z')).toEqual([]);
    expect(await seeOverrides(world, agency)).toMatchObject({
      overrides: [{ standing: 'withdrawn', withdrawnWhy: 'Planen kom', codes: ['0657'] }],
    });
  });
});
