import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findCertificate, updateNamePublic } from '#db/queries/certificate.ts';

/** The holder decides whether the check page shows the full name or only initials. */
export async function releaseName(
  world: World,
  viewer: Viewer,
  input: { number: string; isPublic: boolean },
): Promise<{ ok: true } | { ok: false; reason: 'not-found' }> {
  const certificate = await findCertificate(world.db, { number: input.number });
  if (!certificate || !may(viewer, 'release-name', { personId: certificate.person_id }))
    return { ok: false, reason: 'not-found' };
  await updateNamePublic(world.db, certificate.number, input.isPublic);
  return { ok: true };
}
