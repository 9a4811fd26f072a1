import { sha256, type World } from '#app/platform/world.server.ts';
import { appendAudit, findLastAudit } from '#db/queries/audit.ts';
import { lockByName } from '#db/queries/setting.ts';
import type { Db } from '#db/schema.ts';

export type AuditEntry = {
  seq: number;
  at: string;
  actor: string | null;
  action: string;
  subject: string;
  detail: string;
  previous: string;
};

/** Each entry includes the hash of the previous one, so that removing a line is noticed. */
export function auditHash({ seq, at, actor, action, subject, detail, previous }: AuditEntry): string {
  return sha256(JSON.stringify([seq, at, actor, action, subject, detail, previous]));
}

/** Records who did what to what, in the caller's transaction. Never names, and never text that people wrote. */
export async function writeAudit(
  world: World,
  trx: Db,
  given: { actor: string | null; action: string; subject: string; detail?: string },
): Promise<void> {
  // Two writers at once would read the same last entry, so the second waits for the first.
  await lockByName(trx, 'audit', world.now());
  const last = await findLastAudit(trx);
  const entry: AuditEntry = {
    seq: (last?.seq ?? 0) + 1,
    at: world.now(),
    detail: '',
    ...given,
    previous: last?.hash ?? '',
  };
  await appendAudit(trx, { ...entry, hash: auditHash(entry) });
}
