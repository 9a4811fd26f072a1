import type { World } from '#app/platform/world.server.ts';
import { checkCertificate } from './check-certificate.server.ts';
import type { Verification } from './verification.ts';
import { verificationOf } from './verification-of.ts';

type TooMany = { seconds: number };

/** What the register says about a code now. A request from a client address counts towards its rate limit. */
export async function verifyCode(world: World, code: string): Promise<Verification>;
export async function verifyCode(world: World, code: string, client: string): Promise<Verification | TooMany>;
export async function verifyCode(world: World, code: string, client?: string): Promise<Verification | TooMany> {
  const outcome = await checkCertificate(world, { code, client });
  if ('seconds' in outcome) return { seconds: outcome.seconds };
  return verificationOf(outcome);
}
