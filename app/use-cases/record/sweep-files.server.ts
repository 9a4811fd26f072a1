import type { World } from '#app/platform/world.server.ts';
import { deleteFile, listUnusedFiles } from '#db/queries/document.ts';
import { eachByItself } from './each-by-itself.server.ts';

/** A file that was taken out of a draft can be put in again for a day without being sent again. */
const kept = 24 * 3_600_000;
const atOnce = 200;

/** Deletes files that nothing refers to any more. */
export async function sweepFiles(world: World): Promise<void> {
  const before = new Date(Date.parse(world.now()) - kept).toISOString();
  const unused = await listUnusedFiles(world.db, before, atOnce);
  await eachByItself(world, 'file', unused, String, (sha256) => deleteFile(world.db, sha256));
}
