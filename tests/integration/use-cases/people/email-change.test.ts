import { afterEach, expect, test } from 'vitest';
import { confirmEmail } from '#app/use-cases/people/confirm-email.server.ts';
import { findPeople } from '#app/use-cases/people/find-people.server.ts';
import { daysToConfirm, requestEmailChange } from '#app/use-cases/people/request-email-change.server.ts';
import { seeEmailChange } from '#app/use-cases/people/see-email-change.server.ts';
import { seePerson } from '#app/use-cases/people/see-person.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

onBothDatabases('the change of an address', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    return { boss, vera, personId: vera.personId };
  }
  const letters = async () =>
    (
      await world.db.selectFrom('outbox').select(['recipient', 'body']).orderBy('created_at').orderBy('id').execute()
    ).map(({ recipient, body }) => ({ recipient, secret: /confirm-email\/(\S+)/.exec(body)?.[1] ?? '', body }));

  test('counts once the new address has answered, and the old one is told', async () => {
    const { boss, personId } = await stage();
    const before = (await seePerson(world, boss, personId))!.email!;
    expect(await requestEmailChange(world, boss, { personId, newEmail: ' <Vera@Horsens.example> ' })).toEqual({
      ok: true,
    });
    expect(await seePerson(world, boss, personId)).toMatchObject({ email: before, newEmail: 'vera@horsens.example' });
    const [asked] = await letters();
    expect(asked).toMatchObject({ recipient: 'vera@horsens.example' });
    expect(await seeEmailChange(world, asked!.secret)).toEqual({ email: 'vera@horsens.example' });
    pass(world, 5);
    expect(await confirmEmail(world, asked!)).toEqual({ ok: true, email: 'vera@horsens.example' });
    expect(await seePerson(world, boss, personId)).toMatchObject({ email: 'vera@horsens.example', newEmail: null });
    expect((await findPeople(world, boss, 'horsens.example')).count).toBe(1);
    const told = (await letters())[1]!;
    expect([told.recipient, told.body.includes('vera@horsens.example')]).toEqual([before, true]);
    expect(await confirmEmail(world, asked!), 'a second time').toEqual({ ok: false, reason: 'not-found' });
    expect(await checkAudit(world)).toEqual([]);
  });

  test('is over when another is asked for, when it is too old, and when somebody else has the address by then', async () => {
    const { boss, personId } = await stage();
    for (const newEmail of ['en@b.example', 'to@b.example']) {
      await requestEmailChange(world, boss, { personId, newEmail });
      pass(world, 1);
    }
    const [first, second] = await letters();
    expect(await confirmEmail(world, first!)).toEqual({ ok: false, reason: 'not-found' });
    const other = await somebody(world, { givenName: 'To', roles: [] });
    await world.db.updateTable('person').set({ email: 'to@b.example' }).where('id', '=', other.personId).execute();
    expect(await confirmEmail(world, second!)).toEqual({ ok: false, reason: 'known-email' });
    await world.db.updateTable('person').set({ email: null }).where('id', '=', other.personId).execute();
    pass(world, daysToConfirm * 24 * 60);
    expect(await seeEmailChange(world, second!.secret)).toBeUndefined();
    expect(await confirmEmail(world, second!)).toEqual({ ok: false, reason: 'not-found' });
  });

  test('is begun for oneself or by whoever manages people, who alone is told that an address is taken', async () => {
    const { boss, vera, personId } = await stage();
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    const taken = (await seePerson(world, boss, personId))!.email!;
    const ask = (viewer: typeof boss, who: typeof boss, newEmail: string) =>
      requestEmailChange(world, viewer, { personId: who.personId, newEmail });
    expect(await ask(villy, vera, 'ny@b.example')).toEqual({ ok: false, reason: 'not-found' });
    expect(await ask(villy, villy, taken)).toEqual({ ok: true });
    expect(await letters()).toEqual([]);
    expect(await ask(boss, villy, taken)).toEqual({ ok: false, reason: 'known-email' });
    expect(await ask(boss, vera, taken)).toEqual({ ok: false, reason: 'same-email' });
    expect(await ask(vera, vera, 'ingen mail')).toEqual({ ok: false, reason: 'not-an-email' });
    for (let time = 0; time < 5; time++) await ask(villy, villy, `ny${time}@b.example`);
    expect(await ask(villy, villy, 'ny@b.example')).toMatchObject({ ok: false, reason: 'too-many' });
  });
});
