import type { World } from '#app/platform/world.server.ts';
import { listAudit } from '#db/queries/audit.ts';
import { auditHash } from './write-audit.server.ts';

/** Checks the hash chain of the audit and returns where it is broken. */
export async function checkAudit(world: World): Promise<string[]> {
  let previous = '';
  const problems: string[] = [];
  for (const entry of await listAudit(world.db)) {
    if (entry.previous !== previous || entry.hash !== auditHash(entry))
      problems.push(`audit ${entry.seq}: the chain is broken`);
    previous = entry.hash;
  }
  return problems;
}
