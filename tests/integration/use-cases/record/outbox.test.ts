import { afterEach, expect, test } from 'vitest';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { sendSignInCode } from '#app/use-cases/sign-in/send-sign-in-code.server.ts';
import { insertMail } from '#db/queries/outbox.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody, someHold } from '../../../world.ts';

onBothDatabases('the outbox', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const takenAt = async (id: string) =>
    (await world.db.selectFrom('outbox').select('taken_at').where('id', '=', id).executeTakeFirstOrThrow()).taken_at;

  test('sends the answer to a request once, and a letter that fails does not delay the others', async () => {
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

  test('sends one letter per key, in the language of the person, and none to somebody without an address', async () => {
    world = await fakeWorld(await fresh());
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    const bo = await somebody(world, { givenName: 'Bo', roles: ['adviser'] });
    await world.db.updateTable('person').set({ language: 'en' }).where('id', '=', vera.personId).execute();
    await world.db.updateTable('person').set({ email: null }).where('id', '=', bo.personId).execute();
    const tell = (personId: string, number: string) =>
      writeLetter(world, world.db, {
        personId,
        key: `issued:${number}`,
        template: 'issued',
        words: () => ({ number }),
      });
    for (const number of ['2026-00001', '2026-00001', '2026-00002']) await tell(vera.personId, number);
    await tell(bo.personId, '2026-00003');
    const letters = await world.db.selectFrom('outbox').select(['subject', 'language']).orderBy('id').execute();
    expect(letters).toEqual(
      ['2026-00001', '2026-00002'].map((number) => ({ subject: expect.stringContaining(number), language: 'en' })),
    );
  });

  test('sends each letter once even if two rounds run, and later retries a letter that was taken but not sent', async () => {
    world = await fakeWorld(await fresh());
    const letter = (id: string) =>
      insertMail(world.db, {
        id,
        dedupe_key: id,
        recipient: 'vera@bibliotek.example',
        subject: id,
        body: 'Hej',
        created_at: world.now(),
        sent_at: null,
      });
    for (const id of ['1', '2', '3']) await letter(id);
    const rounds = await Promise.all([deliverOutbox(world), deliverOutbox(world)]);
    expect(rounds[0]! + rounds[1]!).toBe(3);
    expect(world.letters.map(({ id }) => id).sort()).toEqual(['1', '2', '3']);

    // A slow mail server: the next round begins before the letter is sent.
    await letter('4');
    let leave: () => void = () => undefined;
    const slow = new Promise<void>((left) => {
      leave = left;
    });
    const first = deliverOutbox({ ...world, postbox: { send: (each) => slow.then(() => world.postbox.send(each)) } });
    while ((await takenAt('4')) === null) await new Promise((soon) => setImmediate(soon));
    expect(await deliverOutbox(world)).toBe(0);
    leave();
    expect(await first).toBe(1);
    expect(world.letters.filter(({ id }) => id === '4')).toHaveLength(1);

    // A server that stopped after it took the letter.
    await letter('5');
    const given = world.now();
    await world.db.updateTable('outbox').set({ taken_at: given }).where('id', '=', '5').execute();
    pass(world, 15);
    expect(await deliverOutbox(world)).toBe(0);
    pass(world, 1);
    expect(await deliverOutbox(world)).toBe(1);
  });

  test('sends a sign-in code before all other letters', async () => {
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
    expect(world.letters[0]).toMatchObject({
      // A locked phone shows subjects, so the code must not be in it.
      subject: 'Din kode til Vejlederbevis',
      body: expect.stringMatching(/^Din kode til Vejlederbevis er \d{6}\./),
    });
  });
});
