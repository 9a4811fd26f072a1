import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findHoldToFill } from './find-hold-to-fill.server.ts';
import { type JudgedImport, judgeImport } from './judge-import.server.ts';

/** The rows that are refused now, as they were written: to be mended and sent again. */
export async function listRefusedRows(
  world: World,
  viewer: Viewer,
  input: { holdId: string; text: string },
): Promise<JudgedImport> {
  const hold = await findHoldToFill(world, world.db, viewer, input.holdId);
  if (!hold) return { ok: false, reason: 'not-found' };
  const judged = await judgeImport(world, world.db, hold, input.text);
  return judged.ok ? { ...judged, rows: judged.rows.filter(({ verdict }) => verdict === 'refused') } : judged;
}
