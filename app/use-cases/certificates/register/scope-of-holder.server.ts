import type { Scope } from '#app/use-cases/permission.ts';
import { listLeadersWhoKnow } from '#db/queries/known-to.ts';
import type { Db } from '#db/schema.ts';

/** Whose a certificate is: the holder, and the leaders who know them from a hold or from work they have taken. */
export async function scopeOfHolder(db: Db, personId: string): Promise<Scope> {
  return { personId, leaderIds: await listLeadersWhoKnow(db, personId) };
}
