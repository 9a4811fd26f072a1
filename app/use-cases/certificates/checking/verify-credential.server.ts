import type { World } from '#app/platform/world.server.ts';
import type { KnownKey } from '#certificates/badge/credential-key.ts';
import type { BadgeFacts } from '#certificates/badge/read-badge.ts';
import { compact } from '#certificates/badge/written-once.ts';
import { largestFile, verifyBadge } from '#certificates/checking/verify-file.ts';
import { lastValidDay } from '#curriculum/certification/certificate-status.ts';
import { certificateTitleOf } from '#curriculum/certification/renewal.ts';
import { findBadge } from '#db/queries/badge.ts';
import { type CertificateRow, findCertificate } from '#db/queries/certificate.ts';
import type { Reason, Shown, Verification } from './verification.ts';
import { type StatusGiven, verifyOffline } from './verify-offline.server.ts';

/** The badge in a file that is itself a badge, as JSON or as a JWT; undefined for any other file. */
export function credentialIn(bytes: Uint8Array): string | undefined {
  if (bytes.length > largestFile) return undefined;
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  return /^\{/.test(text) || /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text) ? text : undefined;
}

/**
 * Checks whether this badge is what was issued: first its proof, then its text in the register, and returns the code
 * with which the caller asks for the status. Without a register, the user's status lists give the status.
 */
export async function verifyCredential(
  register: World | undefined,
  text: string,
  given: StatusGiven & { keys: readonly KnownKey[] },
): Promise<Verification | { code: string; shown: Shown }> {
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
  const { number, language, code, issuedAt, did } = badge.facts;
  const shown = { number, badge: badge.state, signedAt: issuedAt, signedBy: did };
  if (!register) return verifyOffline(badge, [], shown, given);
  const row = await findCertificate(register.db, { number });
  if (!row) return refuse('not-in-register', number);
  if (row.verify_code !== code) return refuse('another-code-in-register', number);
  if (!agrees(register, badge.facts, row)) return refuse('credential-differs-from-register', number);
  const form = text.startsWith('{') ? 'json' : 'jwt';
  const stored = await findBadge(register.db, { number, language, form });
  if (!stored || compact(text) !== Buffer.from(stored.bytes).toString('utf8'))
    return refuse('other-bytes-than-issued', number);
  return { code, shown };
}

/** Compares the facts in the badge with the register. */
export function agrees(register: World, facts: BadgeFacts, row: CertificateRow): boolean {
  const course = register.catalogue.find(row.course, row.edition)?.course;
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
  return (
    facts.code === row.verify_code &&
    plain(facts.name) === plain(row.name_at_issue) &&
    facts.edition === row.edition &&
    facts.validFrom === row.valid_from &&
    facts.lastValidDay === lastValidDay(row.valid_until) &&
    (course === undefined || plain(facts.course) === plain(certificateTitleOf(course)[facts.language]))
  );
}
