import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { rememberedUntilGrown } from '#db/remembered.ts';
import { freshDatabase, onBothDatabases } from '../../databases.ts';
import { putCertificate } from '../../put-certificate.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../world.ts';

onBothDatabases('an answer that is remembered', (engine) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('is worked out again only for another question or when its tables have grown, whoever wrote', async () => {
    const opened = await freshDatabase(engine);
    world = await fakeWorld(opened);
    const { personId } = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    await putCertificate(world, { personId, number: '2026-00001', code: 'A', issuedOn: '2026-01-01' });
    let asked = 0;
    const events = rememberedUntilGrown(['certificate_event'], async (db, type: 'suspended' | 'revoked') => {
      asked += 1;
      return (await db.selectFrom('certificate_event').select('id').where('type', '=', type).execute()).length;
    });
    const suspend = (id: string) => ({
      ...{ id, number: '2026-00001', type: 'suspended' as const, reason: null, actor: null },
      ...{ at: '2026-02-01T09:00:00.000Z', recorded_at: '2026-02-01T09:00:00.000Z' },
    });
    expect([await events(world.db, 'suspended'), await events(world.db, 'suspended'), asked]).toEqual([0, 0, 1]);
    expect([await events(world.db, 'revoked'), asked]).toEqual([0, 2]);
    await appendCertificateEvent(world.db, suspend('a'));
    expect([await events(world.db, 'suspended'), await events(world.db, 'suspended'), asked]).toEqual([1, 1, 3]);
    const other = openDatabase({ dataDir: '', ...opened.at });
    await appendCertificateEvent(other.db, suspend('b'));
    await other.close();
    expect([await events(world.db, 'suspended'), asked]).toEqual([2, 4]);
    await world.db.transaction().execute(async (trx) => {
      await appendCertificateEvent(trx, suspend('c'));
      expect(await events(trx, 'suspended')).toBe(3);
    });
    expect([await events(world.db, 'suspended'), asked]).toEqual([3, 6]);
  });
});
