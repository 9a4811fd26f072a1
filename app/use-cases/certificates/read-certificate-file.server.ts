import { findCertificate, findCertificateDocument } from '#db/queries/certificate.ts';
import type { World } from '../../platform/world.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';

/** The stored bytes of a certificate, for its holder and for those who may see certificates; never drawn again. */
export async function readCertificateFile(
  world: World,
  viewer: Viewer,
  input: { number: string; language: string },
): Promise<{ bytes: Uint8Array; sha256: string } | undefined> {
  const certificate = await findCertificate(world.db, { number: input.number });
  if (!certificate || (input.language !== 'da' && input.language !== 'en')) return undefined;
  if (!may(viewer, 'see-own-certificate', { personId: certificate.person_id }) && !may(viewer, 'see-certificates'))
    return undefined;
  const document = await findCertificateDocument(world.db, certificate.number, input.language);
  return document && { bytes: document.bytes, sha256: document.sha256 };
}
