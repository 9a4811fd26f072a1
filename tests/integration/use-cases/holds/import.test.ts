import { afterEach, expect, test } from 'vitest';
import { commitImport } from '#app/use-cases/holds/seats/commit-import.server.ts';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { previewImport } from '#app/use-cases/holds/seats/preview-import.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { workOffImports } from '#app/use-cases/holds/seats/work-off-imports.server.ts';
import { insertSetting } from '#db/queries/setting.ts';
import { listStuckRecords } from '#db/queries/stuck-record.ts';
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

  const file = (...names: string[]) =>
    [head, ...names.map((name) => `${name};Eksempel;${name.toLowerCase()}@b.example;765700`)].join('\n');
  const open = () => world.db.selectFrom('import_run').select('id').where('ended_at', 'is', null).execute();

  test('lets others write between its rows', async () => {
    const { leader, holdId } = await stage();
    const names = Array.from({ length: 12 }, (_, each) => `Navn${each}`);
    let committing = true;
    const importing = commitImport(world, leader, { holdId, text: file(...names), invite: false }).finally(() => {
      committing = false;
    });
    let written = 0;
    while (committing) {
      await insertSetting(world.db, `written ${written}`, '', world.now());
      if (committing) written += 1;
    }
    expect(await importing).toMatchObject({ added: 12, seated: 12 });
    expect(written).toBeGreaterThan(5);
  });

  test('that stopped midway keeps its seats, goes on where it stopped, and leaves no rows behind', async () => {
    const { leader, holdId } = await stage();
    await world.db.updateTable('hold').set({ seats: 3 }).execute();
    let ids = 0;
    const { newId } = world;
    world.newId = () => {
      ids += 1;
      // After the run itself and a first person with all that belongs to them.
      if (ids > 8) throw Object.assign(new Error('the lights went out'), { code: 'SQLITE_IOERR' });
      return newId();
    };
    const text = file('Anna', 'Bo', 'Cai');
    await expect(commitImport(world, leader, { holdId, text, invite: true })).rejects.toThrow('the lights went out');
    world.newId = newId;
    const people = () => world.db.selectFrom('person').select('email').where('email', 'like', '%@b.example').execute();
    expect((await people()).length).toBeGreaterThan(0);
    expect((await people()).length).toBeLessThan(3);
    expect(await open()).toHaveLength(1);
    const stranger = await somebody(world, { givenName: 'Dan', roles: ['adviser'] });
    const asked = await requestSeat(world, stranger, { holdId });
    if (!asked.ok) throw new Error(asked.reason);
    expect(await decideRequest(world, leader, { enrolmentId: asked.enrolmentId, decision: 'approve' })).toMatchObject({
      ok: false,
    });
    await Promise.all([workOffImports(world), workOffImports({ ...world })]);
    expect(await people()).toHaveLength(3);
    expect(await open()).toEqual([]);
    expect(await world.db.selectFrom('import_row').selectAll().execute()).toEqual([]);
    expect(
      await world.db.selectFrom('audit').select('detail').where('action', '=', 'people-imported').execute(),
    ).toEqual([{ detail: '3 3 0' }]);
    expect(await commitImport(world, leader, { holdId, text, invite: true })).toMatchObject({ seated: 0, already: 3 });
  });

  test('pressed twice is one import', async () => {
    const { leader, holdId } = await stage();
    const input = { holdId, text: file('Anna', 'Bo'), invite: true };
    const outcomes = await Promise.all([commitImport(world, leader, input), commitImport(world, leader, input)]);
    expect(outcomes.filter((each) => each.ok && each.seated === 2).length).toBeGreaterThan(0);
    expect(await world.db.selectFrom('enrolment').select('id').where('hold_id', '=', holdId).execute()).toHaveLength(2);
  });

  test('goes on past a row that fails, which is shown and tried again', async () => {
    const { leader, holdId } = await stage();
    const { newId } = world;
    let failing = true;
    let begun = 0;
    world.newId = () => {
      begun += 1;
      if (failing && begun === 2) throw new Error('stuck');
      return newId();
    };
    const outcome = await commitImport(world, leader, { holdId, text: file('Anna', 'Bo'), invite: false });
    expect(outcome).toMatchObject({ added: 1, seated: 1, refused: 1 });
    expect(await listStuckRecords(world.db)).toMatchObject([{ work: 'import', fault: 'Error: stuck' }]);
    failing = false;
    await workOffImports(world);
    expect(await listStuckRecords(world.db)).toEqual([]);
    expect(await open()).toEqual([]);
    expect(await world.db.selectFrom('enrolment').select('id').where('hold_id', '=', holdId).execute()).toHaveLength(2);
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
