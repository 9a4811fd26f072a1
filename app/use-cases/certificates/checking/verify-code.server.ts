import type { World } from '#app/platform/world.server.ts';
import { isValid } from '#curriculum/certification/certificate-status.ts';
import { checkCertificate } from './check-certificate.server.ts';
import { attendanceOnly, type Verification } from './verification.ts';

type TooMany = { seconds: number };

/** What the register says about a code now. A request from a client address counts towards its rate limit. */
export async function verifyCode(world: World, code: string): Promise<Verification>;
export async function verifyCode(world: World, code: string, client: string): Promise<Verification | TooMany>;
export async function verifyCode(world: World, code: string, client?: string): Promise<Verification | TooMany> {
  const outcome = await checkCertificate(world, { code, client });
  if (!outcome.ok) {
    if (outcome.reason === 'too-many') return { seconds: outcome.seconds };
    return { verdict: 'not-genuine', reasons: ['unknown-code'], certificate: null };
  }
  if (outcome.is === 'attendance')
    return { verdict: 'not-valid-now', reasons: [attendanceOnly], certificate: outcome.attendance };
  const { certificate } = outcome;
  const valid = isValid(certificate.status);
  return { verdict: valid ? 'valid' : 'not-valid-now', reasons: valid ? [] : [certificate.status], certificate };
}
