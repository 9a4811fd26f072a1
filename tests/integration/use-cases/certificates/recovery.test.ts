import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { verifyCertificateFile } from '#app/use-cases/certificates/checking/verify-certificate-file.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { makePrinter } from '#certificates/printer.ts';
import { certificateOf, fingerprintOf, rootsOf, type SigningKey } from '#certificates/signing/signing-key.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findCertificateDocument, listCertificatesOf } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, type Cast, castOf } from '../../../stage.ts';
import { developmentKey } from '../../../unit/certificates/keys.ts';
import { danish } from '../../../unit/certificates/sample.ts';
import { workerFile } from '../../../worker-file.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

const [before, after] = [await developmentKey(), await developmentKey()];

/** Each test follows the steps of docs/recovery.md. */
onBothDatabases('recovery from', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh(), { key: before });
    const cast = await castOf(world);
    return { cast, ...(await earn(cast, cast.adviser)) };
  }
  async function earn(cast: Cast, adviser: Viewer) {
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, await begin(world, { ...cast, adviser }), { leaders: [cast.leader] });
    world.clock.at = clock.world.now();
    const [certificate] = await listCertificatesOf(world.db, adviser.personId);
    const { number, verify_code: code, issued_at } = certificate!;
    const { bytes } = (await findCertificateDocument(world.db, number, 'da'))!;
    return { number, code, issuedOn: dayOf(issued_at), bytes: new Uint8Array(bytes) };
  }
  async function signWith(key: SigningKey) {
    await world.printer.close();
    world.printer = makePrinter({ workerFile, findKey: async () => key });
  }
  const verdictOf = async (bytes: Uint8Array, given: object = {}, register: FakeWorld | undefined = world) => {
    const roots = rootsOf(before);
    const { verdict, reasons } = await verifyCertificateFile(register, { bytes, roots, ...given });
    return [verdict, ...reasons];
  };

  test('a lost PDF key keeps old files valid as long as its root is kept, and another key signs new ones', async () => {
    const { cast, bytes } = await stage();
    await signWith(after);
    const adviser = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.herning });
    const next = await earn(cast, adviser);
    const roots = [...rootsOf(after), ...rootsOf(before)];
    expect(await verdictOf(bytes, { roots })).toEqual(['valid']);
    expect(await verdictOf(next.bytes, { roots })).toEqual(['valid']);
    expect(await verdictOf(bytes, { roots: rootsOf(after) })).toEqual(['unchecked', 'former-root']);
  });

  test('a stolen PDF key ends the trust in everything it signed from that day, whatever date it wrote', async () => {
    const { number, code, issuedOn, bytes } = await stage();
    const sha256 = fingerprintOf(certificateOf(before.certificates[0]!));
    const later = [{ sha256, from: addDays(issuedOn, 1) }];
    const sameDay = [{ sha256, from: issuedOn }];
    expect(await verdictOf(bytes, { distrusted: later })).toEqual(['valid']);
    expect(await verdictOf(bytes, { distrusted: sameDay })).toEqual(['unchecked', 'signer-distrusted']);
    expect(await verdictOf(bytes, { distrusted: [{ sha256: '0'.repeat(64), from: '2020-01-01' }] })).toEqual(['valid']);
    const root = [{ sha256: fingerprintOf(certificateOf(before.certificates[1]!)), from: issuedOn }];
    expect(await verdictOf(bytes, { distrusted: root })).toEqual(['unchecked', 'signer-distrusted']);
    expect(await verdictOf(bytes, { distrusted: [...later, ...root] })).toEqual(['unchecked', 'signer-distrusted']);
    for (const distrusted of [later, sameDay])
      expect(await verifyCertificateFile(undefined, { bytes, roots: rootsOf(before), distrusted })).toMatchObject({
        verdict: 'unchecked',
        reasons: ['signer-distrusted', 'no-signers', 'no-register'],
      });

    const verifyUrl = `${world.publicUrl}/v/${code}`;
    const forged = await drawCertificate(
      { ...danish, number, verifyUrl, name: 'En Anden', issuedAt: '2026-01-01T10:00:00.000Z' },
      { key: before },
    );
    if (!forged.ok) throw new Error(forged.reason);
    expect(await verdictOf(forged.bytes, { distrusted: later })).toEqual(['not-genuine', 'other-bytes-than-issued']);

    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    await changeCertificate(world, agency, { action: 'revoke', number, reason: 'Prøven var taget af en anden.' });
    expect(await verdictOf(bytes, { distrusted: later })).toEqual(['not-valid-now', 'revoked']);
    expect(await verdictOf(bytes, { distrusted: sameDay })).toEqual(['unchecked', 'signer-distrusted', 'revoked']);
  });

  test('a lost domain leaves the files as they are, and the new address answers their codes', async () => {
    const { number, code, bytes } = await stage();
    world.publicUrl = 'https://bevis.example';
    expect(await verdictOf(bytes)).toEqual(['valid']);
    expect(await checkCertificate(world, { code })).toMatchObject({
      ok: true,
      certificate: { number, status: 'valid' },
    });
    const offline = await verifyCertificateFile(undefined, { bytes, roots: rootsOf(before) });
    expect(offline).toMatchObject({
      verdict: 'unchecked',
      reasons: ['no-signers', 'no-register'],
      certificate: { number },
    });
  });
});
