import { afterEach, expect, test } from 'vitest';
import { markAsDemo, seedDemo } from '#app/demo/seed-demo.ts';
import { keyOf } from '#app/platform/session-cookie.server.ts';
import { setBlocked } from '#app/use-cases/people/set-blocked.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { findViewer } from '#app/use-cases/sign-in/find-viewer.server.ts';
import { listDemoPeople } from '#app/use-cases/sign-in/list-demo-people.server.ts';
import { saveSeen } from '#app/use-cases/sign-in/save-seen.server.ts';
import { sendSignInCode } from '#app/use-cases/sign-in/send-sign-in-code.server.ts';
import { signInAsDemo } from '#app/use-cases/sign-in/sign-in-as-demo.server.ts';
import { signOut } from '#app/use-cases/sign-in/sign-out.server.ts';
import { startSession } from '#app/use-cases/sign-in/start-session.server.ts';
import { sweepSignIn } from '#app/use-cases/sign-in/sweep-sign-in.server.ts';
import { useSignInCode as signInWithCode } from '#app/use-cases/sign-in/use-sign-in-code.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, pass, somebody } from '../../../world.ts';

const client = '203.0.113.7';
const hour = 60;

onBothDatabases('signing in', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    const { email } = await world.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', vera.personId)
      .executeTakeFirstOrThrow();
    return { vera, email: email! };
  }
  /** A request, and the round of the minute that saves when the session was used. */
  const request = async (key: string) => {
    const viewer = await findViewer(world, key);
    await saveSeen(world);
    return viewer;
  };
  const ask = async (email: string, from = client) => sendSignInCode(world, { email, client: from, language: 'da' });
  async function asked(email: string) {
    const sent = await ask(email);
    if (!sent.ok) throw new Error(sent.reason);
    await deliverOutbox(world);
    const code = world.letters.at(-1)?.body.match(/\d{6}/)?.[0] ?? '';
    return { challenge: sent.cookie, code, wrong: String((Number(code) + 1) % 1_000_000).padStart(6, '0') };
  }
  const enter = (challenge: string | undefined, code: string, from = client) =>
    signInWithCode(world, { challenge, code, client: from });

  test('accepts the right code once, in the browser that asked for it', async () => {
    const { email, vera } = await stage();
    const { challenge, code } = await asked(email.toUpperCase());
    expect(await enter(undefined, code)).toEqual({ ok: false, reason: 'expired' });
    expect(await enter('another-browser', code)).toEqual({ ok: false, reason: 'expired' });
    const entered = await enter(challenge, `${code.slice(0, 3)} ${code.slice(3)}`);
    if (!entered.ok) throw new Error(entered.reason);
    expect(await findViewer(world, keyOf(entered.cookie))).toMatchObject({ personId: vera.personId });
    expect(await enter(challenge, code)).toEqual({ ok: false, reason: 'expired' });
  });

  test('starts one session if the right code is sent twice at once', async () => {
    const { email } = await stage();
    const { challenge, code } = await asked(email);
    const both = await Promise.all([enter(challenge, code), enter(challenge, code)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('refuses the sixth guess, even if it is right', async () => {
    const { email } = await stage();
    const { challenge, code, wrong } = await asked(email);
    for (const none of ['', 'abc', '12345', '1234567', ' '])
      expect(await enter(challenge, none), none).toEqual({ ok: false, reason: 'wrong-code' });
    for (let guess = 1; guess <= 5; guess++)
      expect(await enter(challenge, wrong), String(guess)).toEqual({ ok: false, reason: 'wrong-code' });
    expect(await enter(challenge, code)).toEqual({ ok: false, reason: 'expired' });
  });

  test('accepts a code for ten minutes', async () => {
    const { email } = await stage();
    const first = await asked(email);
    pass(world, 9);
    expect((await enter(first.challenge, first.code)).ok).toBe(true);
    const second = await asked(email);
    pass(world, 10);
    expect(await enter(second.challenge, second.code)).toEqual({ ok: false, reason: 'expired' });
  });

  test('lets a course day of forty people behind one address ask three times and mistype seven times each', async () => {
    await stage();
    for (let at = 0; at < 40; at++) {
      for (let time = 0; time < 3; time++) expect((await ask(`nr${at}@bibliotek.example`)).ok, String(at)).toBe(true);
      for (let time = 0; time < 7; time++) expect(await enter('none', '000000')).toMatchObject({ reason: 'expired' });
    }
  });

  test('limits somebody who asks for the codes of others, while the owner can still sign in from elsewhere', async () => {
    const { email } = await stage();
    for (let at = 0; at < 6; at++) expect((await ask(email, '198.51.100.9')).ok).toBe(true);
    expect(await ask(email, '198.51.100.9')).toEqual({ ok: false, reason: 'too-many', seconds: 3600 });
    const { challenge, code } = await asked(email);
    expect((await enter(challenge, code)).ok).toBe(true);
  });

  test('limits a flood of requests by network and by mailbox until the next hour', async () => {
    const { email } = await stage();
    for (let at = 0; at < 20; at++) expect((await ask(email, `198.51.100.${at}`)).ok).toBe(true);
    expect(await ask(email, '198.51.100.99')).toEqual({ ok: false, reason: 'too-many', seconds: 3600 });
    for (let at = 0; at < 240; at++) expect((await ask(`nr${at}@bibliotek.example`)).ok, String(at)).toBe(true);
    expect(await ask('nr240@bibliotek.example')).toMatchObject({ reason: 'too-many' });
    for (let at = 0; at < 400; at++) expect(await enter('none', '000000')).toMatchObject({ reason: 'expired' });
    expect(await enter('none', '000000')).toMatchObject({ reason: 'too-many' });
    pass(world, hour);
    expect((await ask(email)).ok).toBe(true);
    expect(await enter('none', '000000')).toMatchObject({ reason: 'expired' });
  });

  test('gives an unknown address and a blocked person the same answer and no letter', async () => {
    const { email, vera } = await stage();
    expect(await ask('ikke en adresse')).toEqual({ ok: false, reason: 'not-an-email' });
    const { challenge, code } = await asked(email);
    await setBlocked(world, null, { personId: vera.personId, blocked: true });
    expect(await enter(challenge, code)).toEqual({ ok: false, reason: 'wrong-code' });
    for (const each of [email, 'ingen@bibliotek.example'])
      expect(await ask(each)).toEqual({ ok: true, cookie: expect.any(String) });
    expect(await deliverOutbox(world)).toBe(0);
  });

  test('lasts until sign-out, the next sign-in in the browser, a time without use, or a working day', async () => {
    const { vera } = await stage();
    const begin = async (former?: string) =>
      startSession(world, world.db, { personId: vera.personId, method: 'code', former });
    const lives = async (cookie: string) => (await request(keyOf(cookie))) !== undefined;
    const first = await begin();
    const second = await begin(first);
    expect([await lives(first), await lives(second)]).toEqual([false, true]);
    await signOut(world, { ...vera, sessionKey: keyOf(second) });
    expect(await lives(second)).toBe(false);

    const idle = await begin();
    pass(world, 4 * hour - 1);
    expect(await lives(idle)).toBe(true);
    pass(world, 4 * hour);
    expect(await lives(idle)).toBe(false);

    const busy = await begin();
    for (let hours = 3; hours <= 9; hours += 3) {
      pass(world, 3 * hour);
      expect(await lives(busy), String(hours)).toBe(true);
    }
    pass(world, hour);
    expect(await lives(busy)).toBe(false);
    pass(world, 31 * 24 * hour);
    await sweepSignIn(world);
    expect(await world.db.selectFrom('auth_session').select('key').execute()).toEqual([]);
  });

  test('gives a role from its first day to the day before its end', async () => {
    const { vera } = await stage();
    const grant = { person_id: vera.personId, service_id: null, granted_by: null, recorded_at: world.now() };
    await world.db
      .insertInto('role_grant')
      .values([
        { ...grant, id: 'ended', role: 'agency', valid_from: '2026-01-01', valid_until: '2026-11-24' },
        { ...grant, id: 'coming', role: 'administrator', valid_from: '2026-11-25', valid_until: null },
        { ...grant, id: 'last-day', role: 'course-leader', valid_from: '2026-11-24', valid_until: '2026-11-25' },
      ])
      .execute();
    const key = keyOf(await startSession(world, world.db, { personId: vera.personId, method: 'code' }));
    expect((await findViewer(world, key))!.grants.map(({ role }) => role).sort()).toEqual(['adviser', 'course-leader']);
  });

  test('treats spellings of an address as one, also for the limit', async () => {
    const { vera } = await stage();
    const email = 'åse@bibliotek.example';
    await world.db.updateTable('person').set({ email }).where('id', '=', vera.personId).execute();
    for (const written of [' ÅSE@bibliotek.example', email.normalize('NFD'), email, email, email, email])
      expect((await ask(written)).ok, written).toBe(true);
    expect(await deliverOutbox(world)).toBe(6);
    expect(await ask('Åse@Bibliotek.Example')).toMatchObject({ ok: false, reason: 'too-many' });
    // The hour runs from the first try, so further tries do not extend it.
    pass(world, hour - 1);
    expect(await ask(email)).toEqual({ ok: false, reason: 'too-many', seconds: 60 });
    pass(world, 1);
    expect((await ask(email)).ok).toBe(true);
  });

  test('stores nothing that would sign anybody in', async () => {
    const { email } = await stage();
    const { challenge, code } = await asked(email);
    const entered = await enter(challenge, code);
    if (!entered.ok) throw new Error(entered.reason);
    const stored = JSON.stringify([
      await world.db.selectFrom('auth_challenge').select(['key', 'secret_hash']).execute(),
      await world.db.selectFrom('auth_session').selectAll().execute(),
      await world.db.selectFrom('auth_rate').selectAll().execute(),
    ]);
    for (const secret of [challenge, entered.cookie, code, client, email]) expect(stored).not.toContain(secret);
  });

  test('can be ended for one browser or one person without effect on others', async () => {
    const { vera } = await stage();
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    const begin = async ({ personId }: { personId: string }) =>
      keyOf(await startSession(world, world.db, { personId, method: 'code' }));
    const [desk, home, other] = [await begin(vera), await begin(vera), await begin(villy)];
    const live = async () =>
      Promise.all([desk, home, other].map(async (key) => (await findViewer(world, key)) !== undefined));
    await signOut(world, { ...vera, sessionKey: home });
    expect(await live()).toEqual([true, false, true]);
    await setBlocked(world, null, { personId: vera.personId, blocked: true });
    expect(await live()).toEqual([false, false, true]);
    // If somebody is blocked while a session starts, the status of the person counts.
    const late = await begin(vera);
    expect(await findViewer(world, late)).toBeUndefined();
  });

  test('is renewed by each request for its own session only', async () => {
    const { vera } = await stage();
    const begin = async () => keyOf(await startSession(world, world.db, { personId: vera.personId, method: 'code' }));
    const [used, left] = [await begin(), await begin()];
    pass(world, 3 * hour);
    expect(await request(used)).toBeDefined();
    expect(world.seen.size, 'saved once').toBe(0);
    pass(world, 2 * hour);
    expect(await request(used)).toBeDefined();
    expect(await request(left)).toBeUndefined();
  });

  test('is swept of ended sessions and codes, while those in use stay', async () => {
    const { email, vera } = await stage();
    const { challenge, code } = await asked(email);
    for (let at = 1; at < 6; at++) await ask(email);
    const key = keyOf(await startSession(world, world.db, { personId: vera.personId, method: 'code' }));
    pass(world, 5);
    await sweepSignIn(world);
    expect((await enter(challenge, code)).ok).toBe(true);
    expect(await ask(email)).toMatchObject({ reason: 'too-many' });
    pass(world, 20 * 24 * hour);
    await sweepSignIn(world);
    const kept = await world.db.selectFrom('auth_session').select('key').execute();
    expect(kept.map((each) => each.key)).toContain(key);
    for (const table of ['auth_challenge', 'auth_rate'] as const)
      expect(await world.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  test('as a demo person needs a demo person and a database that was made as a demo', async () => {
    world = await fakeWorld(await fresh(), { demo: true, demoSignIn: true });
    const demo = await somebody(world, { givenName: 'Vera', roles: ['adviser'], demo: true });
    const real = await somebody(world, { givenName: 'Rigtig', roles: ['administrator'] });
    expect(await signInAsDemo(world, { personId: demo.personId })).toMatchObject({ ok: true });
    expect(await signInAsDemo(world, { personId: real.personId })).toEqual({ ok: false, reason: 'not-found' });
    expect(await signInAsDemo({ ...world, demoSignIn: false }, { personId: demo.personId })).toEqual({
      ok: false,
      reason: 'not-offered',
    });
  });

  test('offers demo people where demo sign-in is allowed, but nobody who is real or blocked', async () => {
    await stage();
    const vilma = await somebody(world, { givenName: 'Vilma', roles: ['adviser'], demo: true });
    const bo = await somebody(world, { givenName: 'Bo', roles: ['adviser'], demo: true });
    await setBlocked(world, null, { personId: bo.personId, blocked: true });
    expect(await listDemoPeople(world)).toEqual([]);
    expect(await listDemoPeople({ ...world, demoSignIn: true })).toMatchObject([{ personId: vilma.personId }]);
    expect(await markAsDemo(world), 'people are in it').toBe(false);
    await expect(seedDemo(world, 'small')).rejects.toThrow('marked as demo');
  });

  test('as a demo person is refused to a blocked one', async () => {
    await stage();
    const demo = await somebody(world, { givenName: 'Vilma', roles: ['adviser'], demo: true });
    await setBlocked(world, null, { personId: demo.personId, blocked: true });
    expect(await signInAsDemo({ ...world, demoSignIn: true }, { personId: demo.personId })).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });
});
