import type { KyselyPlugin } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { verifyCode } from '#app/use-cases/certificates/checking/verify-code.server.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../../world.ts';

const codes = {
  first: '1111-1111-1111-1111-1111',
  second: '2222-2222-2222-2222-2222',
  third: '3333-3333-3333-3333-3333',
};

onBothDatabases('the check of a code', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  /** One certificate that was renewed early and then replaced after a change of name, and one of another person. */
  async function chain() {
    world = await fakeWorld(await fresh());
    const { personId } = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    const stranger = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    const put = (number: string, code: string, more: object) =>
      putCertificate(world, {
        personId,
        number,
        code,
        issuedOn: `2026-0${number.slice(-1)}-01`,
        name_at_issue: `Vera ${number} Eksempel`,
        ...more,
      });
    const happened = (number: string, type: 'superseded' | 'replaced', at: string) =>
      appendCertificateEvent(world.db, {
        id: world.newId(),
        number,
        type,
        reason: 'hemmeligt',
        actor: null,
        at,
        recorded_at: at,
      });
    await put('2026-00001', codes.first, {});
    await put('2026-00002', codes.second, { supersedes: '2026-00001' });
    await put('2026-00003', codes.third, { replaces: '2026-00002' });
    await put('2026-00004', '4444-4444-4444-4444-4444', { personId: stranger.personId });
    await happened('2026-00001', 'superseded', '2026-02-01T09:00:00.000Z');
    await happened('2026-00002', 'replaced', '2026-03-01T09:00:00.000Z');
  }

  test('shows the earlier and later certificates of the chain, with number and day only', async () => {
    await chain();
    const [first, second, third] = ['2026-00001', '2026-00002', '2026-00003'];
    const seen = async (code: string) => {
      const checked = await checkCertificate(world, { code });
      if (!checked.ok || checked.is !== 'certificate') throw new Error(code);
      const own = checked.certificate.number;
      const all = JSON.stringify(checked);
      for (const code of Object.values(codes)) expect(all).not.toContain(code);
      expect(all).not.toMatch(/Vera|hemmeligt|2026-00004/);
      return [own, checked.certificate.status, checked.certificate.chain] as const;
    };
    expect(await seen(codes.first)).toEqual([
      first,
      'superseded',
      [
        { number: second, issuedOn: '2026-02-01', is: 'later', by: 'superseded' },
        { number: third, issuedOn: '2026-03-01', is: 'later', by: 'replaced' },
      ],
    ]);
    expect(await seen(codes.second)).toEqual([
      second,
      'replaced',
      [
        { number: first, issuedOn: '2026-01-01', is: 'earlier', by: 'superseded' },
        { number: third, issuedOn: '2026-03-01', is: 'later', by: 'replaced' },
      ],
    ]);
    expect(await seen(codes.third)).toEqual([
      third,
      'valid',
      [
        { number: first, issuedOn: '2026-01-01', is: 'earlier', by: 'superseded' },
        { number: second, issuedOn: '2026-02-01', is: 'earlier', by: 'replaced' },
      ],
    ]);
    expect(await checkCertificate(world, { code: '4444-4444-4444-4444-4444' })).toMatchObject({
      certificate: { number: '2026-00004', chain: [] },
    });
  });

  test('takes one statement for a known code, an unknown code and text that is no code, and answers the last two alike', async () => {
    await chain();
    let statements = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        statements++;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const counted = { ...world, db: world.db.withPlugin(counting) as typeof world.db };
    const said: unknown[] = [];
    for (const code of [
      codes.first,
      codes.third,
      '9999-9999-9999-9999-9999',
      'abc',
      '',
      'Ø'.repeat(20),
      `' or 1=1 --`,
    ]) {
      statements = 0;
      said.push(await verifyCode(counted, code, '192.0.2.1'));
      expect(statements, code).toBe(1);
    }
    expect(said.slice(0, 2)).toMatchObject([{ verdict: 'not-valid-now' }, { verdict: 'valid' }]);
    for (const unknown of said.slice(2))
      expect(unknown).toEqual({ verdict: 'not-genuine', reasons: ['unknown-code'], certificate: null });
  });
});
