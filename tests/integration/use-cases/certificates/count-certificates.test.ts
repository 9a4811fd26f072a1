import { afterEach, expect, test } from 'vitest';
import { countCertificates } from '#app/use-cases/certificates/register/count-certificates.server.ts';
import { listRegister } from '#app/use-cases/certificates/register/list-register.server.ts';
import { parseRegisterFilter } from '#app/use-cases/certificates/register/parse-register-filter.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('the numbers of certificates', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  test('say the same in the sums, in the lists they open and in the readiness', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const put = async (number: string, library: string | undefined, more = {}) => {
      const holder = await somebody(world, { givenName: 'Vera', roles: ['adviser'], ...(library && { library }) });
      await putCertificate(world, {
        ...{ personId: holder.personId, number, code: number, issuedOn: '2026-10-01', ...more },
      });
    };
    await put('2026-00001', libraries.herning);
    await put('2026-00002', libraries.odense, { valid_until: '2026-12-01' });
    await put('2026-00003', undefined);
    await put('2026-00004', libraries.herning, { course: 'foerstehjaelp' });
    await put('2026-00005', libraries.herning, { valid_until: '2026-11-24' });
    await put('2026-00006', libraries.herning);
    const at = '2026-11-01T09:00:00.000Z';
    await appendCertificateEvent(world.db, {
      ...{ id: 'x', number: '2026-00006', type: 'suspended', reason: null, actor: null, at, recorded_at: at },
    });
    expect(await countCertificates(world, agency)).toEqual({ issued: 6, inForce: 4, counted: 2 });
    const listed = async (search: string) => {
      const { filter } = parseRegisterFilter(new URLSearchParams(search));
      return (await listRegister(world, agency, filter))!.entries.map(({ number }) => number);
    };
    expect(await listed('')).toHaveLength(6);
    expect(await listed('status=in-force')).toEqual(['2026-00004', '2026-00003', '2026-00002', '2026-00001']);
    expect(await listed('counts=yes')).toEqual(['2026-00002', '2026-00001']);
    expect(await listed('counts=no')).toEqual(['2026-00004', '2026-00003']);
    const { services } = await readinessOfTheCountry(world, '2026-11-24');
    expect(services.reduce((sum, { staffing }) => sum + staffing.certified, 0)).toBe(2);
    const adviser = await somebody(world, { givenName: 'Bo', roles: ['adviser'] });
    expect(await countCertificates(world, adviser)).toBeUndefined();
  });
});
