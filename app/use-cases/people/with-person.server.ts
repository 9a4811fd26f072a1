import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Db } from '#db/schema.ts';
import { lockPersonBy, type PersonKey } from './lock-person-by.server.ts';

export type PersonOutcome<Reason> = { ok: true } | { ok: false; reason: 'forbidden' | 'not-found' | Reason };

/**
 * Checks permission, finds and locks the person, and records the change in the audit. An erased person cannot be
 * changed.
 */
export function withPerson<Reason>(
  world: World,
  viewer: Viewer | null,
  key: PersonKey,
  action: string,
  work: (trx: Db, personId: string) => Promise<PersonOutcome<Reason>>,
): Promise<PersonOutcome<Reason>> {
  return world.db.transaction().execute(async (trx): Promise<PersonOutcome<Reason>> => {
    if (viewer && !may(viewer, 'manage-people')) return { ok: false, reason: 'forbidden' };
    const person = await lockPersonBy(trx, key);
    if (!person || person.status === 'erased') return { ok: false, reason: 'not-found' };
    const done = await work(trx, person.id);
    if (done.ok) await writeAudit(world, trx, { actor: viewer?.personId ?? null, action, subject: person.id });
    return done;
  });
}
