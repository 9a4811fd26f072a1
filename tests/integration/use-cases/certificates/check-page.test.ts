import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { releaseName } from '#app/use-cases/certificates/register/release-name.server.ts';
import { seeCertificate } from '#app/use-cases/certificates/register/see-certificate.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { appendCertificateEvent, listCertificatesOf } from '#db/queries/certificate.ts';
import { listWaitingMail } from '#db/queries/outbox.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, pass, somebody } from '../../../world.ts';

onBothDatabases('the check page of an issued certificate', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  const issued = async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [cast.leader] });
    world.clock.at = clock.world.now();
    const [certificate] = await listCertificatesOf(world.db, cast.adviser.personId);
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    return { cast, certificate: certificate!, agency };
  };
  const event = (number: string, type: 'suspended' | 'suspension-lifted' | 'replaced') =>
    appendCertificateEvent(world.db, {
      id: world.newId(),
      number,
      type,
      reason: null,
      actor: null,
      at: world.now(),
      recorded_at: world.now(),
    });

  test('shows everything that is printed except the name, and shows each change at once', async () => {
    const { cast, certificate, agency } = await issued();
    const code = certificate.verify_code;
    const checked = await checkCertificate(world, { code, client: '192.0.2.1' });
    expect(checked).toMatchObject({
      ok: true,
      certificate: {
        number: '2026-00001',
        name: 'V. E.',
        nameIsFull: false,
        library: 'Herning Bibliotek, 765700',
        evidence: { da: expect.arrayContaining(['en kursusdag']), en: expect.arrayContaining(['one course day']) },
      },
    });
    expect(JSON.stringify(checked)).not.toContain('Vera');
    expect(await checkCertificate(world, { code, name: 'Vera Andersen' })).toMatchObject({
      certificate: { name: 'V. E.', nameMatches: false },
    });

    for (const name of ['Vera', 'Eksempel', 'Vera E', 'Vera Eksempel Hansen'])
      expect(await checkCertificate(world, { code, name }), name).toMatchObject({
        certificate: { name: 'V. E.', nameMatches: false },
      });
    await world.db.updateTable('certificate').set({ name_at_issue: 'Åse Eksempel' }).execute();
    expect(await checkCertificate(world, { code, name: ' åse  EKSEMPEL'.normalize('NFD') })).toMatchObject({
      certificate: { name: 'Åse Eksempel', nameMatches: true },
    });
    await world.db.updateTable('certificate').set({ name_at_issue: 'Vera Eksempel' }).execute();

    await event(certificate.number, 'suspended');
    expect(await checkCertificate(world, { code })).toMatchObject({ certificate: { status: 'suspended' } });
    await event(certificate.number, 'suspension-lifted');
    pass(world, 24 * 60);
    await event(certificate.number, 'suspended');
    expect(await checkCertificate(world, { code })).toMatchObject({
      certificate: { status: 'suspended', changedOn: world.now().slice(0, 10) },
    });
    await event(certificate.number, 'suspension-lifted');
    expect(await releaseName(world, agency, { number: certificate.number, isPublic: true })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await releaseName(world, cast.adviser, { number: certificate.number, isPublic: true })).toEqual({
      ok: true,
    });
    expect(await checkCertificate(world, { code })).toMatchObject({ certificate: { name: 'Vera Eksempel' } });

    await changeCertificate(world, agency, {
      action: 'revoke',
      number: certificate.number,
      reason: 'Prøven var taget af en anden.',
    });
    const revoked = await checkCertificate(world, { code });
    expect(revoked).toMatchObject({ certificate: { status: 'revoked', changedOn: world.now().slice(0, 10) } });
    expect(JSON.stringify(revoked)).not.toContain('taget af en anden');
    await event(certificate.number, 'replaced');
    expect(await checkCertificate(world, { code })).toMatchObject({ certificate: { status: 'replaced' } });
  });

  test('is preceded by the effect of revoking, and the holder gets the reason afterwards', async () => {
    const { certificate, agency } = await issued();
    const see = () => seeCertificate(world, agency, certificate.number);
    const seen = await see();
    expect(seen).toMatchObject({ actions: ['suspend', 'revoke'], consequences: [{ places: ['Herning'] }] });
    const before = seen!.consequences[0]!.lacks;
    const now = world.clock.at;
    // This close to its end, a certificate no longer counts for the gate.
    world.clock.at = `${addDays(certificate.valid_until, -1)}T09:00:00.000Z`;
    expect(await see()).toMatchObject({ actions: ['suspend', 'revoke'], consequences: [] });
    world.clock.at = now;
    await changeCertificate(world, agency, {
      action: 'revoke',
      number: certificate.number,
      reason: 'Prøven var taget af en anden.',
    });
    const { services } = (await readinessOn(world, agency, now.slice(0, 10)))!;
    const { staffing } = services.find(({ municipalities }) => municipalities.some(({ name }) => name === 'Herning'))!;
    expect(before).toBe(staffing.required - staffing.countedForGate);
    expect(before).toBeGreaterThan(0);
    expect(await seeCertificate(world, agency, certificate.number)).toMatchObject({
      actions: ['reissue'],
      consequences: [],
    });
    const letters = await listWaitingMail(world.db, 5);
    const [letter] = letters.filter(({ subject }) => subject.includes('tilbagekaldt'));
    expect(letter).toMatchObject({ subject: 'Dit bevis 2026-00001 er tilbagekaldt' });
    expect(letter!.body).toContain('Grund: Prøven var taget af en anden.');
    expect(letter!.body).toContain('/contact');
  });

  test('lists no effect of revoking while the holder has another valid certificate', async () => {
    const { cast, certificate, agency } = await issued();
    const { personId } = cast.adviser;
    await putCertificate(world, { personId, number: '2026-00099', code: '9', issuedOn: certificate.valid_from });
    expect(await seeCertificate(world, agency, certificate.number)).toMatchObject({
      actions: ['suspend', 'revoke'],
      consequences: [],
    });
  });

  test('limits each client address to three hundred codes and thirty names an hour', async () => {
    const { certificate } = await issued();
    const client = '192.0.2.7';
    for (let tries = 0; tries < 30; tries++)
      await checkCertificate(world, { code: certificate.verify_code, name: `Nr ${tries}`, client });
    const name = 'Vera Eksempel';
    expect(await checkCertificate(world, { code: certificate.verify_code, name, client })).toMatchObject({
      ok: false,
      reason: 'too-many',
    });
    expect(await checkCertificate(world, { code: certificate.verify_code, client })).toMatchObject({ ok: true });
    for (let tries = 0; tries < 270; tries++) await checkCertificate(world, { code: '0'.repeat(20), client });
    expect(await checkCertificate(world, { code: certificate.verify_code, client })).toMatchObject({
      reason: 'too-many',
    });
    expect(await checkCertificate(world, { code: '0'.repeat(20), client: '192.0.2.8' })).toMatchObject({
      reason: 'unknown-code',
    });
  });
});
