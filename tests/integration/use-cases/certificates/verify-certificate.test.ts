import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { verifyCertificateFile } from '#app/use-cases/certificates/checking/verify-certificate-file.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { rootsOf, type SigningKey } from '#certificates/signing/signing-key.ts';
import { findCertificateDocument, listCertificatesOf } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { developmentKey } from '../../../unit/certificates/keys.ts';
import { danish } from '../../../unit/certificates/sample.ts';
import { type FakeWorld, fakeWorld, pass, somebody } from '../../../world.ts';

const key = await developmentKey();
const roots = rootsOf(key);

onBothDatabases('a file that somebody verifies', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function issued(signedBy?: SigningKey) {
    world = await fakeWorld(await fresh(), { ...(signedBy && { key: signedBy }) });
    const cast = await castOf(world);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, await begin(world, cast), { leaders: [cast.leader] });
    world.clock.at = clock.world.now();
    pass(world, 60);
    const [certificate] = await listCertificatesOf(world.db, cast.adviser.personId);
    const { number, verify_code: code } = certificate!;
    const bytes = async (language: 'da' | 'en') =>
      new Uint8Array((await findCertificateDocument(world.db, number, language))!.bytes);
    return { number, code, da: await bytes('da'), en: await bytes('en') };
  }

  test('is valid in both languages until its certificate is revoked in the register', async () => {
    const { number, da, en } = await issued(key);
    for (const bytes of [da, en])
      expect(await verifyCertificateFile(world, { bytes, roots })).toMatchObject({
        verdict: 'valid',
        reasons: [],
        certificate: { number, name: 'V. E.', status: 'valid', signedBy: expect.stringContaining('udvikling') },
      });
    expect(await verifyCertificateFile(undefined, { bytes: da, roots })).toMatchObject({
      verdict: 'unchecked',
      reasons: ['no-register'],
      certificate: { number },
    });
    expect(await verifyCertificateFile(world, { bytes: da, roots: [] })).toMatchObject({
      verdict: 'unchecked',
      reasons: ['no-root'],
    });
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    await changeCertificate(world, agency, { action: 'revoke', number, reason: 'Prøven var taget af en anden.' });
    expect(await verifyCertificateFile(world, { bytes: da, roots })).toMatchObject({
      verdict: 'not-valid-now',
      reasons: ['revoked'],
    });
  });

  test('is refused, though signed by the same key, if the register has other bytes, another code or no such number', async () => {
    const { number, code } = await issued(key);
    const verdictOf = async (more: object) => {
      const drawn = await drawCertificate({ ...danish, issuedAt: world.now(), ...more }, { key });
      if (!drawn.ok) throw new Error(drawn.reason);
      return (await verifyCertificateFile(world, { bytes: drawn.bytes, roots })).reasons;
    };
    const verifyUrl = `${world.publicUrl}/v/${code}`;
    expect(await verdictOf({ number, verifyUrl, name: 'En Anden' })).toEqual(['other-bytes-than-issued']);
    expect(await verdictOf({ number })).toEqual(['another-code-in-register']);
    expect(await verdictOf({ number: '2026-99999', verifyUrl })).toEqual(['not-in-register']);
  });

  test('from before there was a key is recognized by its bytes alone, and the answer says so', async () => {
    const { number, da } = await issued();
    expect(await verifyCertificateFile(world, { bytes: da, roots })).toMatchObject({
      verdict: 'unchecked',
      reasons: ['no-signature'],
      certificate: { number, status: 'valid' },
    });
    const altered = new Uint8Array(
      Buffer.from(Buffer.from(da).toString('latin1').replace('(da-DK)', '(da-DE)'), 'latin1'),
    );
    expect(await verifyCertificateFile(world, { bytes: altered, roots })).toMatchObject({
      verdict: 'not-genuine',
      reasons: ['no-signature', 'not-in-register'],
    });
    expect(await verifyCertificateFile(undefined, { bytes: da, roots })).toMatchObject({
      verdict: 'unchecked',
      reasons: ['no-signature', 'no-register'],
    });
  });
});
