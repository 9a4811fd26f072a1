import { expect, test } from 'vitest';
import { parseArguments } from '#app/toolkit/arguments.ts';
import { readinessVerb } from '#app/toolkit/readiness.ts';
import { moveToWave } from '#app/use-cases/rollout/waves/move-to-wave.server.ts';
import { recordWave } from '#app/use-cases/rollout/waves/record-wave.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { onBothDatabases, settingsOf } from '../../databases.ts';
import { fakeWorld, somebody } from '../../world.ts';

const [herning, horsens] = ['tjeneste-0657', 'tjeneste-0615'];

onBothDatabases('readiness sign-off', (_engine, fresh) => {
  test('freezes a wave, takes two persons, and refuses what the page refuses', async () => {
    const opened = await fresh();
    const env = settingsOf(opened.at);
    const world = await fakeWorld(opened, { now: new Date().toISOString() });
    const today = world.now().slice(0, 10);
    const stine = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const sonja = await somebody(world, { givenName: 'Sonja', roles: ['administrator'] });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    const people = await world.db.selectFrom('person').select(['id', 'email']).execute();
    for (const name of ['Bølge 1', 'Bølge 2']) {
      const made = await recordWave(world, stine, { name, opensOn: today });
      if (!made.ok) throw new Error(JSON.stringify(made));
      if (name === 'Bølge 1')
        await moveToWave(world, stine, { services: [herning, horsens], waveId: made.id, from: today, why: '' });
    }

    const ask = async (verb: string, ...words: string[]) => {
      const answer = await readinessVerb(parseArguments(['readiness', 'sign-off', verb, 'Bølge 1', ...words]), env);
      return { ...answer, json: answer.json as never };
    };
    const by = ({ personId }: Viewer) => ['--by', people.find(({ id }) => id === personId)!.email!];
    const all = [`${herning}:waits:Aftalen mangler`, `${horsens}:moved:Bølge 2:Venter på byrådet: juni`];
    expect(await ask('show')).toMatchObject({ exit: 0, json: { standing: 'none', before: { ready: 0 } } });
    expect(await ask('sign', ...by(stine), '--has-read')).toMatchObject({ exit: 1, json: { reason: 'not-frozen' } });
    expect(await ask('freeze', ...all)).toMatchObject({ exit: 2 });
    expect(await ask('freeze', 'Herning venter', ...by(stine))).toMatchObject({ exit: 2 });
    expect(await ask('freeze', all[0]!, ...by(stine))).toMatchObject({
      ...{ exit: 1, json: { issues: [{ serviceId: horsens, problem: 'undecided' }] } },
    });
    expect(await ask('freeze', ...all, '--by', 'nobody@bibliotek.example')).toMatchObject({ exit: 1 });
    expect(await ask('freeze', ...all, ...by(stine))).toMatchObject({ exit: 0 });
    expect(await ask('freeze', ...all, ...by(stine))).toMatchObject({ exit: 1, json: { reason: 'round-open' } });

    expect(await ask('sign', ...by(stine))).toMatchObject({ exit: 1, json: { reason: 'not-read' } });
    expect(await ask('sign', ...by(vera), '--has-read')).toMatchObject({ exit: 1, json: { reason: 'forbidden' } });
    expect(await ask('sign', ...by(stine), '--has-read')).toMatchObject({ exit: 0, json: { complete: false } });
    expect(await ask('sign', ...by(stine), '--has-read')).toMatchObject({
      exit: 1,
      json: { reason: 'already-signed' },
    });
    expect(await ask('open', ...by(stine), '--note', 'x')).toMatchObject({ exit: 1, json: { reason: 'not-signed' } });
    expect(await ask('sign', ...by(sonja), '--has-read')).toMatchObject({ exit: 0, json: { complete: true } });
    const shown = await ask('show', '--json');
    expect(shown.json).toMatchObject({
      standing: 'signed',
      round: {
        signatures: [
          { place: 1, name: 'Stine Eksempel' },
          { place: 2, name: 'Sonja Eksempel' },
        ],
        deviations: [
          { serviceId: herning, outcome: 'waits', why: 'Aftalen mangler' },
          { serviceId: horsens, outcome: 'moved', toWave: 'Bølge 2', why: 'Venter på byrådet: juni' },
        ],
        snapshot: { services: 2 },
      },
    });
    expect(shown.text).toContain('signed by Sonja Eksempel');
    expect(await ask('open', ...by(sonja), '--note', 'Åbner')).toMatchObject({ exit: 0, json: { opened: 0 } });
    expect(await ask('end', ...by(sonja), '--reason', 'nej')).toMatchObject({
      exit: 1,
      json: { reason: 'no-reason' },
    });
    expect(await ask('end', ...by(sonja), '--reason', 'Tallene er for gamle')).toMatchObject({ exit: 0 });
    expect(await ask('show')).toMatchObject({ json: { ended: [{ kind: 'withdrawn', why: 'Tallene er for gamle' }] } });
    await world.close();
  });
});
