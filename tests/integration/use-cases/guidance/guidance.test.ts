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
    expect(await logGuidance(world, adviser, { operationId: 'a', reason: 'vat', outcome: '' })).toEqual({
      ok: false,
      reason: 'incomplete',
      missing: ['outcome'],
    });
    expect(await logGuidance(world, homeless, { operationId: 'a', reason: 'vat', outcome: 'completed' })).toEqual({
      ok: false,
      reason: 'no-library',
    });
    const [first, again] = [
      await logGuidance(world, adviser, { operationId: 'a', reason: 'vat', outcome: 'completed' }),
      await logGuidance(world, adviser, { operationId: 'a', reason: 'vat', outcome: 'completed' }),
    ];
    expect(again).toEqual(first);
    expect(await seeGuidance(world, adviser)).toMatchObject({ thisMonth: 1, recent: [{ reason: 'vat' }] });
    if (first.ok) await undoGuidance(world, homeless, { id: first.id });
    expect((await seeGuidance(world, adviser)).recent).toHaveLength(1);
    if (first.ok) await undoGuidance(world, adviser, { id: first.id });
    expect(await seeGuidance(world, adviser)).toMatchObject({ thisMonth: 0, recent: [] });

    // Operation ids of two people do not collide, and a leader of the same library cannot log sessions.
    const colleague = await somebody(world, { givenName: 'Vibe', roles: ['adviser'], library: libraries.herning });
    const leader = await somebody(world, { givenName: 'Karl', roles: ['course-leader'], library: libraries.herning });
    const same = { operationId: 'b', reason: 'vat', outcome: 'completed' };
    expect(await logGuidance(world, leader, same)).toEqual({ ok: false, reason: 'no-library' });
    for (const each of [colleague, adviser]) expect(await logGuidance(world, each, same)).toMatchObject({ ok: true });
    for (const each of [colleague, adviser]) {
      const [own, ...others] = (await seeGuidance(world, each)).recent;
      expect(others).toEqual([]);
      await undoGuidance(world, each, { id: own!.id });
    }

    // The browser's back button shows the same form again, but sending another topic logs another session.
    await logGuidance(world, adviser, { operationId: 'a', reason: 'moving', outcome: 'completed' });
    await logGuidance(world, adviser, { operationId: 'a', reason: 'vat', outcome: 'completed' });
    expect((await seeGuidance(world, adviser)).recent.map(({ reason }) => reason).sort()).toEqual(['moving', 'vat']);
    // The count includes the whole library and starts again each month.
    expect((await seeGuidance(world, colleague)).thisMonth).toBe(2);
    expect((await seeGuidance(world, homeless)).thisMonth).toBe(0);
    pass(world, 31 * 24 * 60);
    expect(await seeGuidance(world, adviser)).toMatchObject({ thisMonth: 0, recent: [{}, {}] });
  });
});
