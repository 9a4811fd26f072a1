import type { AuditHead } from '#app/platform/audit-heads.server.ts';
import type { World } from '#app/platform/world.server.ts';

/** The setting with the head of the chain; its row is locked while the chain grows. */
export const auditHeadSetting = 'lock:audit';

/** The action of an entry that notes that the chain did not end where its head was. */
export const auditGap = 'audit-gap';

/** The head of the chain after an entry, keyed by the secret of the service. */
export function auditHeadOf(world: World, { seq, hash }: { seq: number; hash: string }): AuditHead {
  return { seq, hash, at: world.now(), mac: world.keyed(`audit-head|${seq}|${hash}`) };
}
