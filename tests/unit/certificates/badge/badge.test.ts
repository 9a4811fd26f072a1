import { createHash, sign } from 'node:crypto';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { badgeOf } from '#certificates/badge/badge.ts';
import {
  type CredentialKey,
  type KnownKey,
  makeCredentialKey,
  publicKeysOf,
} from '#certificates/badge/credential-key.ts';
import { addProof, pinnedContexts } from '#certificates/badge/data-integrity.ts';
import { didDocument, didOf, keysOfDocument } from '#certificates/badge/did-document.ts';
import { type SignedBadge, signBadge } from '#certificates/badge/sign-badge.ts';
import { verifyBadge, verifyFile } from '#certificates/checking/verify-file.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { privateKeyOf } from '#certificates/signing/private-key.ts';
import { rootsOf, type SigningKey } from '#certificates/signing/signing-key.ts';
import { developmentKey } from '../keys.ts';
import { badge, danish, english } from '../sample.ts';

const did = didOf(badge.site);
const key: CredentialKey = { ...makeCredentialKey('development'), kind: 'real' };
const stranger = makeCredentialKey('real');
const known: KnownKey[] = publicKeysOf(key, did);
let fileKey: SigningKey;
let signed: SignedBadge;
beforeAll(async () => {
  fileKey = await developmentKey();
  signed = await signBadge(danish, badge, key);
});

const verdictOn = async (text: string, keys: readonly KnownKey[] = known) => {
  const found = await verifyBadge(text, keys);
  return 'reason' in found ? found.reason : found.state;
};
const facts = {
  number: '2026-00417',
  name: 'Åse Bjørk Eksempel',
  course: danish.course,
  edition: '2026.1',
  code: 'K7QM-4T9X-2HVD-W8RC',
  validFrom: '2026-11-17',
  lastValidDay: '2028-11-16',
  did,
};

describe('a badge', () => {
  test('is proved in both forms and has the same facts as the certificate', async () => {
    for (const text of [signed.json, signed.jwt!, `${signed.jwt}\n`, JSON.stringify(JSON.parse(signed.json), null, 2)])
      expect(await verifyBadge(text, known)).toMatchObject({ state: 'proved', facts });
  });

  test('says what was learned and how much, names one status entry, and has an address in each language', () => {
    const [da, en] = [badgeOf(danish, badge, 'real'), badgeOf(english, badge, 'real')];
    const { achievement } = da.credentialSubject;
    expect(achievement).toMatchObject({
      achievementType: 'Certification',
      image: { id: `${badge.site}/achievements/${badge.course}/2026.1/badge.svg`, type: 'Image' },
    });
    expect(achievement.criteria.narrative.split('\n\n')).toEqual([
      'Forløbet er prøvet med\n- en afsluttende prøve\n- to bedømte opgaver\n- en kursusdag',
      'Det er lært\n- Den it-pædagogiske metode\n- Moms i TastSelv Erhverv\n- Et emne efter eget valg blandt Dybde: moms og Dybde: NemRefusion',
      'Omfang: lektioner på omkring 5,5 timer, foruden prøver, opgaver og kursusdage.',
    ]);
    const level = badgeOf(danish, { ...badge, learned: { ...badge.learned, level: 'Begynder' } }, 'real');
    expect(level.credentialSubject.achievement.criteria.narrative).toMatch(/\n\nNiveau: Begynder$/);
    expect(Array.isArray(da.credentialStatus)).toBe(false);
    expect(da.id).not.toBe(en.id);
    expect(achievement.id).not.toBe(en.credentialSubject.achievement.id);
  });

  test('is the same for the same certificate and key', async () =>
    expect(await signBadge(danish, badge, key)).toEqual(signed));

  test('contains the name, but no other personal data', () => {
    const said = JSON.stringify(badgeOf(danish, badge, 'real'));
    expect(said).toContain(danish.name);
    expect(said).not.toContain('Herning');
  });

  test('says so if it is not for real', () => {
    expect(badgeOf({ ...danish, demo: true }, badge, 'development').description).toBe(
      'Eksempeldata – ikke et gyldigt bevis. ikke gyldigt – udvikling',
    );
    expect(badgeOf(danish, badge, 'real')).not.toHaveProperty('description');
  });

  test('is proved inside the file, but a real key proves no badge of an invented person', async () => {
    for (const data of [danish, english]) {
      const drawn = await drawCertificate({ ...data, badge }, { key: fileKey, credentialKey: key });
      if (!drawn.ok) throw new Error(drawn.reason);
      expect(drawn.bytes.length).toBeLessThan(60_000);
      expect(await verifyFile(drawn.bytes, rootsOf(fileKey), known)).toMatchObject({
        state: 'signed',
        badge: { state: 'proved', facts: { ...facts, course: data.course } },
      });
      expect(await verifyFile(drawn.bytes, rootsOf(fileKey))).toMatchObject({
        badge: { state: 'unchecked', reason: 'credential-key-unknown' },
      });
    }
    const invented = await drawCertificate({ ...danish, demo: true, badge }, { credentialKey: key });
    expect(invented).not.toHaveProperty('badge');
  });

  test('is proved by a retired key, but not by one that was given up', async () => {
    const as = (more: Partial<KnownKey>) => known.map((each) => ({ ...each, since: '2026-01-01T00:00:00Z', ...more }));
    const retired = as({ retiredAt: '2027-01-01T00:00:00Z' });
    const compromised = as({ compromisedAt: '2027-01-01T00:00:00Z' });
    for (const text of [signed.json, signed.jwt!]) {
      expect(await verdictOn(text, retired)).toBe('proved');
      expect(await verdictOn(text, compromised)).toBe('credential-key-compromised');
    }
    const document = await didDocument(badge.site, [...retired, ...publicKeysOf(stranger, did)]);
    expect(document.assertionMethod).toHaveLength(4);
    expect(document.verificationMethod[0]).toMatchObject({
      id: known[0]!.id,
      type: 'Multikey',
      publicKeyMultibase: expect.stringMatching(/^z6Mk/),
      valid: '2026-01-01T00:00:00Z/2027-01-01T00:00:00Z',
    });
    const afterwards = await didDocument(badge.site, [...compromised, ...publicKeysOf(stranger, did)]);
    expect(afterwards.verificationMethod).toHaveLength(4);
    expect(afterwards.verificationMethod[1]).toMatchObject({ type: 'JsonWebKey', revoked: '2027-01-01T00:00:00Z' });
    expect(afterwards.assertionMethod).toEqual(publicKeysOf(stranger, did).map(({ id }) => id));
    // Whoever keeps the document takes no key from it that is given up, or that is another's.
    expect((await keysOfDocument(JSON.stringify(afterwards))).map(({ id }) => id)).toEqual(afterwards.assertionMethod);
    const theirs = { ...afterwards.verificationMethod.at(-1)!, controller: 'did:web:evil.example' };
    const mixed = { ...afterwards, verificationMethod: [theirs] };
    expect(await keysOfDocument(JSON.stringify(mixed))).toEqual([]);
  });

  test('names the issuer with the port of its address', () =>
    expect(didOf('http://127.0.0.1:3000')).toBe('did:web:127.0.0.1%3A3000'));
});

type Json = Record<string, any>;
const changed = (change: (json: Json) => void): string => {
  const json = JSON.parse(signed.json) as Json;
  change(json);
  return JSON.stringify(json);
};
/** As if the issuer itself had signed it: only the form can refuse. */
const provedAnew = async (change: (json: Json) => void): Promise<string> => {
  const bare: Json = badgeOf(danish, badge, 'real');
  change(bare);
  return JSON.stringify(await addProof(bare, key, did, new Date(danish.issuedAt)).catch(() => bare));
};

describe('an attack on a badge is refused', () => {
  test.each<[string, () => string | Promise<string>]>([
    ['another name', () => changed((json) => (json.credentialSubject.identifier[0].identityHash = 'En Anden'))],
    ['another end', () => changed((json) => (json.validUntil = '2099-11-16T23:59:59+01:00'))],
    ['another time of the proof', () => changed(({ proof }) => (proof.created = '2027-11-18T09:30:00Z'))],
    ['another course', () => changed(({ credentialSubject: { achievement } }) => (achievement.name = 'Overlæge'))],
  ])('%s under the old proof', async (_, made) => expect(await verdictOn(await made())).toBe('credential-proof-wrong'));

  test.each<[string, () => string | Promise<string>]>([
    [
      'a term defined anew',
      () => provedAnew((json) => json['@context'].push({ identityHash: 'https://schema.org/alternateName' })),
    ],
    ['a foreign context', () => changed((json) => json['@context'].push('https://evil.example/context'))],
    ['a foreign context instead', () => changed((json) => (json['@context'][1] = 'https://evil.example/context'))],
    ['@vocab', () => provedAnew((json) => json['@context'].push({ '@vocab': 'https://evil.example/#' }))],
    [
      'a context further in',
      () => changed((json) => (json.credentialSubject['@context'] = { '@vocab': 'https://e.example/' })),
    ],
    ['a context in the proof', () => changed(({ proof }) => (proof['@context'] = { created: 'https://e.example/' }))],
    ['a claim more', () => changed((json) => (json.credentialSubject.role = 'Overlæge'))],
    ['an alias of a keyword', () => changed((json) => (json['@type'] = ['VerifiableCredential']))],
    [
      'a second proof before',
      () => changed((json) => (json.proof = [{ ...json.proof, proofValue: 'z1' }, json.proof])),
    ],
    ['two proofs in a chain', () => changed(({ proof }) => (proof.previousProof = 'urn:x'))],
    [
      'the members of the proof in another order',
      () => changed((json) => (json.proof = Object.fromEntries(Object.entries(json.proof).reverse()))),
    ],
    ['another cryptosuite', () => changed(({ proof }) => (proof.cryptosuite = 'eddsa-jcs-2022'))],
    ['another purpose', () => changed(({ proof }) => (proof.proofPurpose = 'authentication'))],
    ['no proof', () => changed((json) => delete json.proof)],
    ['a member twice', () => signed.json.replace('{', '{"validUntil":"2099-01-01T00:00:00Z",')],
    ['no JSON', () => '{'],
    [
      'a status elsewhere',
      () => provedAnew((json) => (json.credentialStatus.statusListCredential = 'http://169.254.169.254/1')),
    ],
    ['no status', () => provedAnew((json) => (json.credentialStatus = []))],
    ['the messages of another', () => provedAnew((json) => json.credentialStatus.statusMessage.reverse())],
    [
      'a picture elsewhere',
      () => provedAnew((json) => (json.credentialSubject.achievement.image.id = 'https://evil.example/x.svg')),
    ],
    [
      'the address of the other language',
      () => provedAnew((json) => (json.credentialSubject.achievement.id += '?lang=en')),
    ],
    ['another holder', () => provedAnew((json) => (json.credentialSubject.id = 'did:web:evil.example'))],
    [
      'a check page elsewhere',
      () =>
        provedAnew((json) => {
          json.id = json.id.replace('vejlederbevis', 'evil');
          json.credentialSubject.id = `${json.id}#holder`;
        }),
    ],
    [
      'an achievement elsewhere',
      () => provedAnew(({ credentialSubject }) => (credentialSubject.achievement.id = 'https://evil.example/a/2026.1')),
    ],
    [
      'the addresses of another than the issuer',
      () =>
        provedAnew((json) =>
          Object.assign(json, JSON.parse(JSON.stringify(json).replaceAll(badge.site, 'https://evil.example'))),
        ),
    ],
  ])('%s', async (_, made) => expect(await verdictOn(await made())).toBe('credential-unreadable'));

  test('the hashes of proof and document in the wrong order', async () => {
    const { proof, ...document } = JSON.parse(signed.json);
    const { proofValue, ...options } = proof;
    const canonical = (input: object) => cryptosuite.canonize(input, { documentLoader: pinnedLoader });
    const sums = [{ '@context': document['@context'], ...options }, document].map(async (part) =>
      createHash('sha256')
        .update(await canonical(part))
        .digest(),
    );
    const [first, second] = await Promise.all(sums);
    const valueFrom = (...parts: Buffer[]) => `z${base58(sign(null, Buffer.concat(parts), privateKeyOf(key.ed25519)))}`;
    expect(valueFrom(first!, second!)).toBe(proofValue);
    expect(await verdictOn(signed.json.replace(proofValue, valueFrom(second!, first!)))).toBe('credential-proof-wrong');
  });

  test('a key that is not an assertion method of the issuer', async () => {
    const forged = await signBadge(danish, badge, stranger);
    for (const text of [forged.json, forged.jwt!]) expect(await verdictOn(text)).toBe('credential-key-unknown');
    const asOurs = forged.json.replace(/(verificationMethod":")[^"]+/, `$1${known[0]!.id}`);
    expect(await verdictOn(asOurs)).toBe('credential-proof-wrong');
    // The key of another issuer, whom we know, proves nothing of ours.
    const theirs = publicKeysOf(stranger, 'did:web:evil.example');
    const inOurName = forged.json.replace(/(verificationMethod":")[^"]+/, `$1${theirs[0]!.id}`);
    expect(await verdictOn(inOurName, [...known, ...theirs])).toBe('credential-key-unknown');
  });

  test('an address of somebody else, which is never requested', async () => {
    const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('asked'));
    const there = 'http://127.0.0.1:9/';
    for (const change of [
      (json: Json) => (json['@context'][1] = there),
      (json: Json) => (json.issuer.id = `did:web:127.0.0.1%3A9`),
      (json: Json) => (json.proof.verificationMethod = `${there}#key`),
      (json: Json) => (json.credentialStatus.statusListCredential = there),
    ])
      expect(await verdictOn(changed(change))).not.toBe('proved');
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});

const pinnedLoader = async (address: string) => ({ documentUrl: address, document: pinnedContexts.get(address) });

function base58(bytes: Buffer): string {
  const signs = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let text = '';
  for (let rest = BigInt(`0x${bytes.toString('hex')}`); rest > 0n; rest /= 58n) text = signs[Number(rest % 58n)] + text;
  return text;
}
