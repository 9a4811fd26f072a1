import type { BadgeData, CertificateData } from '#certificates/certificate-data.ts';
import { badgeOf } from './badge.ts';
import { badgeJwt } from './badge-jwt.ts';
import { type CredentialKey, type PublicKey, publicKeysOf } from './credential-key.ts';
import { addProof } from './data-integrity.ts';
import { didOf } from './did-document.ts';

/** A badge in each form that we give out, and the public keys that prove it. */
export type SignedBadge = { json: string; jwt?: string; keys: PublicKey[] };

/** The same certificate and key give the same badge. */
export async function signBadge(c: CertificateData, badge: BadgeData, key: CredentialKey): Promise<SignedBadge> {
  const did = didOf(badge.site);
  const bare = badgeOf(c, badge, key.kind);
  const json = JSON.stringify(await addProof(bare, key, did, new Date(c.issuedAt)));
  const jwt = await badgeJwt(bare, key, did);
  return { json, ...(jwt && { jwt }), keys: publicKeysOf(key, did) };
}
