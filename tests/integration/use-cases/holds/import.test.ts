import { afterEach, expect, test } from 'vitest';
import { commitImport } from '#app/use-cases/holds/seats/commit-import.server.ts';
import { previewImport } from '#app/use-cases/holds/seats/preview-import.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody, someHold } from '../../../world.ts';

const head = 'fornavn;efternavn;arbejdsmail;biblioteksnummer';
let world: FakeWorld;

onBothDatabases('an import', (_engine, fresh) => {
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    return { leader, holdId: await someHold(world, leader) };
  }
  const mailOf = async ({ personId }: { personId: string }) =>
    (await world.db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirstOrThrow()).email;

  test('shows the registered name if the file has a different one, and changes no name', async () => {
    const { leader, holdId } = await stage();
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const aase = await somebody(world, { givenName: 'Åse', roles: ['adviser'], library: libraries.horsens });
    const text = [head, `Helt;Andet;${await mailOf(villy)};765700`, `AASE; eksempel;${await mailOf(aase)};765700`].join(
      '\n',
    );
    const preview = await previewImport(world, leader, { holdId, bytes: Buffer.from(text) });
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.rows.map(({ verdict, registered }) => [verdict, registered])).toEqual([
      ['known', 'Villy Eksempel'],
      ['known', undefined],
    ]);
    const names = () => world.db.selectFrom('person_name').selectAll().orderBy('person_id').execute();
    const before = await names();
    expect(await commitImport(world, leader, { holdId, text, invite: false })).toMatchObject({ added: 0, seated: 2 });
    expect(await names()).toEqual(before);
  });

  test('refuses a row with too many cells or too long a name, and still judges the other rows', async () => {
    const { leader, holdId } = await stage();
    const text = [
      head,
      'Åse;Eksempel;aase@b.example;765700;mere',
      `${'x'.repeat(101)};Eksempel;lang@b.example;765700`,
      'Bo;Eksempel;ingen mail;765700',
      'Åse;Eksempel;aase@b.example;765700',
    ].join('\n');
    const preview = await previewImport(world, leader, { holdId, bytes: Buffer.from(text) });
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.rows.map(({ line, verdict, refusal }) => [line, refusal ?? verdict])).toEqual([
      [2, 'cells'],
      [3, 'name-too-long'],
      [4, 'email'],
      [5, 'new'],
    ]);
  });

  test('gives no seat on a hold that has ended, and reports an empty file as empty', async () => {
    const { leader, holdId } = await stage();
    expect(await previewImport(world, leader, { holdId, bytes: Buffer.alloc(0) })).toEqual({
      ok: false,
      reason: 'empty',
    });
    const { ends_on } = await world.db.selectFrom('hold').select('ends_on').executeTakeFirstOrThrow();
    world.clock.at = `${ends_on}T09:00:00.000Z`;
    const text = `${head}\nÅse;Eksempel;aase@b.example;765700`;
    const refused = { ok: false, reason: 'hold-over', endsOn: ends_on };
    expect(await previewImport(world, leader, { holdId, bytes: Buffer.from(text) })).toEqual(refused);
    expect(await commitImport(world, leader, { holdId, text, invite: false })).toEqual(refused);
  });
});
