import { afterEach, expect, test } from 'vitest';
import { deliverOutbox } from '#app/use-cases/deliver-outbox.server.ts';
import { decideRequest } from '#app/use-cases/holds/decide-request.server.ts';
import { requestSeat } from '#app/use-cases/holds/request-seat.server.ts';
import { sendSignInCode } from '#app/use-cases/sign-in/send-sign-in-code.server.ts';
import { insertMail } from '#db/queries/outbox.ts';
import { onBothDatabases } from '../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody, someHold } from '../../world.ts';

onBothDatabases('the outbox', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('an answer to a request goes out by mail once, and a letter that cannot leave holds no other back', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'] });
    const holdId = await someHold(world, leader);
    for (const givenName of ['Vera', 'Villy']) {
      const asked = await requestSeat(
        world,
        await somebody(world, { givenName, roles: ['adviser'], library: libraries.herning }),
        { holdId },
      );
      if (asked.ok) await decideRequest(world, leader, { enrolmentId: asked.enrolmentId, decision: 'approve' });
    }
    let tries = 0;
    const send = world.postbox.send;
    const troubled = {
      ...world,
      postbox: {
        send: async (letter: Parameters<typeof send>[0]) =>
          tries++ === 0 ? Promise.reject(new Error('no line')) : send(letter),
      },
    };
    expect([await deliverOutbox(troubled), await deliverOutbox(troubled), await deliverOutbox(troubled)]).toEqual([
      1, 1, 0,
    ]);
    expect(world.letters.map(({ subject }) => subject)).toEqual([
      'Du har fået en plads på Prøvehold',
      'Du har fået en plads på Prøvehold',
    ]);
  });

  test('a sign-in code leaves before everything that waits', async () => {
    world = await fakeWorld(await fresh());
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    const { email } = await world.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', vera.personId)
      .executeTakeFirstOrThrow();
    for (let at = 0; at < 120; at++)
      await insertMail(world.db, {
        id: world.newId(),
        dedupe_key: `invited:${at}`,
        recipient: `nr${at}@eksempel.dk`,
        subject: 'Velkommen',
        body: 'Hej',
        created_at: '2026-01-01T08:00:00.000Z',
        sent_at: null,
      });
    await sendSignInCode(world, { email: email!, client: '203.0.113.7', language: 'da' });
    await deliverOutbox(world);
    expect(world.letters[0]!.subject).toMatch(/^Din kode er \d{6}$/);
  });
});
