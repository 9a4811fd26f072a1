import { textOfBytes } from '#app/platform/text-of-bytes.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findHoldToFill } from './find-hold-to-fill.server.ts';
import { type JudgedImport, judgeImport, mostImportBytes } from './judge-import.server.ts';

/** Shows what an import would do, row by row, without writing anything. */
export async function previewImport(
  world: World,
  viewer: Viewer,
  input: { holdId: string; bytes: Uint8Array },
): Promise<JudgedImport> {
  const hold = await findHoldToFill(world, world.db, viewer, input.holdId);
  if (!hold) return { ok: false, reason: 'not-found' };
  if (input.bytes.length > mostImportBytes) return { ok: false, reason: 'too-large' };
  return judgeImport(world, world.db, hold, textOfBytes(input.bytes));
}
