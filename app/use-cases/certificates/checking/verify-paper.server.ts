import type { World } from '#app/platform/world.server.ts';
import { checkCertificate } from './check-certificate.server.ts';
import type { Verification } from './verification.ts';
import { verificationOf } from './verification-of.ts';

/** What the register says about a code now, to somebody who has the paper itself and so knows the name on it. */
export async function verifyPaper(world: World, code: string): Promise<Verification> {
  const outcome = await checkCertificate(world, { code, hasPaper: true });
  if ('seconds' in outcome) throw new Error('a check without a client has no limit');
  return verificationOf(outcome);
}
