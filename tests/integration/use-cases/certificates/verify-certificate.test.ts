import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { verifyCertificateFile } from '#app/use-cases/certificates/checking/verify-certificate-file.server.ts';
import { noteFormerSigners } from '#app/use-cases/certificates/keys/note-former-signers.server.ts';
import { seeSigners } from '#app/use-cases/certificates/keys/see-signers.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { signersIn } from '#certificates/signing/signer-list.ts';
import { certificateOf, fingerprintOf, rootsOf, type SigningKey } from '#certificates/signing/signing-key.ts';
import { findCertificateDocument, listCertificatesOf } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { begin, castOf } from '../../../stage.ts';
import { developmentKey, hasOpenssl, twoUnderOneRoot } from '../../../unit/certificates/keys.ts';
import { bytesOf, danish } from '../../../unit/certificates/sample.ts';
import { type FakeWorld, fakeWorld, pass, somebody } from '../../../world.ts';

const key = await developmentKey();
const roots = rootsOf(key);

onBothDatabases('a file that somebody verifies', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function issued(signedBy?: SigningKey, now?: string) {
    world = await fakeWorld(await fresh(), { ...(signedBy && { key: signedBy }), ...(now && { now }) });
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
        certificate: {
          number,
          name: 'Vera Eksempel',
          status: 'valid',
          signedBy: expect.stringContaining('udvikling'),
        },
      });
    expect(await verifyCertificateFile(undefined, { bytes: da, roots })).toMatchObject({
      verdict: 'unchecked',
      reasons: ['no-signers', 'no-register'],
      certificate: { number, name: 'Vera Eksempel' },
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

  test.skipIf(!hasOpenssl)('is refused if another signed it whose certificate is under the same root', async () => {
    const [ours, neighbour] = twoUnderOneRoot();
    const { number, code, da } = await issued(ours, new Date().toISOString());
    const verifyUrl = `${world.publicUrl}/v/${code}`;
    const drawn = await drawCertificate({ ...danish, number, verifyUrl, issuedAt: world.now() }, { key: neighbour });
    if (!drawn.ok) throw new Error(drawn.reason);
    const list = signersIn(JSON.stringify(await seeSigners(world)));
    expect(list.known).toEqual([fingerprintOf(certificateOf(ours.certificates[0]!))]);
    const signers = { known: list.known, complete: true };
    const under = { roots: list.roots, signers };
    for (const register of [world, undefined]) {
      expect(await verifyCertificateFile(register, { bytes: drawn.bytes, ...under })).toMatchObject({
        verdict: 'not-genuine',
        reasons: ['signer-unknown'],
      });
      const { reasons } = await verifyCertificateFile(register, { bytes: da, ...under });
      expect(reasons).toEqual(register ? [] : ['no-register']);
    }
  });

  test('from before signers were noted is genuine all the same, and its signer is noted afterwards', async () => {
    world = await fakeWorld(await fresh(), { key });
    const { personId } = await somebody(world, { givenName: 'Åse', roles: ['adviser'] });
    const code = 'K7QM-4T9X-2HVD-W8RC-9K2D';
    const data = { ...danish, verifyUrl: `${world.publicUrl}/v/${code}` };
    const [before, unsigned] = [await bytesOf(data, key), await bytesOf({ ...data, number: '2026-00418' })];
    const issuedOn = '2026-11-18';
    await putCertificate(world, { personId, number: data.number, code, issuedOn }, { da: before, en: unsigned });
    expect(await seeSigners(world)).toBeUndefined();
    expect(await verifyCertificateFile(world, { bytes: before, roots })).toMatchObject({ verdict: 'valid' });
    for (let time = 0; time < 2; time++) await noteFormerSigners(world);
    const known = fingerprintOf(certificateOf(key.certificates[0]!));
    expect((await seeSigners(world))!.keys).toMatchObject([{ kid: known, since: `${issuedOn}T09:00:00.000Z` }]);
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
