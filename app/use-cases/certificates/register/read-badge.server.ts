import type { World } from '#app/platform/world.server.ts';
import { noteLookup } from '#app/use-cases/lookups/note-lookup.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { findBadge } from '#db/queries/badge.ts';
import { findCertificate } from '#db/queries/certificate.ts';
import { scopeOfHolder } from './scope-of-holder.server.ts';

/** The stored bytes of a badge, for its holder and for viewers who may see certificates. */
export async function readBadge(
  world: World,
  viewer: Viewer,
  input: { number: string; language: string; form: string },
): Promise<{ bytes: Uint8Array; mediaType: string } | undefined> {
  const { language, form } = input;
  if ((language !== 'da' && language !== 'en') || (form !== 'json' && form !== 'jwt')) return undefined;
  const certificate = await findCertificate(world.db, { number: input.number });
  if (!certificate) return undefined;
  const scope = await scopeOfHolder(world.db, certificate.person_id);
  if (!may(viewer, 'see-own-certificate', scope) && !may(viewer, 'see-certificates', scope)) return undefined;
  noteLookup(world, viewer, { page: 'certificate-file', personId: certificate.person_id });
  const found = await findBadge(world.db, { number: certificate.number, language, form });
  return found && { bytes: found.bytes, mediaType: found.media_type };
}
