import { afterEach, expect, test } from 'vitest';
import { seeNetwork } from '#app/use-cases/partners/see-network.server.ts';
import { seeNetworkMessage } from '#app/use-cases/partners/see-network-message.server.ts';
import { sendNetworkMessage } from '#app/use-cases/partners/send-network-message.server.ts';
import { setBlocked } from '#app/use-cases/people/set-blocked.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('a message to the network', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const kim = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const kaj = await somebody(world, { givenName: 'Kaj', roles: ['contact-person'], library: libraries.odense });
    await world.db.updateTable('person').set({ email: null }).where('id', '=', kaj.personId).execute();
    await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const message = { subject: 'Ny åbningsplan', body: 'Send den inden fredag. {{name}}', preview: false };
    return { agency, kim, kaj, message };
  }

  test('is shown before it is sent, with those who have no address, and nothing is stored by that', async () => {
    const { agency, message } = await begin();
    const outcome = await sendNetworkMessage(world, agency, { ...message, preview: true });
    expect(outcome).toMatchObject({ ok: true, sent: false, preview: { letters: 1 } });
    expect(outcome.ok && !outcome.sent && outcome.preview.recipients).toEqual([
      { name: 'Kaj Eksempel', service: 'Bibliotekerne i Odense', hasAddress: false },
      { name: 'Kim Eksempel', service: 'Bibliotekerne i Herning', hasAddress: true },
    ]);
    for (const table of ['outbox', 'network_message', 'network_recipient'] as const)
      expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  test('goes to every contact person once, and the list says who got it', async () => {
    const { agency, kim, kaj, message } = await begin();
    const send = () => sendNetworkMessage(world, agency, { ...message, operationId: 'one' });
    const [first, again] = [await send(), await send()];
    expect(again).toEqual(first);
    const { id } = first as { id: string };
    const states = async () =>
      Object.fromEntries((await seeNetworkMessage(world, agency, id))!.recipients.map((each) => [each.id, each.state]));
    expect(await states()).toEqual({ [kim.personId]: 'waiting', [kaj.personId]: 'no-address' });
    await deliverOutbox(world);
    expect(await states()).toEqual({ [kim.personId]: 'sent', [kaj.personId]: 'no-address' });
    expect(world.letters).toMatchObject([{ subject: 'Ny åbningsplan' }]);
    expect(world.letters[0]!.body).toContain('Hej Kim Eksempel\n\nSend den inden fredag. {{name}}\n');
    expect((await seeNetwork(world, agency))!.messages).toMatchObject([
      { id, subject: 'Ny åbningsplan', recipients: 2, sent: 1, withoutAddress: 1 },
    ]);
    await world.db.updateTable('outbox').set({ sent_at: null, tries: 10 }).execute();
    expect(await states()).toMatchObject({ [kim.personId]: 'failed' });
  });

  test('is written by the agency alone, and has a subject and a text', async () => {
    const { agency, kim, message } = await begin();
    expect(await sendNetworkMessage(world, kim, message)).toEqual({ ok: false, reason: 'forbidden' });
    expect([await seeNetwork(world, kim), await seeNetworkMessage(world, kim, 'x')]).toEqual([undefined, undefined]);
    expect(await sendNetworkMessage(world, agency, { ...message, subject: ' ', body: 'x'.repeat(5_001) })).toEqual({
      ok: false,
      reason: 'not-a-message',
      issues: [
        { field: 'subject', problem: 'missing' },
        { field: 'body', problem: 'too-long' },
      ],
    });
  });

  test('does not go to somebody who is blocked, and is refused where nobody is left', async () => {
    const { agency, kim, kaj, message } = await begin();
    await setBlocked(world, null, { personId: kaj.personId, blocked: true });
    expect(await sendNetworkMessage(world, agency, { ...message, preview: true })).toMatchObject({
      preview: { recipients: [{ name: 'Kim Eksempel' }] },
    });
    await setBlocked(world, null, { personId: kim.personId, blocked: true });
    expect(await sendNetworkMessage(world, agency, message)).toEqual({ ok: false, reason: 'nobody' });
  });

  test('is read beside how many the network has', async () => {
    const { agency } = await begin();
    const network = (await seeNetwork(world, agency))!;
    expect([network.services, network.withContact, network.members]).toEqual([98, 2, 3]);
    expect(network.without).toHaveLength(96);
    expect(network.without).not.toContain('Bibliotekerne i Herning');
  });

  test('of a past day has the contact persons and messages of then, and what was recorded later is not known then', async () => {
    const { agency, kim, message } = await begin();
    const roles = world.db.updateTable('role_grant').where('person_id', '=', kim.personId);
    const { valid_from: from } = await world.db
      .selectFrom('role_grant')
      .select('valid_from')
      .where('person_id', '=', kim.personId)
      .executeTakeFirstOrThrow();
    await sendNetworkMessage(world, agency, { ...message, operationId: 'one' });
    world.clock.at = '2026-11-26T09:00:00.000Z';
    await deliverOutbox(world);
    world.clock.at = '2026-11-28T09:00:00.000Z';
    await roles.set({ valid_until: '2026-11-25', recorded_at: world.now() }).execute();
    const of = async (asked: object) => {
      const { withContact, messages, mayWrite } = (await seeNetwork(world, agency, asked))!;
      return [withContact, messages.length, messages[0]?.sent ?? 0, mayWrite];
    };
    expect(from <= '2026-11-24').toBe(true);
    expect(await of({ asOf: '2026-11-23' })).toMatchObject([2, 0, 0, false]);
    expect(await of({ asOf: '2026-11-24' })).toMatchObject([2, 1, 0, false]);
    expect(await of({ asOf: '2026-11-26' })).toMatchObject([1, 1, 1, false]);
    expect(await of({ asOf: '2026-11-26', knownOn: '2026-11-27' })).toMatchObject([2, 1, 1, false]);
    expect(await of({})).toMatchObject([1, 1, 1, true]);
  });
});
