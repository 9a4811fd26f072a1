import type { World } from '#app/platform/world.server.ts';
import { noteLookup } from '#app/use-cases/lookups/note-lookup.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { isProofNumber } from '#curriculum/certification/attendance-proof.ts';
import { findAttendanceFile, findAttendanceProof } from '#db/queries/attendance-proof.ts';
import { findCertificate, findCertificateDocument } from '#db/queries/certificate.ts';
import { scopeOfHolder } from './scope-of-holder.server.ts';

/**
 * The stored bytes of a certificate or proof of attendance, for its holder and for viewers who may see certificates.
 * The file is never printed again.
 */
export async function readCertificateFile(
  world: World,
  viewer: Viewer,
  input: { number: string; language: string },
): Promise<{ bytes: Uint8Array; sha256: string; called: string } | undefined> {
  const { number } = input;
  const isProof = isProofNumber(number);
  const certificate = await (isProof ? findAttendanceProof : findCertificate)(world.db, { number });
  if (!certificate || (input.language !== 'da' && input.language !== 'en')) return undefined;
  const scope = await scopeOfHolder(world.db, certificate.person_id);
  if (!may(viewer, 'see-own-certificate', scope) && !may(viewer, 'see-certificates', scope)) return undefined;
  noteLookup(world, viewer, { page: 'certificate-file', personId: certificate.person_id });
  const document = await (isProof ? findAttendanceFile : findCertificateDocument)(world.db, number, input.language);
  const called = `${isProof ? 'deltagerbevis' : 'bevis'}-${number}-${input.language}.pdf`;
  return document && { bytes: document.bytes, sha256: document.sha256, called };
}
