import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { privateKeyOf } from '#certificates/signing/private-key.ts';

/**
 * The keys that sign badges; files are signed with another key. Ed25519 makes the proof inside a badge, RSA signs the
 * JWT form. Both are PKCS #8, as DER.
 */
export type CredentialKey = { kind: 'real' | 'development'; ed25519: Uint8Array; rsa?: Uint8Array };

/** The public key with the id that badges use for it: the issuer's DID and the thumbprint of RFC 7638. */
export type PublicKey = { id: string; controller: string; jwk: PublicJwk };
export type PublicJwk = { kty: 'OKP'; crv: 'Ed25519'; x: string } | { kty: 'RSA'; n: string; e: string };

/** A public key and its history. A retired key still proves what it signed; a compromised key proves nothing. */
export type KnownKey = PublicKey & { since?: string; retiredAt?: string; compromisedAt?: string };

type Read = { ok: true; key: CredentialKey } | { ok: false; reason: 'unreadable' | 'no-key' | 'unsuitable' };

const derOf = (key: KeyObject) => new Uint8Array(key.export({ format: 'der', type: 'pkcs8' }));

/** Reads a PEM text with an Ed25519 key and, if JWTs are wanted, an RSA key. */
export function readCredentialKey(pem: string, kind: CredentialKey['kind']): Read {
  const parts = pem.match(/-----BEGIN (?:RSA )?PRIVATE KEY-----[\s\S]+?-----END (?:RSA )?PRIVATE KEY-----/g) ?? [];
  let keys: KeyObject[];
  try {
    keys = parts.map((part) => createPrivateKey(part));
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
  const of = (type: string) => keys.filter((key) => key.asymmetricKeyType === type);
  const [ed25519, ...more] = of('ed25519');
  const [rsa, ...others] = of('rsa');
  if (!ed25519) return { ok: false, reason: 'no-key' };
  const isWeak = rsa && rsa.asymmetricKeyDetails!.modulusLength! < 2048;
  if (more.length + others.length > 0 || isWeak || keys.length !== (rsa ? 2 : 1))
    return { ok: false, reason: 'unsuitable' };
  return { ok: true, key: { kind, ed25519: derOf(ed25519), ...(rsa && { rsa: derOf(rsa) }) } };
}

export function makeCredentialKey(kind: CredentialKey['kind']): CredentialKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 3072 });
  return { kind, ed25519: derOf(privateKey), rsa: derOf(rsa.privateKey) };
}

export const credentialPemOf = ({ ed25519, rsa }: CredentialKey): string =>
  [ed25519, ...(rsa ? [rsa] : [])].map((der) => privateKeyOf(der).export({ format: 'pem', type: 'pkcs8' })).join('');

/** The public keys under a DID: first the one for the proof, then the one for the JWT form. */
export function publicKeysOf(
  { ed25519, rsa }: Pick<CredentialKey, 'ed25519' | 'rsa'>,
  did: string,
): [PublicKey, ...PublicKey[]] {
  const named = (der: Uint8Array): PublicKey => {
    const jwk = publicJwkOf(privateKeyOf(der));
    return { id: `${did}#${thumbprintOf(jwk)}`, controller: did, jwk };
  };
  return [named(ed25519), ...(rsa ? [named(rsa)] : [])];
}

const derived = new WeakMap<KeyObject, PublicJwk>();
/** Cached per key, because every badge needs it. */
function publicJwkOf(key: KeyObject): PublicJwk {
  const jwk = derived.get(key) ?? (createPublicKey(key).export({ format: 'jwk' }) as PublicJwk);
  derived.set(key, jwk);
  return jwk;
}

/** RFC 7638: the required members of the key, sorted by name. */
function thumbprintOf(jwk: PublicJwk): string {
  const members = jwk.kty === 'RSA' ? { e: jwk.e, kty: jwk.kty, n: jwk.n } : { crv: jwk.crv, kty: jwk.kty, x: jwk.x };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}
