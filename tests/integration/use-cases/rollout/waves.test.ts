import { afterEach, expect, test } from 'vitest';
import { moveToWave } from '#app/use-cases/rollout/waves/move-to-wave.server.ts';
import { recordWave } from '#app/use-cases/rollout/waves/record-wave.server.ts';
import { wavesOn } from '#app/use-cases/rollout/waves/waves-on.server.ts';
import { listMoves, listWaveMembers, listWaves, listWaveVersions, waveOf } from '#db/queries/wave.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const [herning, horsens] = ['tjeneste-0657', 'tjeneste-0615'];

onBothDatabases('the waves of the rollout', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const wave = async (name: string, opensOn: string) => {
      const made = await recordWave(world, agency, { name, opensOn });
      if (!made.ok) throw new Error(JSON.stringify(made));
      return made.id;
    };
    const move = (services: string[], waveId: string, from: string, why = '') =>
      moveToWave(world, agency, { services, waveId, from, why });
    return { agency, contact, wave, move };
  }

  test('hold each service in at most one wave on a day, also in the past and as it was known then', async () => {
    const { wave, move } = await begin();
    const [first, second] = [await wave('Bølge 1', '2027-03-01'), await wave('Bølge 2', '2027-06-01')];
    expect(await move([herning, horsens], first, '2026-11-01')).toEqual({ ok: true });
    const known = world.now();
    pass(world, 60_000);
    expect(await move([herning], second, '2026-11-20')).toEqual({ ok: false, reason: 'no-reason' });
    expect(await move([herning], second, '2026-11-20', 'Mangler to vejledere')).toEqual({ ok: true });
    const of = async (day: string, at?: string) =>
      (await listWaveMembers(world.db, { day, known: at })).map(({ serviceId, waveId }) => [serviceId, waveId]);
    expect(await of('2026-10-31')).toEqual([]);
    expect(await of('2026-11-19')).toEqual([
      [horsens, first],
      [herning, first],
    ]);
    expect(await of('2026-11-20')).toEqual([
      [horsens, first],
      [herning, second],
    ]);
    expect(await of('2026-11-20', known)).toEqual([
      [horsens, first],
      [herning, first],
    ]);
    expect(await waveOf(world.db, { serviceId: herning, day: '2026-11-24' })).toMatchObject({ name: 'Bølge 2' });
    // Taken out of all waves; the history keeps each move.
    expect(await move([herning], '', '2026-11-24', 'Venter på politisk beslutning')).toEqual({ ok: true });
    expect(await waveOf(world.db, { serviceId: herning, day: '2026-11-24' })).toBeUndefined();
    expect((await listMoves(world.db, [herning])).map(({ waveId }) => waveId)).toEqual([first, second, null]);
    const { waves, others } = await wavesOn(world, '2026-11-24');
    expect(waves.map(({ name, services }) => [name, services.map((each) => each.id)])).toEqual([
      ['Bølge 1', [horsens]],
      ['Bølge 2', []],
    ]);
    expect(others).toHaveLength(97);
  });

  test('have names of their own, and keep what they were called before', async () => {
    const { agency, contact, wave } = await begin();
    const first = await wave('Bølge 1', '2027-03-01');
    const made = (name: string, opensOn: string, more = {}) => recordWave(world, agency, { name, opensOn, ...more });
    expect(await recordWave(world, contact, { name: 'Bølge 2', opensOn: '2027-06-01' })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await made('bølge 1', '2027-02-30')).toEqual({
      ok: false,
      reason: 'not-a-wave',
      issues: [
        { field: 'name', problem: 'taken' },
        { field: 'opensOn', problem: 'not-a-day' },
      ],
    });
    expect(await made('Bølge 1', '2027-04-01', { waveId: first })).toEqual({ ok: false, reason: 'no-reason' });
    expect(await made('Bølge 1', '2027-04-01', { waveId: first, why: 'Udskudt en måned' })).toEqual({
      ok: true,
      id: first,
    });
    expect(await listWaves(world.db)).toEqual([{ id: first, name: 'Bølge 1', opensOn: '2027-04-01' }]);
    expect((await listWaveVersions(world.db, first)).map(({ opensOn }) => opensOn)).toEqual([
      '2027-03-01',
      '2027-04-01',
    ]);
  });

  test('are changed once by a form that is sent twice, also at the same moment', async () => {
    const { agency, wave } = await begin();
    const first = await wave('Bølge 1', '2027-03-01');
    const form = { services: [herning], waveId: first, from: '2026-11-24', why: '', operationId: 'one' };
    const sent = [moveToWave(world, agency, form), moveToWave(world, agency, form)];
    expect(await Promise.all(sent)).toEqual([{ ok: true }, { ok: true }]);
    expect(await listMoves(world.db, [herning])).toHaveLength(1);
    const made = { name: 'Bølge 2', opensOn: '2027-06-01', operationId: 'two' };
    const [one, two] = await Promise.all([recordWave(world, agency, made), recordWave(world, agency, made)]);
    expect(one).toEqual(two);
    expect(await listWaves(world.db)).toHaveLength(2);
    for (const [services, waveId, reason] of [
      [['tjeneste-9999'], first, 'not-found'],
      [[herning], 'none', 'not-found'],
      [[], first, 'nobody'],
    ] as const)
      expect(await moveToWave(world, agency, { services, waveId, from: '2026-11-24', why: '' })).toMatchObject({
        reason,
      });
  });
});
