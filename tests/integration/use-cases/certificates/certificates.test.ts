import { afterEach, expect, test } from 'vitest';
import { type Enrolled, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { listCertificates } from '#app/use-cases/certificates/register/list-certificates.server.ts';
import { readCertificateFile } from '#app/use-cases/certificates/register/read-certificate-file.server.ts';
import { releaseName } from '#app/use-cases/certificates/register/release-name.server.ts';
import { seeCertificate } from '#app/use-cases/certificates/register/see-certificate.server.ts';
import { addDays, addMonths, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isCertifiedOn } from '#curriculum/certification/certificate-status.ts';
import { listCertificateEvents, listCertificatesOf } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, type Cast, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody, someHold } from '../../../world.ts';

onBothDatabases('a certificate', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    await earn(cast, await begin(world, cast));
    const [first] = await listCertificatesOf(world.db, cast.adviser.personId);
    return { ...cast, agency, first: first! };
  }
  async function earn({ leader }: Pick<Cast, 'leader'>, enrolled: Enrolled) {
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [leader] });
    world.clock.at = clock.world.now();
    pass(world, 60);
  }
  /** Takes the course again on a new hold. */
  async function again(cast: Pick<Cast, 'leader' | 'adviser'>) {
    await earn(cast, await begin(world, { ...cast, holdId: await someHold(world, cast.leader) }));
    return (await listCertificatesOf(world.db, cast.adviser.personId))[0]!;
  }
  const statusOf = async (code: string) => {
    const checked = await checkCertificate(world, { code });
    return checked.ok && checked.is === 'certificate' && checked.certificate.status;
  };

  test('that is renewed early is superseded without losing a day, and only one is valid at a time', async () => {
    const { first, ...cast } = await stage();
    pass(world, 100 * 24 * 60);
    const second = await again(cast);
    expect(second).toMatchObject({ supersedes: first.number, valid_until: addMonths(first.valid_until, 24) });
    expect([await statusOf(first.verify_code), await statusOf(second.verify_code)]).toEqual(['superseded', 'valid']);
    const events = new Map(
      await Promise.all(
        [first, second].map(async ({ number }) => [number, await listCertificateEvents(world.db, number)] as const),
      ),
    );
    for (let day = first.valid_from; day < second.valid_until; day = addDays(day, 11))
      expect(
        [first, second].filter((each) =>
          isCertifiedOn({ validFrom: each.valid_from, validUntil: each.valid_until }, events.get(each.number)!, day),
        ),
        day,
      ).toHaveLength(1);
  });

  test('that was revoked stays revoked and adds no time to the next one', async () => {
    const { first, agency, ...cast } = await stage();
    const reason = 'Prøven var taget af en anden.';
    const pressed = await Promise.all(
      [1, 2].map(() => changeCertificate(world, agency, { action: 'revoke', number: first.number, reason })),
    );
    expect(pressed.map((each) => (each.ok ? 'revoked' : each.reason)).sort()).toEqual(['not-now', 'revoked']);
    expect((await listCertificateEvents(world.db, first.number)).slice(1)).toMatchObject([
      { type: 'revoked', reason, actor: agency.personId },
    ]);
    pass(world, 24 * 60);
    const second = await again(cast);
    expect(second).toMatchObject({ supersedes: null, valid_until: addMonths(dayOf(second.issued_at), 24) });
    expect([await statusOf(first.verify_code), await statusOf(second.verify_code)]).toEqual(['revoked', 'valid']);
  });

  test('is readable by its holder and by staff, and only its holder can release the name', async () => {
    const { first, adviser, leader, agency } = await stage();
    const { number } = first;
    const stranger = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.herning });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    for (const viewer of [stranger, contact]) {
      expect(await readCertificateFile(world, viewer, { number, language: 'da' })).toBeUndefined();
      expect(await seeCertificate(world, viewer, number)).toBeUndefined();
      expect(await listCertificates(world, viewer, '')).toEqual([]);
    }
    for (const viewer of [adviser, leader, agency])
      expect((await readCertificateFile(world, viewer, { number, language: 'da' }))?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await readCertificateFile(world, adviser, { number, language: 'fr' })).toBeUndefined();
    expect(await seeCertificate(world, leader, number)).toMatchObject({ status: 'valid', actions: [] });
    expect(await seeCertificate(world, agency, number)).toMatchObject({
      status: 'valid',
      actions: ['suspend', 'revoke'],
    });

    for (const viewer of [stranger, leader, agency])
      expect(await releaseName(world, viewer, { number, isPublic: true })).toEqual({ ok: false, reason: 'not-found' });
    const shown = async () => {
      const checked = await checkCertificate(world, { code: first.verify_code });
      return checked.ok && checked.is === 'certificate' && checked.certificate.name;
    };
    expect(await shown()).toBe('V. E.');
    expect(await releaseName(world, adviser, { number, isPublic: true })).toEqual({ ok: true });
    expect(await shown()).toBe('Vera Eksempel');
    expect(await releaseName(world, adviser, { number, isPublic: false })).toEqual({ ok: true });
    expect(await shown()).toBe('V. E.');
    expect(await checkCertificate(world, { code: first.verify_code, name: 'Vera Andet' })).toMatchObject({
      certificate: { name: 'V. E.', nameMatches: false },
    });
  });
});
