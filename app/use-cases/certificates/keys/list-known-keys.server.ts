import type { KnownKey, PublicJwk } from '#certificates/badge/credential-key.ts';
import { listCredentialKeys } from '#db/queries/badge.ts';
import type { Db } from '#db/schema.ts';

/** Every key that ever proved a badge here, with its present state. */
export async function listKnownKeys(db: Db): Promise<KnownKey[]> {
  const rows = await listCredentialKeys(db);
  return rows.map(({ id, controller, jwk, recorded_at: since, retired_at, compromised_at }) => ({
    id,
    controller,
    jwk: JSON.parse(jwk) as PublicJwk,
    since,
    ...(retired_at && { retiredAt: retired_at }),
    ...(compromised_at && { compromisedAt: compromised_at }),
  }));
}
