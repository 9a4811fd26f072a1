import type { World } from '#app/platform/world.server.ts';
import { coveredBy } from '#app/use-cases/certificates/issuing/covered-by.server.ts';
import { evidenceOf } from '#app/use-cases/certificates/issuing/evidence-of.server.ts';
import { statusOfRow } from '#app/use-cases/certificates/register/status-of-row.ts';
import { titleOfRow } from '#app/use-cases/certificates/register/title-of-row.ts';
import { overReadingLimit } from '#app/use-cases/sign-in/over-reading-limit.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, lastValidDay } from '#curriculum/certification/certificate-status.ts';
import { type CheckedProof, findCheckedCertificate, type LinkRow } from '#db/queries/checked-certificate.ts';
import { countLook } from './count-look.server.ts';
import { parseVerifyCode } from './parse-verify-code.ts';

// A whole library may share one address. Nobody can guess a code of 100 bits, but somebody could guess names.
const checksAnHour = 300;
const namesAnHour = 30;

/** The facts printed on certificates and on proofs of attendance. */
type CheckedPaper = {
  number: string;
  /** The full name if the holder has released it, otherwise initials. */
  name: string;
  nameIsFull: boolean;
  /** Whether the typed name matches the printed one; undefined if no name was typed. */
  nameMatches?: boolean;
  course: { da: string; en: string };
  edition: string;
  evidence: { da: string[]; en: string[] };
  issuedOn: string;
  library: string;
  issuer: string;
  demo: boolean;
};
export type CheckedCertificate = CheckedPaper & {
  status: CertificateStatus;
  validFrom: string;
  lastValidDay: string;
  /**
   * The day the certificate got its present status, if an event changed it. The reason is not shown: it is between
   * issuer and holder.
   */
  changedOn?: string;
  /** The earlier and later certificates of the same chain, oldest first: numbers and days, but no names or codes. */
  chain: ChainLink[];
};
export type ChainLink = { number: string; issuedOn: string; is: 'earlier' | 'later'; by: 'replaced' | 'superseded' };

/** The check of a proof of attendance: who attended what and when. It certifies nobody, so it has no status. */
export type CheckedAttendance = CheckedPaper & { kind: 'attendance'; days: string[] };

export type CheckOutcome =
  | { ok: true; is: 'certificate'; certificate: CheckedCertificate; checkedAt: string }
  | { ok: true; is: 'attendance'; attendance: CheckedAttendance; checkedAt: string }
  | { ok: false; reason: 'unknown-code'; checkedAt: string }
  | { ok: false; reason: 'too-many'; seconds: number };

/**
 * Checks whether a certificate is genuine and what it is worth now, for anybody who holds the code. Known codes,
 * unknown codes and malformed ones all take the same one statement. One address may make three hundred checks an hour
 * and try thirty names.
 */
export async function checkCertificate(
  world: World,
  input: {
    code: string;
    name?: string;
    /** Whoever has the paper has the name: it is shown in full. */
    hasPaper?: boolean;
    client?: string | undefined;
    look?: { by: string | undefined };
  },
): Promise<CheckOutcome> {
  const seconds = await secondsToWait(world, input);
  if (seconds !== undefined) return { ok: false, reason: 'too-many', seconds };
  const now = world.now();
  const found = await findCheckedCertificate(world.db, parseVerifyCode(input.code) ?? '');
  if (!found) return { ok: false, reason: 'unknown-code', checkedAt: now };
  if (found.is === 'attendance')
    return { ok: true, is: found.is, attendance: attendanceOf(world, found.proof, input), checkedAt: now };
  const { row, events } = found;
  // We do not count holders who look at their own certificate.
  if (input.look && input.look.by !== row.person_id) countLook(world, row.number);
  const status = statusOfRow(row, events, dayOf(now));
  const changed = events.findLast(({ type }) => type === status);
  const course = world.catalogue.find(row.course, row.edition)?.course;
  return {
    ok: true,
    is: found.is,
    checkedAt: now,
    certificate: {
      ...printedOn(world, row, input),
      status,
      evidence: {
        da: course ? evidenceOf(course, 'da') : [],
        en: course ? evidenceOf(course, 'en') : [],
      },
      validFrom: row.valid_from,
      lastValidDay: lastValidDay(row.valid_until),
      ...(changed && { changedOn: dayOf(changed.at) }),
      chain: linksOf(found.chain, row.number),
    },
  };
}

type Reader = { name?: string; hasPaper?: boolean };

function attendanceOf(world: World, row: CheckedProof, reader: Reader): CheckedAttendance {
  const days: string[] = JSON.parse(row.days);
  const covered = { lessons: row.lessons, days: days.length };
  const evidence = { da: coveredBy(covered, 'da'), en: coveredBy(covered, 'en') };
  return { kind: 'attendance', ...printedOn(world, row, reader), evidence, days };
}

type PaperRow = Omit<CheckedProof, 'days' | 'lessons'> & { name_public?: 0 | 1 };

function printedOn(
  world: World,
  row: PaperRow,
  { name: typed, hasPaper = false }: Reader,
): Omit<CheckedPaper, 'evidence'> {
  const nameMatches = typed?.trim() ? sameName(typed, row.name_at_issue) : undefined;
  const nameIsFull = hasPaper || row.name_public === 1 || nameMatches === true;
  return {
    number: row.number,
    name: nameIsFull ? row.name_at_issue : initialsOf(row.name_at_issue),
    nameIsFull,
    ...(nameMatches !== undefined && { nameMatches }),
    course: titleOfRow(world, row),
    edition: row.edition,
    issuedOn: dayOf(row.issued_at),
    library: row.library_at_issue,
    issuer: world.env.issuerName,
    demo: world.demo,
  };
}

/** The chain is in order of issue, so everything before this certificate is earlier. */
function linksOf(chain: readonly LinkRow[], number: string): ChainLink[] {
  const here = chain.findIndex((each) => each.number === number);
  return chain.flatMap((each, at): ChainLink[] => {
    if (at === here) return [];
    // The newer certificate of each pair records whether it replaced or superseded the older one.
    const next =
      at < here ? chain.find(({ replaces, supersedes }) => [replaces, supersedes].includes(each.number)) : each;
    const by = next?.replaces ? 'replaced' : 'superseded';
    return [{ number: each.number, issuedOn: dayOf(each.issued_at), is: at < here ? 'earlier' : 'later', by }];
  });
}

/** The command line has no client address, so it is not limited. */
async function secondsToWait(world: World, { client, name }: { client?: string | undefined; name?: string }) {
  if (client === undefined) return undefined;
  const checks = overReadingLimit(world, `check-from:${client}`, checksAnHour);
  return checks ?? (name?.trim() ? overReadingLimit(world, `name-from:${client}`, namesAnHour) : undefined);
}

/** "Åse Bjørk Eksempel" as "Å. B. E." */
function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => `${[...part][0]!.toLocaleUpperCase('da')}.`)
    .join(' ');
}

/** Differences in case, spacing and the encoding of accents do not make another name. */
function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize('NFC').toLocaleLowerCase('da').replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}
