import type { AuditHead } from '#app/platform/audit-heads.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { listAudit } from '#db/queries/audit.ts';
import { findSetting } from '#db/queries/setting.ts';
import { auditHash } from './audit-hash.ts';
import { auditGap, auditHeadSetting } from './audit-head-of.ts';
import { isOurHead } from './is-our-head.ts';

/**
 * Returns what is wrong with the audit: a chain that is broken, one that was cut or written anew (it does not end at
 * the keyed head in the database), and one that lacks what a head outside the database has seen.
 */
export async function checkAudit(world: World): Promise<string[]> {
  const entries = await listAudit(world.db);
  const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]));
  return [...brokenLinks(entries), ...(await atItsHead(world, entries)), ...outside(world, hashes)];
}

function brokenLinks(entries: Awaited<ReturnType<typeof listAudit>>): string[] {
  let previous = '';
  return entries.flatMap((entry) => {
    const isWhole = entry.previous === previous && entry.hash === auditHash(entry);
    previous = entry.hash;
    if (!isWhole) return [`audit ${entry.seq}: the chain is broken`];
    return entry.action === auditGap ? [`audit ${entry.seq}: the chain had ended at ${entry.subject} and was cut`] : [];
  });
}

async function atItsHead(world: World, entries: readonly { seq: number; hash: string }[]): Promise<string[]> {
  const kept = await findSetting(world.db, auditHeadSetting);
  const last = entries.at(-1);
  if (!kept) return last ? ['audit: the head of the chain is not there'] : [];
  const head: AuditHead = JSON.parse(kept);
  if (!isOurHead(world, head)) return ['audit: the head of the chain was not made with this SESSION_SECRET'];
  if (head.seq === last?.seq && head.hash === last.hash) return [];
  return [`audit: the chain ends at ${last?.seq ?? 0}, its head was ${head.seq}: it was cut or written anew`];
}

function outside(world: World, hashes: ReadonlyMap<number, string>): string[] {
  let heads: AuditHead[];
  try {
    heads = world.auditHeads.list();
  } catch (error) {
    return [`audit: the heads outside the database cannot be read: ${error instanceof Error ? error.message : error}`];
  }
  return heads.flatMap((head) => {
    if (!isOurHead(world, head)) return [`audit ${head.seq}: the head outside was not made with this SESSION_SECRET`];
    if (hashes.get(head.seq) === head.hash) return [];
    return [`audit ${head.seq}: was another one at ${head.at}: the chain was cut or written anew`];
  });
}
