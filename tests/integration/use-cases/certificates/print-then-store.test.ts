import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { sha256 } from '#app/platform/world.server.ts';
import { issueCertificate } from '#app/use-cases/certificates/issuing/issue-certificate.server.ts';
import { rehearseIssuing } from '#app/use-cases/certificates/issuing/rehearse-issuing.server.ts';
import { replaceCertificate } from '#app/use-cases/certificates/register/replace-certificate.server.ts';
import { holdBack } from '#app/use-cases/holds/advisers/hold-back.server.ts';
import { renamePerson } from '#app/use-cases/people/rename-person.server.ts';
import { makePrinter, type Printer } from '#certificates/printer.ts';
import { listContradictions } from '#db/contradictions.ts';
import { insertSetting } from '#db/queries/setting.ts';
import { onBothDatabases } from '../../../databases.ts';
import { earnedHold } from '../../../earned-hold.ts';
import { developmentKey } from '../../../unit/certificates/keys.ts';
import { workerFile } from '../../../worker-file.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../../world.ts';

onBothDatabases('a certificate that is being printed', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage(count: number) {
    world = await fakeWorld(await fresh());
    const hold = await earnedHold(world, count, world.clock.at);
    world.clock.at = '2027-01-20T09:00:00.000Z';
    return { ...hold, administrator: await somebody(world, { givenName: 'Arne', roles: ['administrator'] }) };
  }
  /** Something happens the first time a file is printed, before the printer answers. */
  const whilePrinting = (happens: () => Promise<unknown>): Printer => {
    const { printer } = world;
    let first = true;
    return {
      ...printer,
      async print(data) {
        const printed = await printer.print(data);
        if (first) {
          first = false;
          await happens();
        }
        return printed;
      },
    };
  };
  const numbers = async () =>
    (await world.db.selectFrom('certificate').select('number').orderBy('number').execute()).map(({ number }) => number);

  /** The numbers of this year; the walk to the end of the course has tried to print before. */
  const reserved = () =>
    world.db
      .selectFrom('reserved_number')
      .select(['number', 'used_at'])
      .where('number', 'like', '2027-%')
      .orderBy('number')
      .execute();

  test('keeps nobody else from writing, however slow the printer is', async () => {
    const { enrolled } = await stage(1);
    let wrote = false;
    world.printer = whilePrinting(async () => {
      await insertSetting(world.db, 'written', 'meanwhile', world.now());
      wrote = true;
    });
    expect(await issueCertificate(world, enrolled[0]!.enrolmentId)).toEqual({ ok: true, number: '2027-00001' });
    expect(wrote).toBe(true);
    expect(await listContradictions(world.db)).toEqual([]);
  });

  test('is printed again with the same number if the name changes meanwhile', async () => {
    const { enrolled, administrator } = await stage(1);
    const [{ enrolmentId, viewer }] = enrolled as [(typeof enrolled)[0]];
    const printer = whilePrinting(() =>
      renamePerson(world, administrator, { personId: viewer.personId, givenName: 'Vera', familyName: 'Nytnavn' }),
    );
    const names = new Map<string, string>();
    world.printer = {
      ...printer,
      async print(data) {
        const printed = await printer.print(data);
        if (printed.ok && 'name' in data) names.set(sha256(printed.bytes), data.name);
        return printed;
      },
    };
    expect(await issueCertificate(world, enrolmentId)).toEqual({ ok: true, number: '2027-00001' });
    const files = await world.db.selectFrom('certificate_document').select('sha256').execute();
    expect(files.map((file) => names.get(file.sha256))).toEqual(['Vera Nytnavn', 'Vera Nytnavn']);
    const row = await world.db.selectFrom('certificate').selectAll().executeTakeFirstOrThrow();
    expect([row.number, row.name_at_issue]).toEqual(['2027-00001', 'Vera Nytnavn']);
    expect(await listContradictions(world.db)).toEqual([]);
  });

  test('is not stored if a leader holds it back meanwhile; its number stays unused, and the next one is given', async () => {
    const { enrolled, leader } = await stage(2);
    const [first, second] = enrolled as [(typeof enrolled)[0], (typeof enrolled)[0]];
    const { printer } = world;
    world.printer = whilePrinting(() =>
      holdBack(world, leader, { enrolmentId: first.enrolmentId, reason: 'Vi mangler en underskrift.' }),
    );
    expect(await issueCertificate(world, first.enrolmentId)).toMatchObject({ ok: false, reason: 'held-back' });
    world.printer = printer;
    expect(await numbers()).toEqual([]);
    expect(await issueCertificate(world, second.enrolmentId)).toEqual({ ok: true, number: '2027-00002' });
    expect(await reserved()).toEqual([
      { number: '2027-00001', used_at: null },
      { number: '2027-00002', used_at: world.now() },
    ]);
    expect(await listContradictions(world.db)).toEqual([]);
  });

  test('for a new name is not stored if the old one is revoked meanwhile', async () => {
    const { enrolled, administrator } = await stage(1);
    const [{ enrolmentId, viewer }] = enrolled as [(typeof enrolled)[0]];
    await issueCertificate(world, enrolmentId);
    await renamePerson(world, administrator, { personId: viewer.personId, givenName: 'Vera', familyName: 'Nytnavn' });
    world.printer = whilePrinting(() =>
      world.db
        .insertInto('certificate_event')
        .values({
          id: world.newId(),
          number: '2027-00001',
          type: 'revoked',
          reason: 'Snyd',
          actor: null,
          at: world.now(),
          recorded_at: world.now(),
        })
        .execute(),
    );
    const replaced = await replaceCertificate(world, null, { number: '2027-00001', reason: 'Nyt navn' });
    expect(replaced).toMatchObject({ ok: false, reason: 'not-now' });
    expect(await numbers()).toEqual(['2027-00001']);
  });

  test('by a request and by a round at once is printed once and uses one number', async () => {
    const { enrolled } = await stage(1);
    const { enrolmentId } = enrolled[0]!;
    await Promise.all([issueCertificate(world, enrolmentId), issueCertificate(world, enrolmentId)]);
    expect(await reserved()).toMatchObject([{ number: '2027-00001' }]);
  });

  test('to see what would happen takes no number', async () => {
    const { enrolled } = await stage(1);
    expect(await rehearseIssuing(world, enrolled[0]!.enrolmentId)).toEqual({ ok: true, number: '' });
    expect(await reserved()).toEqual([]);
  });

  test('leaves a number whose loss is noticed: one that was used and is gone, and one that was never given', async () => {
    const { enrolled } = await stage(1);
    await issueCertificate(world, enrolled[0]!.enrolmentId);
    const at = world.now();
    await world.db
      .insertInto('reserved_number')
      .values([
        { number: '2027-00002', status_index: null, reserved_at: at, used_at: at },
        { number: '2027-00004', status_index: null, reserved_at: at, used_at: null },
      ])
      .execute();
    expect(await listContradictions(world.db)).toEqual([
      'number 2027-00002 was used, but its certificate is not there',
      'number 2027-00003 was skipped: it was never given',
    ]);
    await world.db.updateTable('reserved_number').set({ used_at: null }).where('number', '=', '2027-00001').execute();
    expect(await listContradictions(world.db)).toContain(
      'number 2027-00001 is said to be unused, but a certificate has it',
    );
  });

  test.skipIf(process.env.LONG_TESTS !== '1')(
    'keeps nobody waiting while an authority of time does not answer',
    async () => {
      const silent = createServer(() => undefined).listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const { enrolled } = await stage(1);
      const key = await developmentKey();
      world.printer = makePrinter({
        workerFile,
        findKey: async () => key,
        tsaUrl: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`,
      });
      const issuing = issueCertificate(world, enrolled[0]!.enrolmentId);
      let longest = 0;
      let done = false;
      issuing.finally(() => {
        done = true;
      });
      for (let each = 0; !done; each++) {
        const began = performance.now();
        await insertSetting(world.db, `written ${each}`, '', world.now());
        longest = Math.max(longest, performance.now() - began);
        await new Promise((wait) => setTimeout(wait, 20));
      }
      expect(await issuing).toMatchObject({ ok: true });
      expect(longest).toBeLessThan(1_500);
      await world.printer.close();
      silent.close();
    },
  );
});
