import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findAgreement, findAgreementDocument } from '#db/queries/agreement.ts';

/** The document of an agreement, also of a version that was corrected. */
export async function readAgreementDocument(
  world: World,
  viewer: Viewer,
  id: string,
): Promise<{ bytes: Uint8Array; type: string; name: string } | undefined> {
  const row = await findAgreement(world.db, id);
  if (!row || !may(viewer, 'see-partners', row.serviceId ? { serviceId: row.serviceId } : {})) return undefined;
  const found = await findAgreementDocument(world.db, id);
  return found && { ...found, name: found.name ?? 'aftale' };
}
