import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, lastValidDay, statusOn } from '#curriculum/certification/certificate-status.ts';
import { findCertificate, listCertificateEvents } from '#db/queries/certificate.ts';
import type { World } from '../../platform/world.server.ts';
import { parseVerifyCode } from './verify-code.server.ts';

export type CheckedCertificate = {
  number: string;
  status: CertificateStatus;
  /** The full name where the holder has released it, else initials. */
  name: string;
  nameIsFull: boolean;
  /** Whether the name that was typed is the name on the certificate; undefined when none was typed. */
  nameMatches?: boolean;
  course: { da: string; en: string };
  edition: string;
  validFrom: string;
  lastValidDay: string;
  issuedOn: string;
  library: string;
  issuer: string;
  demo: boolean;
  /** When and why it stopped, where it did; why only for a revocation. */
  changedOn?: string;
  replacedBy?: string;
};

type Outcome =
  | { ok: true; certificate: CheckedCertificate; checkedAt: string }
  | { ok: false; reason: 'not-a-code' | 'unknown-code' };

/** Is this certificate genuine, and what is it worth now? For anybody who holds the code. */
export async function checkCertificate(
  world: World,
  input: { code: string; name?: string | undefined },
): Promise<Outcome> {
  const verifyCode = parseVerifyCode(input.code);
  if (!verifyCode) return { ok: false, reason: 'not-a-code' };
  const row = await findCertificate(world.db, { verifyCode });
  if (!row) return { ok: false, reason: 'unknown-code' };
  const now = world.now();
  const events = await listCertificateEvents(world.db, row.number);
  const status = statusOn({ validFrom: row.valid_from, validUntil: row.valid_until }, events, dayOf(now));
  const typed = input.name?.trim();
  const nameMatches = typed ? sameName(typed, row.name_at_issue) : undefined;
  const nameIsFull = row.name_public === 1 || nameMatches === true;
  const changed = events.findLast(({ type }) => type === status);
  const title = world.catalogue.find(row.course, row.edition)?.course.title ?? { da: row.course, en: row.course };
  return {
    ok: true,
    checkedAt: now,
    certificate: {
      number: row.number,
      status,
      name: nameIsFull ? row.name_at_issue : initialsOf(row.name_at_issue),
      nameIsFull,
      ...(nameMatches !== undefined && { nameMatches }),
      course: title,
      edition: row.edition,
      validFrom: row.valid_from,
      lastValidDay: lastValidDay(row.valid_until),
      issuedOn: dayOf(row.issued_at),
      library: row.library_at_issue,
      issuer: world.env.issuerName,
      demo: world.demo,
      ...(changed && { changedOn: dayOf(changed.at) }),
    },
  };
}

/** "Åse Bjørk Eksempel" as "Å. B. E." */
export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => `${[...part][0]!.toLocaleUpperCase('da')}.`)
    .join(' ');
}

/** Case, spacing and the way an accent is written do not make another name. */
function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize('NFC').toLocaleLowerCase('da').replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}
