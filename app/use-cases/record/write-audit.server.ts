import type { AuditHead } from '#app/platform/audit-heads.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { appendAudit, findLastAudit } from '#db/queries/audit.ts';
import { lockByName, putSetting } from '#db/queries/setting.ts';
import type { Db } from '#db/schema.ts';
import { type AuditEntry, auditHash } from './audit-hash.ts';
import { auditGap, auditHeadOf, auditHeadSetting } from './audit-head-of.ts';
import { isOurHead } from './is-our-head.ts';

/** Records who did what to what, in the caller's transaction. Never names, and never text that people wrote. */
export async function writeAudit(
  world: World,
  trx: Db,
  given: { actor: string | null; action: string; subject: string; detail?: string },
): Promise<void> {
  const at = world.now();
  // Two writers at once would read the same last entry, so the second waits for the first.
  const kept = await lockByName(trx, 'audit', at);
  let last = await findLastAudit(trx);
  const append = async (said: typeof given) => {
    const entry: AuditEntry = { seq: (last?.seq ?? 0) + 1, at, detail: '', ...said, previous: last?.hash ?? '' };
    last = { seq: entry.seq, hash: auditHash(entry) };
    await appendAudit(trx, { ...entry, hash: last.hash });
  };
  const head: AuditHead | undefined = kept ? JSON.parse(kept) : undefined;
  // A chain that was cut gets a new head here; this entry keeps that it was.
  if (head && isOurHead(world, head) && (head.seq !== last?.seq || head.hash !== last.hash))
    await append({ actor: null, action: auditGap, subject: String(head.seq), detail: head.hash });
  await append(given);
  await putSetting(trx, auditHeadSetting, JSON.stringify(auditHeadOf(world, last!)), at);
}
