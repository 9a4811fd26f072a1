import type { World } from '#app/platform/world.server.ts';
import { largestBadge } from '#certificates/badge/badge-file.ts';
import type { KnownKey } from '#certificates/badge/credential-key.ts';
import { compactJson } from '#certificates/badge/strict-json.ts';
import { verifyBadge } from '#certificates/checking/verify-file.ts';
import { findBadge } from '#db/queries/badge.ts';
import { findCertificate } from '#db/queries/certificate.ts';
import { agreesWithRegister } from './agrees-with-register.ts';
import type { Reason, ShownCertificate, Verification } from './verification.ts';
import { type StatusGiven, verifyOffline } from './verify-offline.server.ts';

/**
 * Checks whether this badge is what was issued: first its proof, then its text in the register, and returns the code
 * with which the caller asks for the status. Without a register, the user's status lists give the status.
 */
export async function verifyCredential(
  register: World | undefined,
  text: string,
  given: StatusGiven & { keys: readonly KnownKey[] },
): Promise<Verification | { code: string; shown: ShownCertificate }> {
  if (text.length > largestBadge) return { verdict: 'not-genuine', reasons: ['too-large'], certificate: null };
  const badge = await verifyBadge(text, given.keys);
  const refuse = (reason: Reason, number?: string): Verification => ({
    verdict: 'not-genuine',
    reasons: [reason],
    certificate: number ? { number, badge: badge.state } : null,
  });
  if (badge.state === 'flawed') return refuse(badge.reason);
  if (badge.state !== 'proved') {
    if (badge.state === 'unchecked' && register && badge.reason === 'credential-key-unknown')
      return refuse(badge.reason);
    return { verdict: 'unchecked', reasons: badge.state === 'none' ? [] : [badge.reason], certificate: null };
  }
  const { number, name, language, code, issuedAt, did } = badge.facts;
  const shown = { number, code, name, nameIsFull: true, badge: badge.state, signedAt: issuedAt, signedBy: did };
  if (!register) return verifyOffline(badge, [], shown, given);
  const row = await findCertificate(register.db, { number });
  if (!row) return refuse('not-in-register', number);
  if (row.verify_code !== code) return refuse('another-code-in-register', number);
  if (!agreesWithRegister(register, badge.facts, row)) return refuse('credential-differs-from-register', number);
  const form = text.startsWith('{') ? 'json' : 'jwt';
  const stored = await findBadge(register.db, { number, language, form });
  if (!stored || compactJson(text) !== Buffer.from(stored.bytes).toString('utf8'))
    return refuse('other-bytes-than-issued', number);
  return { code, shown };
}
