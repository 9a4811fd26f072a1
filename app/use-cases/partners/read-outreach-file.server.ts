import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findOutreach, findOutreachFile } from '#db/queries/outreach.ts';

/** The file of an effort: the poster, the notice or what was sent. */
export async function readOutreachFile(
  world: World,
  viewer: Viewer,
  id: string,
): Promise<{ bytes: Uint8Array; type: string; name: string } | undefined> {
  const row = await findOutreach(world.db, id);
  if (!row || !may(viewer, 'see-partners', row.serviceId ? { serviceId: row.serviceId } : {})) return undefined;
  const found = await findOutreachFile(world.db, id);
  return found && { ...found, name: found.name ?? 'fil' };
}
