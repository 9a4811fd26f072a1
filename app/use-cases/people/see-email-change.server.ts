import type { World } from '#app/platform/world.server.ts';
import { findEmailChange } from '#db/queries/email-change.ts';

/** The address that a letter asks about; undefined if it was answered, is too old or never was sent. */
export async function seeEmailChange(world: World, secret: string): Promise<{ email: string } | undefined> {
  const change = await findEmailChange(world.db, { secretHash: world.keyed(secret) }, world.now());
  return change && { email: change.email };
}
