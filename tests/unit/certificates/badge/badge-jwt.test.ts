import { createHmac, createPublicKey, sign } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type CredentialKey,
  type KnownKey,
  makeCredentialKey,
  publicKeysOf,
} from '#certificates/badge/credential-key.ts';
import { didOf } from '#certificates/badge/did-document.ts';
import { signBadge } from '#certificates/badge/sign-badge.ts';
import { verifyBadge } from '#certificates/checking/verify-file.ts';
import { privateKeyOf } from '#certificates/signing/private-key.ts';
import { badge, danish } from '../sample.ts';

const did = didOf(badge.site);
const key: CredentialKey = makeCredentialKey('real');
const stranger = makeCredentialKey('real');
const known: KnownKey[] = publicKeysOf(key, did);
const kid = known[1]!.id;
let jwt: string;
let payload: string;
beforeAll(async () => {
  jwt = (await signBadge(danish, badge, key)).jwt!;
  payload = jwt.split('.')[1]!;
});

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
const verdictOn = async (text: string) => {
  const found = await verifyBadge(text, known);
  return 'reason' in found ? found.reason : found.state;
};
const signedBy = (by: CredentialKey, header: object, claims = payload) => {
  const text = `${encoded(header)}.${claims}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKeyOf(by.rsa!)).toString('base64url')}`;
};
const good = { alg: 'RS256', typ: 'JWT', kid: known[1]!.id };

test('the JWT form has the header and the claims of Open Badges 3.0, 8.2, and no key in it', async () => {
  expect(decoded(jwt.split('.')[0]!)).toEqual({ alg: 'RS256', typ: 'JWT', kid });
  expect(decoded(payload)).toMatchObject({
    iss: 'did:web:vejlederbevis.example',
    jti: danish.verifyUrl,
    sub: `${danish.verifyUrl}#holder`,
    nbf: Date.parse('2026-11-16T23:00:00Z') / 1000,
    exp: Date.parse('2028-11-16T22:59:59Z') / 1000,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
  });
  expect(await verdictOn(jwt)).toBe('proved');
  expect(signedBy(key, good)).toBe(jwt);
});

test('a badge has no JWT form without an RSA key', async () =>
  expect(await signBadge(danish, badge, { kind: 'real', ed25519: key.ed25519 })).not.toHaveProperty('jwt'));

describe('an attack on the JWT form is refused', () => {
  const publicPem = createPublicKey(privateKeyOf(key.rsa!)).export({ format: 'pem', type: 'spki' });
  const foreign = createPublicKey(privateKeyOf(stranger.rsa!)).export({ format: 'jwk' });
  const hmac = (header: object) => {
    const text = `${encoded(header)}.${payload}`;
    return `${text}.${createHmac('sha256', publicPem).update(text).digest('base64url')}`;
  };
  test.each<[string, () => string, string]>([
    ['alg none', () => `${encoded({ ...good, alg: 'none' })}.${payload}.`, 'credential-unreadable'],
    ['alg NONE', () => `${encoded({ ...good, alg: 'NONE' })}.${payload}.`, 'credential-unreadable'],
    ['no signature', () => `${encoded(good)}.${payload}.`, 'credential-proof-wrong'],
    ['HS256 with the public key', () => hmac({ ...good, alg: 'HS256' }), 'credential-unreadable'],
    ['RS256 in name, HS256 in action', () => hmac(good), 'credential-proof-wrong'],
    ['a foreign jwk', () => signedBy(stranger, { alg: 'RS256', typ: 'JWT', jwk: foreign }), 'credential-unreadable'],
    ['a foreign jwk beside our name', () => signedBy(stranger, { ...good, jwk: foreign }), 'credential-unreadable'],
    ['a key to be fetched', () => signedBy(stranger, { ...good, jku: 'http://127.0.0.1:9/' }), 'credential-unreadable'],
    ['a critical header', () => signedBy(key, { ...good, crit: ['b64'], b64: false }), 'credential-unreadable'],
    ['another type', () => signedBy(key, { ...good, typ: 'at+jwt' }), 'credential-unreadable'],
    ['a strange key in our name', () => signedBy(stranger, good), 'credential-proof-wrong'],
    [
      'a key of its own',
      () => signedBy(stranger, { ...good, kid: 'did:web:evil.example#1' }),
      'credential-key-unknown',
    ],
    ['the key of the other form', () => signedBy(key, { ...good, kid: known[0]!.id }), 'credential-key-unknown'],
    [
      'another name',
      () => jwt.replace(payload, encoded({ ...decoded(payload), name: 'Overlæge' })),
      'credential-proof-wrong',
    ],
    [
      'a claim that says otherwise',
      () => signedBy(key, good, encoded({ ...decoded(payload), exp: 4e9 })),
      'credential-unreadable',
    ],
    [
      'another issuer',
      () => signedBy(key, good, encoded({ ...decoded(payload), iss: 'did:web:evil.example' })),
      'credential-key-unknown',
    ],
    ['the signature in two parts', () => `${jwt}.${payload}`, 'credential-unreadable'],
  ])('%s', async (_, made, reason) => expect(await verdictOn(made())).toBe(reason));
});
