import type { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { certificateOf, fingerprintOf, rootsOf } from './signing-key.ts';

/** A certificate that signs files, with those above it, and what became of it. */
export type Signer = { chain: X509Certificate[]; since: string; distrustedFrom?: string | undefined };

const Listed = z.object({
  keys: z.array(z.object({ x5c: z.array(z.base64()).min(1), distrustedFrom: z.iso.date().optional() })),
});

/**
 * The public list of the keys that ever signed: a JWK Set (RFC 7517) with their certificates. A file signed by any other
 * key is not ours, whoever stands above it.
 */
export function signerList(signers: readonly Signer[]) {
  return {
    keys: signers.map(({ chain, since, distrustedFrom }) => ({
      ...chain[0]!.publicKey.export({ format: 'jwk' }),
      use: 'sig',
      kid: fingerprintOf(chain[0]!),
      'x5t#S256': Buffer.from(fingerprintOf(chain[0]!), 'hex').toString('base64url'),
      x5c: chain.map(({ raw }) => raw.toString('base64')),
      since,
      ...(distrustedFrom && { distrustedFrom }),
    })),
  };
}

/** The signers, roots and distrusted keys in a saved list. Throws if it is no such list. */
export function signersIn(text: string): {
  known: string[];
  roots: Uint8Array[];
  distrusted: { sha256: string; from: string }[];
} {
  const keys = Listed.parse(JSON.parse(text)).keys.map(({ x5c, distrustedFrom: from }) => {
    const certificates = x5c.map((each) => new Uint8Array(Buffer.from(each, 'base64')));
    return { sha256: fingerprintOf(certificateOf(certificates[0]!)), certificates, from };
  });
  return {
    known: keys.map(({ sha256 }) => sha256),
    roots: keys.flatMap(({ certificates }) => rootsOf({ certificates })),
    distrusted: keys.flatMap(({ sha256, from }) => (from ? [{ sha256, from }] : [])),
  };
}
