import { CompactSign } from 'jose';
import { privateKeyOf } from '#certificates/signing/private-key.ts';
import { type CredentialKey, publicKeysOf } from './credential-key.ts';

type Claims = { id: string; issuer: { id: string }; validFrom: string; validUntil: string } & {
  credentialSubject: { id: string };
};

/** The claims that a JWT repeats under its own names (Open Badges 3.0, 8.2.4). */
export const registeredClaimsOf = ({ id, issuer, validFrom, validUntil, credentialSubject }: Claims) => ({
  iss: issuer.id,
  jti: id,
  nbf: Date.parse(validFrom) / 1000,
  exp: Date.parse(validUntil) / 1000,
  sub: credentialSubject.id,
});

/** The badge as a JWT with RS256; undefined if there is no RSA key. */
export async function badgeJwt(badge: Claims, { rsa }: CredentialKey, did: string): Promise<string | undefined> {
  if (!rsa) return undefined;
  const [{ id: kid }] = publicKeysOf({ ed25519: rsa }, did);
  const payload = Buffer.from(JSON.stringify({ ...badge, ...registeredClaimsOf(badge) }), 'utf8');
  return new CompactSign(payload).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(privateKeyOf(rsa));
}
