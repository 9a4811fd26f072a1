import { afterEach, expect, test } from 'vitest';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { blockingOf } from '#app/use-cases/rollout/board/blocking-of.ts';
import { nextWaveOf } from '#app/use-cases/rollout/board/next-wave-of.ts';
import { seeRollout } from '#app/use-cases/rollout/board/see-rollout.server.ts';
import { seeWave } from '#app/use-cases/rollout/board/see-wave.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import { moveToWave } from '#app/use-cases/rollout/waves/move-to-wave.server.ts';
import { recordWave } from '#app/use-cases/rollout/waves/record-wave.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

const [herning, horsens] = ['tjeneste-0657', 'tjeneste-0615'];
const today = '2026-11-24';

onBothDatabases('the board of the rollout', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('shows for each wave how far its services have come and what holds them back', async () => {
    world = await fakeWorld(await fresh());
    // With one gate, one paper makes a service ready.
    const gates = world.policy.gates.filter(({ key }) => key === 'aftale');
    const simple = { ...world, policy: { ...world.policy, gates } };
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const made = await recordWave(simple, agency, { name: 'Bølge 1', opensOn: '2027-03-01' });
    if (!made.ok) throw new Error();
    await moveToWave(simple, agency, { services: [herning, horsens], waveId: made.id, from: '2026-11-01', why: '' });
    for (const [serviceId, type] of [
      [herning, 'invited'],
      [herning, 'committed'],
      [horsens, 'invited'],
      [horsens, 'paused'],
    ] as const)
      await recordRollout(simple, agency, { serviceId, type, onDay: '2026-11-10', note: '' });
    const given = { serviceId: herning, gate: 'aftale', lastDay: '', note: 'Tilsagn' };
    await recordEvidence(simple, agency, { ...given, value: 'opfyldt', observedOn: '2026-11-20' });
    const board = (await seeRollout(simple, agency, { asOf: today }))!;
    const [wave] = board.waves;
    expect(wave!.services.map(({ name, step, paused }) => [name, step, paused])).toEqual([
      ['Herning', 'klar', false],
      ['Horsens', 'inviteret', true],
    ]);
    expect(wave).toMatchObject({ counts: { klar: 1, inviteret: 1, tilsagn: 0 }, paused: 1 });
    expect(board.others).toHaveLength(96);
    expect(nextWaveOf(board.waves, today)?.name).toBe('Bølge 1');
    expect(blockingOf(board.waves, ['aftale'])).toEqual([
      { key: 'aftale', cells: [{ unmet: 0, unknown: 1 }], sum: { unmet: 0, unknown: 1 } },
    ]);
    // The day before the paper was seen it was not ready.
    const before = (await seeRollout(simple, agency, { asOf: '2026-11-19' }))!;
    expect(before.waves[0]!.services[0]).toMatchObject({
      step: 'tilsagn',
      lacks: [{ key: 'aftale', value: 'ukendt' }],
    });
    // A contact person sees their own service and its wave; an adviser sees nothing.
    const own = (await seeRollout(simple, contact, { asOf: today }))!;
    expect([own.waves.map(({ services }) => services.map(({ serviceId }) => serviceId)), own.others]).toEqual([
      [[herning]],
      [],
    ]);
    expect(own).toMatchObject({ whole: false, mayRecord: false });
    expect(await seeRollout(simple, adviser, { asOf: today })).toBeUndefined();
    expect(await seeWave(simple, contact, { waveId: made.id, asOf: today })).toBeUndefined();
    expect((await seeWave(simple, agency, { waveId: made.id, asOf: today }))!.others).toHaveLength(96);
  });
});
