import { afterEach, expect, test } from 'vitest';
import { addPerson } from '#app/use-cases/people/add-person.server.ts';
import { grantRole } from '#app/use-cases/people/grant-role.server.ts';
import { revokeRole } from '#app/use-cases/people/revoke-role.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, pass, somebody } from '../../../world.ts';

onBothDatabases('a role', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('has a first and a last day, and the last administrator cannot lose theirs', async () => {
    world = await fakeWorld(await fresh());
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const email = (
      await world.db.selectFrom('person').select('email').where('id', '=', boss.personId).executeTakeFirstOrThrow()
    ).email!;
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    expect(await grantRole(world, adviser, { email, role: 'agency' })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await revokeRole(world, boss, { email, role: 'administrator' })).toEqual({
      ok: false,
      reason: 'last-administrator',
    });
    expect(await grantRole(world, boss, { email, role: 'agency' })).toEqual({ ok: true, changed: true });
    expect(await revokeRole(world, boss, { email, role: 'agency' })).toEqual({ ok: true, changed: true });
    pass(world, 1);
    expect(await grantRole(world, boss, { email: 'ingen@b.example', role: 'agency' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  test("of administrator stays with one of two who revoke each other's at once", async () => {
    world = await fakeWorld(await fresh());
    const both = [
      await somebody(world, { givenName: 'Arne', roles: ['administrator'] }),
      await somebody(world, { givenName: 'Asta', roles: ['administrator'] }),
    ];
    const revoke = (at: number) =>
      revokeRole(world, both[1 - at]!, { personId: both[at]!.personId, role: 'administrator' });
    // Several rounds, because the first one opens the second connection and therefore does not run in parallel.
    for (let round = 0; round < 5; round++) {
      expect((await Promise.all([revoke(0), revoke(1)])).map(({ ok }) => ok).sort()).toEqual([false, true]);
      for (const { personId } of both) await grantRole(world, null, { personId, role: 'administrator' });
      pass(world, 24 * 60);
    }
  });

  test('is changed by many at once with one unbroken chain in the audit', async () => {
    world = await fakeWorld(await fresh());
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        addPerson(world, boss, { givenName: `Nr${at}`, familyName: 'Eksempel', email: null, roles: ['adviser'] }),
      ),
    );
    expect(await checkAudit(world)).toEqual([]);
    expect(await world.db.selectFrom('audit').select('seq').execute()).toHaveLength(9);
  });
});
