import { afterEach, expect, test } from 'vitest';
import { remindOfRenewal } from '#app/use-cases/certificates/issuing/remind-of-renewal.server.ts';
import { workOffIssueRuns } from '#app/use-cases/certificates/issuing/work-off-issue-runs.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { earnedHold } from '../../../earned-hold.ts';
import { type FakeWorld, fakeWorld } from '../../../world.ts';

onBothDatabases('a reminder', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage(count: number) {
    world = await fakeWorld(await fresh());
    const { enrolled } = await earnedHold(world, count, world.clock.at);
    world.clock.at = '2027-01-20T09:00:00.000Z';
    await workOffIssueRuns(world);
    const issued = await world.db.selectFrom('certificate').selectAll().orderBy('number').execute();
    return { enrolled, issued, end: issued[0]!.valid_until };
  }
  const letters = async () => {
    const rows = await world.db
      .selectFrom('outbox')
      .select(['dedupe_key', 'subject', 'body', 'language'])
      .where('dedupe_key', 'like', 'reminder:%')
      .orderBy('id')
      .execute();
    return rows;
  };
  const keys = async () => (await letters()).map(({ dedupe_key }) => dedupe_key);
  /** Runs the server's round so many days before the end, twice and on two servers. */
  async function round(end: string, left: number) {
    world.clock.at = `${addDays(end, -left)}T09:00:00.000Z`;
    await remindOfRenewal(world);
    await Promise.all([remindOfRenewal(world), remindOfRenewal({ ...world })]);
  }

  test('is sent 90, 30 and 7 days before the end, once each, in the language of the holder', async () => {
    const { end, enrolled, issued } = await stage(2);
    await world.db
      .updateTable('person')
      .set({ language: 'en' })
      .where('id', '=', enrolled[1]!.viewer.personId)
      .execute();
    const [danish, english] = enrolled.map(
      ({ viewer }) => issued.find(({ person_id }) => person_id === viewer.personId)!.number,
    );
    await round(end, 91);
    expect(await keys()).toEqual([]);
    for (const left of [90, 31]) await round(end, left);
    expect((await letters()).map(({ subject, language }) => `${language}: ${subject}`).sort()).toEqual([
      `da: Dit bevis ${danish} gælder til og med 19. januar 2029`,
      `en: Your certificate ${english} is valid until 19 January 2029`,
    ]);
    for (const left of [30, 7, 0]) await round(end, left);
    const mine = (await keys()).filter((key) => key.includes(danish!));
    expect(mine).toEqual([`reminder:${danish}:90`, `reminder:${danish}:30`, `reminder:${danish}:7`]);
    expect(await keys()).toHaveLength(6);
  });

  test('that is late replaces those that were due before it', async () => {
    const { end, issued } = await stage(1);
    await round(end, 5);
    expect(await keys()).toEqual([`reminder:${issued[0]!.number}:7`]);
  });

  test('is not sent about a certificate that is renewed, replaced, revoked or suspended', async () => {
    const { end, issued } = await stage(5);
    const [renewed, replaced, revoked, suspended, kept] = issued.map(({ number }) => number);
    const at = world.clock.at;
    for (const [number, type] of [
      [renewed, 'superseded'],
      [replaced, 'replaced'],
    ] as const)
      await appendCertificateEvent(world.db, {
        id: world.newId(),
        number: number!,
        type,
        reason: null,
        actor: null,
        at,
        recorded_at: at,
      });
    for (const [number, action] of [
      [revoked, 'revoke'],
      [suspended, 'suspend'],
    ] as const)
      expect(await changeCertificate(world, null, { number: number!, action, reason: 'En god grund' })).toEqual({
        ok: true,
      });
    await round(end, 20);
    expect(await keys()).toEqual([`reminder:${kept}:30`]);
    await changeCertificate(world, null, { number: suspended!, action: 'lift', reason: 'En god grund' });
    await round(end, 6);
    expect((await keys()).sort()).toEqual(
      [`reminder:${kept}:30`, `reminder:${kept}:7`, `reminder:${suspended}:7`].sort(),
    );
  });
});
