import { keyOf } from '#app/platform/session-cookie.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { insertSession, revokeSession } from '#db/queries/session.ts';
import type { Db } from '#db/schema.ts';

/** A session ends after this time even if it is in use. */
export const sessionSeconds = 10 * 3600;

/** Begins a session, ends the browser's earlier one, and returns the secret for the cookie. */
export async function startSession(
  world: World,
  trx: Db,
  given: { personId: string; method: 'code' | 'demo'; former?: string | undefined },
): Promise<string> {
  const cookie = world.newSecret(32);
  const now = world.now();
  if (given.former) await revokeSession(trx, keyOf(given.former), now);
  await insertSession(trx, {
    key: keyOf(cookie),
    person_id: given.personId,
    method: given.method,
    authn_at: now,
    created_at: now,
    last_seen_at: now,
    expires_at: new Date(Date.parse(now) + sessionSeconds * 1000).toISOString(),
    revoked_at: null,
  });
  return cookie;
}
