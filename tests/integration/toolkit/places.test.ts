import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseArguments } from '#app/toolkit/arguments.ts';
import { placesVerb } from '#app/toolkit/places.ts';
import { onBothDatabases, settingsOf } from '../../databases.ts';
import { fakeWorld, libraries, somebody } from '../../world.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

onBothDatabases('places on the command line', (_engine, fresh) => {
  test('open, close, merge, move, serve and import, say what they do first and refuse with a reason', async () => {
    const opened = await fresh();
    const env = settingsOf(opened.at);
    const world = await fakeWorld(opened);
    await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const run = (...words: string[]) => placesVerb(parseArguments(['places', ...words]), env);
    const closedOn = async (number: string) =>
      (await world.db.selectFrom('library').select('closed_on').where('number', '=', number).executeTakeFirst())
        ?.closed_on;

    expect(
      await run('open', '765701', '--name', 'Filialen', '--municipality', '0657', '--from', '2026-01-01'),
    ).toMatchObject({ exit: 0, json: { ok: true, number: '765701' } });
    expect(await run('open', '765701', '--name', 'F', '--municipality', '0657', '--from', '2026-01-01')).toMatchObject({
      ...{ exit: 1, error: expect.stringContaining('used only once'), json: { issues: ['number.taken'] } },
    });
    const merge = ['merge', libraries.herning, '765701', '--from', '2027-01-01', '--reason', 'Lagt sammen'];
    expect(await run(...merge, '--dry-run')).toMatchObject({
      exit: 0,
      json: { dryRun: true, people: 1, moves: true, successor: '765701' },
    });
    expect(await closedOn(libraries.herning)).toBeNull();
    expect(await run(...merge)).toMatchObject({ exit: 0, json: { dryRun: false, people: 1 } });
    expect(await closedOn(libraries.herning)).toBe('2027-01-01');
    expect(await run(...merge)).toMatchObject({ exit: 1, json: { reason: 'already-closed' } });
    const close = ['close', libraries.horsens, '--from', '2027-01-01', '--reason', 'Lukker', '--people'];
    expect(await run(...close, 'move')).toMatchObject({ exit: 1, json: { reason: 'needs-successor' } });
    expect(await run(...close, 'end')).toMatchObject({ exit: 0 });
    expect(await run('reopen', libraries.horsens)).toMatchObject({ exit: 0 });
    expect(await run('move', '765701', '--municipality', '0615')).toMatchObject({ exit: 0, json: { changed: true } });
    expect(await run('move', '765701')).toMatchObject({ exit: 2 });
    expect((await run('list', 'filialen', '--as-of', '2027-01-01')).json).toMatchObject({
      asOf: '2027-01-01',
      libraries: [{ number: '765701', municipality: '0615', people: 1 }],
    });

    const serve = ['serve', '0563', 'tjeneste-0561', '--from', '2027-01-01', '--reason', 'Aftale om drift'];
    expect(await run(...serve, '--dry-run')).toMatchObject({ exit: 0, json: { dryRun: true, librariesLeft: 1 } });
    expect(await run(...serve)).toMatchObject({ exit: 0, json: { dryRun: false } });
    expect(await run(...serve)).toMatchObject({ exit: 1, json: { reason: 'later-planned' } });
    expect((await run('services', '--as-of', '2027-01-01')).text).toContain(
      'Bibliotekerne i Fanø: serves no municipality',
    );
    expect(await run('serve', '0563', '--take-back', '2027-01-01')).toMatchObject({ exit: 0 });

    const file = path.join(folder, 'biblioteker.csv');
    writeFileSync(file, 'biblioteksnummer;navn;kommunekode\n765702;Ny;0657\n123;Forkert;0657\n');
    expect(await run('import', file, '--kind', 'biblioteker', '--dry-run')).toMatchObject({
      json: { dryRun: true, new: 1, refused: 1 },
    });
    expect(await closedOn('765702')).toBeUndefined();
    expect((await run('import', file, '--kind', 'biblioteker')).text).toContain('line 3 123: refused, number');
    expect(await run('import', file, '--kind', 'biblioteker')).toMatchObject({ json: { new: 0, same: 1 } });
    expect(await run('import', file, '--kind', 'andet')).toMatchObject({ exit: 1, json: { reason: 'no-kind' } });
    expect(await run('import', file)).toMatchObject({ exit: 2 });
    await world.close();
  });
});
