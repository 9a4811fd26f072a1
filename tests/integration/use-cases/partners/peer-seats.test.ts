import { afterEach, expect, test } from 'vitest';
import { listPeerSessions } from '#app/use-cases/partners/list-peer-sessions.server.ts';
import { recordPeerSession } from '#app/use-cases/partners/record-peer-session.server.ts';
import { seePeerSession } from '#app/use-cases/partners/see-peer-session.server.ts';
import { setPeerSeat } from '#app/use-cases/partners/set-peer-seat.server.ts';
import { withdrawRecord } from '#app/use-cases/partners/withdraw-record.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('a seat in a session with colleagues', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const other = await somebody(world, { givenName: 'Kaj', roles: ['contact-person'], library: libraries.odense });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.odense });
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const draft = { onDay: '2026-12-08', startsAt: '13:00', place: 'Herning Bibliotek', topic: 'Rettigheder' };
    const session = { serviceId: 'tjeneste-0657', ...draft, seats: '3', taken: '2' };
    const recorded = await recordPeerSession(world, contact, session);
    if (!recorded.ok) throw new Error(recorded.reason);
    return { contact, other, vera, villy, session, id: recorded.id };
  }

  test('is taken once and given back, the last one goes to one person, and only the host sees who', async () => {
    const { contact, other, vera, villy, id } = await begin();
    const take = (viewer: typeof vera, takes = true) => setPeerSeat(world, viewer, { sessionId: id, takes });
    expect(await take(contact)).toEqual({ ok: false, reason: 'forbidden' });
    const both = await Promise.all([take(vera), take(villy)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: 'full' });
    const [got, missed] = both[0].ok ? [vera, villy] : [villy, vera];
    expect(await take(got)).toEqual({ ok: true });
    expect(await listPeerSessions(world, got)).toMatchObject([{ free: 0, mine: true }]);
    expect(await listPeerSessions(world, missed)).toMatchObject([{ free: 0, mine: false }]);
    expect((await seePeerSession(world, contact, id))!.people).toMatchObject([{ name: got.name }]);
    expect((await seePeerSession(world, other, id))!.people).toBeNull();
    expect(await take(got, false)).toEqual({ ok: true });
    expect(await take(got, false)).toEqual({ ok: true });
    expect(await take(missed)).toEqual({ ok: true });
    expect(await world.db.selectFrom('peer_seat').select('id').execute()).toHaveLength(3);
    expect(await checkAudit(world)).toEqual([]);
  });

  test('is kept when the session is corrected, and its holder is told of a move and of an end', async () => {
    const { contact, vera, session, id } = await begin();
    await setPeerSeat(world, vera, { sessionId: id, takes: true });
    const correct = (corrects: string, more: object) =>
      recordPeerSession(world, contact, { ...session, ...more, corrects });
    expect(await correct(id, { seats: '2' })).toMatchObject({
      issues: [{ field: 'seats', problem: 'fewer-than-taken' }],
    });
    const named = await correct(id, { topic: 'Rettigheder i MitID' });
    if (!named.ok) throw new Error(named.reason);
    await deliverOutbox(world);
    expect(world.letters).toEqual([]);
    const moved = await correct(named.id, { topic: 'Rettigheder i MitID', startsAt: '14:00' });
    if (!moved.ok) throw new Error(moved.reason);
    await deliverOutbox(world);
    expect(world.letters.at(-1)!.subject).toBe('Sidemandsoplæringen om Rettigheder i MitID er ændret');
    expect(world.letters.at(-1)!.body).toContain('Nu: 8. december 2026 kl. 14.00, Herning Bibliotek');
    expect(await listPeerSessions(world, vera)).toMatchObject([{ id: moved.id, mine: true, free: 0 }]);
    expect(await setPeerSeat(world, vera, { sessionId: id, takes: false })).toEqual({ ok: false, reason: 'not-found' });
    const why = 'Underviseren er syg den dag';
    await withdrawRecord(world, contact, { kind: 'peer_session', id: moved.id, why });
    await deliverOutbox(world);
    expect(world.letters.at(-1)!.subject).toContain('er aflyst');
    expect(world.letters.at(-1)!.body).toContain(why);
  });

  test('cannot be taken once the day has passed', async () => {
    const { vera, id } = await begin();
    world.clock.at = '2026-12-09T09:00:00.000Z';
    expect(await setPeerSeat(world, vera, { sessionId: id, takes: true })).toEqual({ ok: false, reason: 'over' });
  });

  test('of a past day is one that was taken by then, in a session as it was planned then', async () => {
    const { contact, vera, session, id } = await begin();
    world.clock.at = '2026-11-26T09:00:00.000Z';
    await setPeerSeat(world, vera, { sessionId: id, takes: true });
    world.clock.at = '2026-11-28T09:00:00.000Z';
    await recordPeerSession(world, contact, { ...session, topic: 'Rettigheder i MitID', corrects: id });
    const of = (asked: object) => listPeerSessions(world, vera, asked);
    expect(await of({ asOf: '2026-11-23' })).toEqual([]);
    expect(await of({ asOf: '2026-11-25' })).toMatchObject([{ topic: 'Rettigheder', free: 1, mine: false }]);
    expect(await of({ asOf: '2026-11-27' })).toMatchObject([{ topic: 'Rettigheder', free: 0, mine: true }]);
    expect(await of({ knownOn: '2026-11-24' })).toMatchObject([{ topic: 'Rettigheder', free: 1 }]);
    expect(await of({})).toMatchObject([{ topic: 'Rettigheder i MitID', free: 0, mine: true }]);
    expect(await of({ asOf: '2026-12-09' })).toEqual([]);
  });
});
