import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseArguments } from '#app/toolkit/arguments.ts';
import { peopleVerb } from '#app/toolkit/people.ts';
import { onBothDatabases, settingsOf } from '../../databases.ts';
import { fakeWorld, somebody, someHold } from '../../world.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'preview-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

onBothDatabases('people preview', (_engine, fresh) => {
  test('says on the command line what an import does to a place on a day, and writes nothing', async () => {
    const opened = await fresh();
    const env = settingsOf(opened.at);
    const world = await fakeWorld(opened);
    const holdId = await someHold(world, await somebody(world, { givenName: 'Karla', roles: ['course-leader'] }));
    const file = path.join(folder, 'people.csv');
    const head = 'fornavn;efternavn;arbejdsmail;biblioteksnummer;startdato';
    writeFileSync(file, `${head}\nÅse;Eksempel;aase@b.example;765700;2026-11-24\nBo;Eksempel;nej;765700;\n`);
    const preview = (...more: string[]) => peopleVerb(parseArguments(['people', 'preview', file, ...more]), env);
    const before = await world.db.selectFrom('person').select('id').execute();
    const outcome = await preview('--hold', holdId, '--as-of', '2026-12-01', '--json');
    expect(outcome).toMatchObject({
      exit: 0,
      json: {
        rows: [
          { line: 2, verdict: 'new' },
          { line: 3, verdict: 'refused', refusal: 'email' },
        ],
        effect: {
          asOf: '2026-12-01',
          later: 0,
          places: [
            {
              people: 1,
              guides: 0,
              from: 'uafklaret',
              to: 'ikke-klar',
              gates: [{ key: 'bemanding' }, { key: 'tavshed' }],
            },
          ],
        },
      },
    });
    expect(outcome.text).toContain('uafklaret -> ikke-klar; bemanding: ukendt -> ikke-opfyldt');
    expect((await preview('--hold', holdId, '--as-of', '2026-11-23')).text).toContain(
      '2026-11-23: no place changes its verdict\n1 begin after 2026-11-23 and are not counted',
    );
    expect(await preview('--hold', 'none')).toMatchObject({ exit: 1, error: 'not-found' });
    expect(await preview('--hold', holdId, '--as-of', 'tomorrow')).toMatchObject({ exit: 2 });
    expect(await preview()).toMatchObject({ exit: 2 });
    expect(await world.db.selectFrom('person').select('id').execute()).toEqual(before);
    expect(await world.db.selectFrom('import_run').selectAll().execute()).toEqual([]);
    await world.close();
  });
});
