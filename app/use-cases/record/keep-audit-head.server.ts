import type { World } from '#app/platform/world.server.ts';
import { findAuditHash, findLastAudit } from '#db/queries/audit.ts';
import { findSetting, putSetting } from '#db/queries/setting.ts';
import { auditHeadOf, auditHeadSetting } from './audit-head-of.ts';
import { isOurHead } from './is-our-head.ts';

/**
 * Keeps the head of the audit outside the database when there are new entries. If the chain lacks what the last head
 * has seen, nothing is kept and an error is thrown: the list would else go on from a chain that was altered.
 */
export async function keepAuditHead(world: World): Promise<void> {
  const last = await findLastAudit(world.db);
  const heads = world.auditHeads.list();
  const before = heads.at(-1);
  if (!last && !before) return;
  if (before && isOurHead(world, before) && (await findAuditHash(world.db, before.seq)) !== before.hash)
    throw new Error(`The audit lacks entry ${before.seq} as it was at ${before.at}. See docs/recovery.md.`);
  // The secret of the service was changed: the old list stays beside the new one.
  if (before && !isOurHead(world, before)) world.auditHeads.begin(world.now());
  if (!last || (before && isOurHead(world, before) && before.seq === last.seq)) return;
  const head = auditHeadOf(world, last);
  // A database from before there were heads gets its first one here, and one of a former secret a new one.
  const kept = await findSetting(world.db, auditHeadSetting);
  if ((!kept && !before) || (kept && !isOurHead(world, JSON.parse(kept))))
    await putSetting(world.db, auditHeadSetting, JSON.stringify(head), world.now());
  world.auditHeads.append(head);
}
