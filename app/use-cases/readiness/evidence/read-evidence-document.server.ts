import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findEvidence, findEvidenceDocument } from '#db/queries/evidence.ts';

/** The document of a piece of evidence, also of one that was corrected. */
export async function readEvidenceDocument(
  world: World,
  viewer: Viewer,
  id: string,
): Promise<{ bytes: Uint8Array; type: string; name: string } | undefined> {
  const row = await findEvidence(world.db, id);
  if (!row || !may(viewer, 'see-readiness', { serviceId: row.serviceId })) return undefined;
  const found = await findEvidenceDocument(world.db, id);
  return found && { ...found, name: found.name ?? 'bilag' };
}
