import { afterEach, expect, test } from 'vitest';
import { loader } from '#app/routes/peer-sessions-calendar.ts';
import { listPeerSessions } from '#app/use-cases/partners/list-peer-sessions.server.ts';
import { recordPeerSession } from '#app/use-cases/partners/record-peer-session.server.ts';
import { seePeerSession } from '#app/use-cases/partners/see-peer-session.server.ts';
import { withdrawRecord } from '#app/use-cases/partners/withdraw-record.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('a session for colleagues', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin() {
    world = await fakeWorld(await fresh());
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const other = await somebody(world, { givenName: 'Kaj', roles: ['contact-person'], library: libraries.odense });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const record = (more: Partial<Parameters<typeof recordPeerSession>[2]> = {}, viewer: Viewer = contact) =>
      recordPeerSession(world, viewer, {
        serviceId: 'tjeneste-0657',
        onDay: '2026-12-08',
        startsAt: '13:00',
        place: 'Herning Bibliotek',
        topic: 'Rettigheder',
        seats: '8',
        taken: '4',
        ...more,
      });
    return { contact, other, adviser, record };
  }

  test('is entered by its host and seen by every contact person, until its day has passed', async () => {
    const { other, adviser, record } = await begin();
    expect(await record({}, other)).toEqual({ ok: false, reason: 'forbidden' });
    await record();
    await record({ onDay: '2026-11-24', topic: 'I dag' });
    const seen = async (viewer: Viewer) =>
      (await listPeerSessions(world, viewer)).map(({ topic, free }) => [topic, free]);
    expect(await seen(other)).toEqual([
      ['I dag', 4],
      ['Rettigheder', 4],
    ]);
    expect(await seen(adviser)).toHaveLength(2);
    expect(await seen(await somebody(world, { givenName: 'Karla', roles: ['course-leader'] }))).toEqual([]);
    world.clock.at = '2026-11-25T09:00:00.000Z';
    expect(await seen(other)).toEqual([['Rettigheder', 4]]);
  });

  test('that is sent twice is recorded once, and a correction takes its place, also after the day', async () => {
    const { other, contact, record } = await begin();
    const [first, again] = [await record({ operationId: 'one' }), await record({ operationId: 'one' })];
    expect(again).toEqual(first);
    const { id } = first as { id: string };
    expect(await record({ corrects: id, taken: '8' }, other)).toEqual({ ok: false, reason: 'not-found' });
    const second = (await record({ corrects: id, taken: '8' })) as { id: string };
    expect(await listPeerSessions(world, other)).toMatchObject([{ id: second.id, firstId: id, free: 0 }]);
    expect(await record({ corrects: id })).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await seePeerSession(world, other, id)).toMatchObject({ latestId: second.id, mayRecord: false });
    world.clock.at = '2026-12-10T09:00:00.000Z';
    expect(await record({ corrects: second.id, taken: '7' })).toMatchObject({ ok: true });
    expect(await record({ onDay: '2026-12-08' })).toMatchObject({ issues: [{ field: 'onDay', problem: 'past' }] });
    expect(await withdrawRecord(world, contact, { kind: 'peer_session', id: id, why: 'Aflyst' })).toMatchObject({
      ok: false,
    });
  });

  test('that is cancelled by its host leaves the list and the calendar', async () => {
    const { contact, other, record } = await begin();
    const { id } = (await record()) as { id: string };
    const calendar = async () => {
      const answer = await loader({
        request: new Request('http://vejlederbevis.test/partners/sessions.ics'),
        params: {},
        context: { world, viewer: other, language: 'da' } as never,
      });
      return answer.text();
    };
    expect(await calendar()).toContain('SUMMARY:Rettigheder');
    expect(await withdrawRecord(world, other, { kind: 'peer_session', id: id, why: 'Aflyst' })).toMatchObject({
      ok: false,
    });
    expect(await withdrawRecord(world, contact, { kind: 'peer_session', id: id, why: 'Aflyst' })).toEqual({ ok: true });
    expect(await listPeerSessions(world, other)).toEqual([]);
    expect(await calendar()).not.toContain('SUMMARY');
  });
});
