import type { Scope } from '#app/use-cases/permission.ts';
import { listLeadersOf } from '#db/queries/led-by.ts';
import type { Db } from '#db/schema.ts';

/** Whose a certificate is: the holder, and the leaders of the holds they are or were on. */
export async function scopeOfHolder(db: Db, personId: string): Promise<Scope> {
  return { personId, leaderIds: await listLeadersOf(db, personId) };
}
