import type { World } from '../../platform/world.server.ts';
import type { Viewer } from '../viewer.ts';
import { changeCertificate } from './change-certificate.server.ts';

/** Revokes a certificate, with a reason and who did it; the check page says so at once, and the holder is told why. */
export function revokeCertificate(world: World, viewer: Viewer, input: { number: string; reason: string }) {
  return changeCertificate(world, viewer, { ...input, deed: 'revoke' });
}
