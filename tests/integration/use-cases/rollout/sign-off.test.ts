import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { giveOverride } from '#app/use-cases/readiness/overrides/give-override.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import { beginSignOff } from '#app/use-cases/rollout/sign-off/begin-sign-off.server.ts';
import { endSignOff } from '#app/use-cases/rollout/sign-off/end-sign-off.server.ts';
import { openWave } from '#app/use-cases/rollout/sign-off/open-wave.server.ts';
import { roundsOf } from '#app/use-cases/rollout/sign-off/rounds-of.server.ts';
import { signWave } from '#app/use-cases/rollout/sign-off/sign-wave.server.ts';
import { standingRoundOf } from '#app/use-cases/rollout/sign-off/standing-round-of.server.ts';
import { moveToWave } from '#app/use-cases/rollout/waves/move-to-wave.server.ts';
import { recordWave } from '#app/use-cases/rollout/waves/record-wave.server.ts';
import { listSignedServices } from '#db/queries/sign-off.ts';
import { waveOf } from '#db/queries/wave.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const [herning, horsens, odense] = ['tjeneste-0657', 'tjeneste-0615', 'tjeneste-0461'];
const today = '2026-11-24';
const day = 24 * 60;

onBothDatabases('the sign-off of a wave', (engine, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** A wave of three services that opens today; Herning is ready, the others lack their only paper. */
  async function begin() {
    const whole = await fakeWorld(await fresh());
    world = { ...whole, policy: { ...whole.policy, gates: whole.policy.gates.filter(({ key }) => key === 'aftale') } };
    const stine = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const sonja = await somebody(world, { givenName: 'Sonja', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const wave = async (name: string, opensOn: string) => {
      const made = await recordWave(world, stine, { name, opensOn });
      if (!made.ok) throw new Error(JSON.stringify(made));
      return made.id;
    };
    const [first, second] = [await wave('Bølge 1', today), await wave('Bølge 2', '2027-06-01')];
    const services = [herning, horsens, odense];
    await moveToWave(world, stine, { services, waveId: first, from: '2026-11-01', why: '' });
    for (const serviceId of services)
      await recordRollout(world, stine, { serviceId, type: 'committed', onDay: '2026-11-10', note: '' });
    const given = { serviceId: herning, gate: 'aftale', lastDay: '', note: 'Tilsagn' };
    await recordEvidence(world, stine, { ...given, value: 'opfyldt', observedOn: '2026-11-20' });
    const decisions = [
      { serviceId: horsens, outcome: 'waits', toWave: '', why: 'Aftalen er ikke skrevet under' },
      { serviceId: odense, outcome: 'moved', toWave: second, why: 'Venter på byrådet' },
    ];
    const freeze = async (more = {}) => {
      const begun = await beginSignOff(world, stine, { waveId: first, decisions, ...more });
      if (!begun.ok) throw new Error(JSON.stringify(begun));
      return begun.id;
    };
    const live = (serviceId: string) =>
      recordRollout(world, stine, { serviceId, type: 'live', onDay: today, note: 'Bølge 1' });
    return { stine, sonja, contact, first, second, decisions, freeze, live };
  }

  test('asks what becomes of each service that is not ready, with a reason', async () => {
    const { stine, contact, first, second, decisions } = await begin();
    const ask = (given: object[]) => beginSignOff(world, stine, { waveId: first, decisions: given as never });
    expect(await ask([])).toEqual({
      ok: false,
      reason: 'not-decided',
      issues: [
        { serviceId: odense, problem: 'undecided' },
        { serviceId: horsens, problem: 'undecided' },
      ],
    });
    expect(
      await ask([
        { ...decisions[0], outcome: 'override' },
        { ...decisions[1], toWave: first },
      ]),
    ).toMatchObject({ issues: [{ problem: 'no-wave' }, { problem: 'no-override' }] });
    expect(await ask([{ ...decisions[0], why: 'x' }, decisions[1]!])).toMatchObject({
      issues: [{ serviceId: horsens, problem: 'no-reason' }],
    });
    expect(await beginSignOff(world, contact, { waveId: first, decisions })).toMatchObject({ reason: 'forbidden' });
    expect(await beginSignOff(world, stine, { waveId: second, decisions })).toMatchObject({ reason: 'nobody' });
    expect(await roundsOf(world.db, first), 'nothing half done').toEqual([]);
  });

  test('takes two different persons; then the ready service goes live, and no other', async () => {
    const { stine, sonja, contact, first, second, freeze, live } = await begin();
    expect(await live(herning)).toEqual({ ok: false, reason: 'not-signed-off' });
    const roundId = await freeze();
    const sign = (viewer: typeof stine, hasRead = true) => signWave(world, viewer, { roundId, hasRead });
    expect(await sign(stine, false)).toEqual({ ok: false, reason: 'not-read' });
    expect(await sign(contact)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await sign(stine)).toEqual({ ok: true, complete: false });
    expect(await sign(stine)).toEqual({ ok: false, reason: 'already-signed' });
    expect(await live(herning), 'one signature is not enough').toEqual({ ok: false, reason: 'not-signed-off' });
    expect(await openWave(world, stine, { waveId: first, note: 'Åbner' })).toEqual({ ok: false, reason: 'not-signed' });
    expect(await sign(sonja)).toEqual({ ok: true, complete: true });
    expect(await waveOf(world.db, { serviceId: odense, day: today })).toMatchObject({ id: second });
    const letters = await world.db.selectFrom('outbox').select('dedupe_key').execute();
    expect(letters.filter(({ dedupe_key }) => dedupe_key.startsWith('wave-signed:'))).toHaveLength(1);
    expect(await live(horsens), 'it waits').toMatchObject({ ok: false, reason: 'not-ready' });
    expect(await openWave(world, sonja, { waveId: first, note: 'Åbner' })).toEqual({
      ...{ ok: true, opened: 1, notOpened: [] },
    });
    expect(await live(herning)).toEqual({ ok: false, reason: 'already-live' });
    expect(await openWave(world, sonja, { waveId: first, note: 'Åbner' })).toMatchObject({ opened: 0 });
  });

  test('gives two who sign at once two places, and one who signs twice at once one', async () => {
    const { stine, sonja, first, freeze } = await begin();
    const roundId = await freeze();
    const sign = (viewer: typeof stine) => signWave(world, viewer, { roundId, hasRead: true });
    const outcomes = await Promise.all([sign(stine), sign(sonja), sign(stine)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    const round = (await standingRoundOf(world.db, first))!;
    expect(round.standing).toBe('signed');
    expect([...round.signedBy].sort()).toEqual([stine.personId, sonja.personId].sort());
    expect(await beginSignOff(world, stine, { waveId: first, decisions: [] })).toEqual({
      ...{ ok: false, reason: 'round-signed' },
    });
  });

  test('is begun once by two forms at the same moment', async () => {
    const { stine, sonja, first, decisions } = await begin();
    const form = { waveId: first, decisions, operationId: 'one' };
    const [one, two] = await Promise.all([beginSignOff(world, stine, form), beginSignOff(world, sonja, form)]);
    expect([one, two].filter(({ ok }) => ok)).toHaveLength(1);
    expect([one, two].find(({ ok }) => !ok)).toMatchObject({ reason: 'round-open' });
    expect(await roundsOf(world.db, first)).toHaveLength(1);
  });

  test('refuses a snapshot that was altered in the database', async () => {
    const { stine, freeze } = await begin();
    const roundId = await freeze();
    const disarm =
      engine === 'sqlite'
        ? sql`drop trigger snapshot_no_update`
        : sql`alter table snapshot disable trigger snapshot_append_only`;
    await disarm.execute(world.db);
    const { rows } = await world.db.selectFrom('snapshot').select('rows').executeTakeFirstOrThrow();
    await world.db
      .updateTable('snapshot')
      .set({ rows: rows.replace('uafklaret', 'klar') })
      .execute();
    expect(await signWave(world, stine, { roundId, hasRead: true })).toEqual({ ok: false, reason: 'altered' });
  });

  test('can be refused or withdrawn with a reason, and then begins anew', async () => {
    const { stine, sonja, contact, first, freeze, live } = await begin();
    const refused = await freeze();
    const end = (roundId: string, why = 'Tallene er for gamle', viewer = sonja) =>
      endSignOff(world, viewer, { roundId, why });
    expect(await end(refused, 'nej')).toEqual({ ok: false, reason: 'no-reason' });
    expect(await end(refused, undefined, contact)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await end(refused)).toEqual({ ok: true });
    expect(await end(refused)).toEqual({ ok: false, reason: 'ended' });
    expect(await signWave(world, stine, { roundId: refused, hasRead: true })).toEqual({ ok: false, reason: 'ended' });
    const roundId = await freeze();
    for (const viewer of [stine, sonja]) await signWave(world, viewer, { roundId, hasRead: true });
    expect(await end(roundId)).toEqual({ ok: true });
    expect(await live(herning)).toEqual({ ok: false, reason: 'not-signed-off' });
    expect((await roundsOf(world.db, first)).map(({ standing }) => standing)).toEqual(['withdrawn', 'refused']);
  });

  test('opens a service that is not ready with an override in force, and none whose override has ended', async () => {
    const { stine, sonja, first, decisions, freeze } = await begin();
    expect(
      await giveOverride(world, stine, {
        serviceId: horsens,
        reason: 'Aftalen underskrives i december',
        decidedBy: 'Sonja Eksempel',
        from: today,
        lastDay: '2026-11-25',
      }),
    ).toMatchObject({ ok: true });
    const roundId = await freeze({ decisions: [{ ...decisions[0]!, outcome: 'override' }, decisions[1]!] });
    for (const viewer of [stine, sonja]) await signWave(world, viewer, { roundId, hasRead: true });
    const outcomes = new Map(
      (await listSignedServices(world.db, roundId)).map((each) => [each.serviceId, each.outcome]),
    );
    expect([outcomes.get(herning), outcomes.get(horsens), outcomes.get(odense)]).toEqual([
      'opens',
      'override',
      'moved',
    ]);
    pass(world, 3 * day);
    expect(await openWave(world, stine, { waveId: first, note: 'Åbner' })).toEqual({
      ok: true,
      opened: 1,
      notOpened: [
        {
          serviceId: horsens,
          name: 'Bibliotekerne i Horsens',
          refusal: expect.objectContaining({ reason: 'not-ready', lacks: ['aftale'] }),
        },
      ],
    });
  });
});
