import { afterEach, expect, test } from 'vitest';
import { logGuidance } from '#app/use-cases/guidance/log-guidance.server.ts';
import { seeGuidance } from '#app/use-cases/guidance/see-guidance.server.ts';
import { undoGuidance } from '#app/use-cases/guidance/undo-guidance.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

onBothDatabases('guidance', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('is logged once per session, without a person, and can be undone', async () => {
    world = await fakeWorld(await fresh());
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const homeless = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    expect(await logGuidance(world, adviser, { operationId: 'a', topic: 'vat', outcome: '' })).toEqual({
      ok: false,
      reason: 'incomplete',
      issues: [{ field: 'outcome', reason: 'missing' }],
    });
    expect(await logGuidance(world, homeless, { operationId: 'a', topic: 'vat', outcome: 'completed' })).toEqual({
      ok: false,
      reason: 'no-library',
    });
    const [first, again] = [
      await logGuidance(world, adviser, { operationId: 'a', topic: 'vat', outcome: 'completed' }),
      await logGuidance(world, adviser, { operationId: 'a', topic: 'vat', outcome: 'completed' }),
    ];
    expect(again).toEqual(first);
    expect(await seeGuidance(world, adviser)).toMatchObject({ thisMonth: 1, recent: [{ topic: 'vat' }] });
    if (first.ok) await undoGuidance(world, homeless, { id: first.id });
    expect((await seeGuidance(world, adviser)).recent).toHaveLength(1);
    if (first.ok) await undoGuidance(world, adviser, { id: first.id });
    expect(await seeGuidance(world, adviser)).toMatchObject({ thisMonth: 0, recent: [] });

    // Operation ids of two people do not collide, and a leader of the same library cannot log sessions.
    const colleague = await somebody(world, { givenName: 'Vibe', roles: ['adviser'], library: libraries.herning });
    const leader = await somebody(world, { givenName: 'Karl', roles: ['course-leader'], library: libraries.herning });
    const same = { operationId: 'b', topic: 'vat', outcome: 'completed' };
    expect(await logGuidance(world, leader, same)).toEqual({ ok: false, reason: 'no-library' });
    for (const each of [colleague, adviser]) expect(await logGuidance(world, each, same)).toMatchObject({ ok: true });
    for (const each of [colleague, adviser]) {
      const [own, ...others] = (await seeGuidance(world, each)).recent;
      expect(others).toEqual([]);
      await undoGuidance(world, each, { id: own!.id });
    }

    // The browser's back button shows the same form again, but sending another topic logs another session.
    await logGuidance(world, adviser, { operationId: 'a', topic: 'moving', outcome: 'completed' });
    await logGuidance(world, adviser, { operationId: 'a', topic: 'vat', outcome: 'completed' });
    expect((await seeGuidance(world, adviser)).recent.map(({ topic }) => topic).sort()).toEqual(['moving', 'vat']);
    // The count includes the whole library and starts again each month.
    expect((await seeGuidance(world, colleague)).thisMonth).toBe(2);
    expect((await seeGuidance(world, homeless)).thisMonth).toBe(0);
    pass(world, 31 * 24 * 60);
    expect(await seeGuidance(world, adviser)).toMatchObject({ thisMonth: 0, recent: [{}, {}] });
  });

  test('keeps what else was said, at the library of that day, and refuses what looks like a person', async () => {
    world = await fakeWorld(await fresh());
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const more = { blocked: 'rights-missing', channel: 'local-paper', distance: '5-15', minutes: '25' } as const;
    const said = { ...more, referredTo: 'SKATs hotline', onDay: '2026-11-20' };
    const about = { operationId: 'a', topic: 'vat', outcome: 'referred' };
    expect(await logGuidance(world, adviser, { ...about, ...said, referredTo: 'Ole, 20 30 40 50' })).toEqual({
      ok: false,
      reason: 'incomplete',
      issues: [{ field: 'referredTo', reason: 'phone' }],
    });
    expect(await seeGuidance(world, adviser)).toMatchObject({ thisMonth: 0, recent: [] });
    const logged = await logGuidance(world, adviser, { ...about, ...said });
    // The same form with another word in it is another session; the same again is not.
    expect(await logGuidance(world, adviser, { ...about, ...said })).toEqual(logged);
    await logGuidance(world, adviser, { ...about, ...said, referredTo: 'Borgerservice' });
    const seen = await seeGuidance(world, adviser, { topic: 'vat' });
    expect(seen.recent).toHaveLength(2);
    expect(seen.recent.find(({ id }) => logged.ok && id === logged.id)).toMatchObject({
      ...more,
      ...{ minutes: 25, referredTo: 'SKATs hotline', onDay: '2026-11-20', title: 'Moms' },
      recordedAt: '2026-11-24T09:00:00.000Z',
    });
    expect(seen.own).toEqual({
      ...{ sessions: 2, completed: 0, rightsMissing: 2 },
      byTopic: [{ title: 'Moms', count: 2 }],
    });
    expect((await seeGuidance(world, adviser, { topic: 'moving' })).recent).toEqual([]);

    // Nothing is written over: what was undone is still there, and a past day knows it.
    if (logged.ok) await undoGuidance(world, adviser, { id: logged.id });
    if (logged.ok) await undoGuidance(world, adviser, { id: logged.id });
    expect((await seeGuidance(world, adviser)).recent).toHaveLength(1);
    expect(await world.db.selectFrom('guidance_log').select('id').execute()).toHaveLength(2);
    expect(await world.db.selectFrom('guidance_undo').selectAll().execute()).toEqual([
      { guidance_id: logged.ok && logged.id, by_person: adviser.personId, recorded_at: world.clock.at },
    ]);
  });

  test('is shown by month, with the latest month that has any', async () => {
    world = await fakeWorld(await fresh());
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const log = (onDay: string) =>
      logGuidance(world, adviser, { operationId: onDay, topic: 'vat', outcome: 'completed', onDay });
    for (const day of ['2026-10-30', '2026-11-02', '2026-11-03']) expect(await log(day)).toMatchObject({ ok: true });
    const november = await seeGuidance(world, adviser);
    expect(november).toMatchObject({ month: '2026-11', months: ['2026-11', '2026-10'] });
    expect(november.recent.map(({ onDay }) => onDay)).toEqual(['2026-11-03', '2026-11-02']);
    expect((await seeGuidance(world, adviser, { month: '2026-10' })).recent).toHaveLength(1);
    expect((await seeGuidance(world, adviser, { month: '1999-01' })).month).toBe('2026-11');
    pass(world, 10 * 24 * 60);
    expect(await seeGuidance(world, adviser)).toMatchObject({ month: '2026-11', recent: [{}, {}] });
  });
});
