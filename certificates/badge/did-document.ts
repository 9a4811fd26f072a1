import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { z } from 'zod';
import type { KnownKey, PublicJwk, PublicKey } from './credential-key.ts';

/** `https://vejlederbevis.example` becomes `did:web:vejlederbevis.example`; the colon before a port becomes %3A. */
export const didOf = (site: string): string => `did:web:${new URL(site).host.replace(':', '%3A')}`;

export const didContext = 'https://www.w3.org/ns/did/v1';
export const multikeyContext = 'https://w3id.org/security/multikey/v1';
// A term that the contexts lack: when a key was in use (from/until), as defined by Dublin Core.
const ownTerms = { valid: 'http://purl.org/dc/terms/valid' };

/**
 * The public document with the issuer's keys (Controlled Identifiers, did:web). A retired key stays an assertion
 * method, because what it signed is still valid. A compromised key is not one, and the document says when it was
 * revoked.
 */
export async function didDocument(site: string, keys: readonly KnownKey[], formerDids: readonly string[] = []) {
  const did = didOf(site);
  const own = keys.filter(({ controller }) => controller === did);
  return {
    '@context': [didContext, multikeyContext, 'https://w3id.org/security/jwk/v1', ownTerms],
    id: did,
    ...(formerDids.length > 0 && { alsoKnownAs: formerDids }),
    verificationMethod: await Promise.all(
      own.map(async (key) => ({
        ...(await verificationMethodOf(key)),
        ...(key.since && { valid: [key.since, key.retiredAt ?? key.compromisedAt ?? ''].join('/') }),
        ...(key.compromisedAt && { revoked: key.compromisedAt }),
      })),
    ),
    assertionMethod: own.filter(({ compromisedAt }) => !compromisedAt).map(({ id }) => id),
  };
}

/**
 * Ed25519 is written as a Multikey, because its cryptosuite demands it; RSA is written as a JWK, because JWTs use that.
 */
export async function verificationMethodOf({ id, controller, jwk }: PublicKey) {
  if (jwk.kty === 'RSA') return { id, type: 'JsonWebKey', controller, publicKeyJwk: { ...jwk, alg: 'RS256' } };
  const { publicKeyMultibase } = await Ed25519Multikey.fromJwk({ jwk, id, controller });
  return { id, type: 'Multikey', controller, publicKeyMultibase };
}

const Jwk = z.union([
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
  z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }),
]);
const Document = z.object({
  id: z.string(),
  verificationMethod: z.array(
    z.object({
      id: z.string(),
      controller: z.string(),
      publicKeyMultibase: z.string().optional(),
      publicKeyJwk: Jwk.optional(),
      revoked: z.string().optional(),
    }),
  ),
  assertionMethod: z.array(z.string()),
});

/** The keys of a saved DID document. A key that is not an assertion method proves nothing. */
export async function keysOfDocument(text: string): Promise<KnownKey[]> {
  const { id: did, verificationMethod, assertionMethod } = Document.parse(JSON.parse(text));
  const usable = verificationMethod.filter(({ id, controller }) => controller === did && assertionMethod.includes(id));
  return Promise.all(
    usable.map(async ({ id, controller, publicKeyMultibase, publicKeyJwk, revoked }) => {
      const method = { id, controller, type: 'Multikey', publicKeyMultibase };
      const jwk =
        publicKeyJwk ?? ((await Ed25519Multikey.toJwk({ keyPair: await Ed25519Multikey.from(method) })) as PublicJwk);
      return { id, controller, jwk, ...(revoked && { compromisedAt: revoked }) };
    }),
  );
}
