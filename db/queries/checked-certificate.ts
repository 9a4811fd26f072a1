import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { AttendanceProofRow } from './attendance-proof.ts';
import type { CertificateRow } from './certificate.ts';

type Own = Pick<
  CertificateRow,
  | 'number'
  | 'verify_code'
  | 'person_id'
  | 'name_at_issue'
  | 'library_at_issue'
  | 'course'
  | 'edition'
  | 'valid_from'
  | 'valid_until'
  | 'issued_at'
  | 'name_public'
>;
type Event = {
  type: 'issued' | 'suspended' | 'suspension-lifted' | 'revoked' | 'reinstated' | 'replaced' | 'superseded';
};
/** The columns that only a proof of attendance has. */
type Proof = { days: string | null; lessons: number };
/** A certificate in the chain of renewals and replacements; its name and code are not read. */
export type LinkRow = Pick<CertificateRow, 'number' | 'issued_at' | 'replaces' | 'supersedes'>;
export type Checked =
  | { is: 'certificate'; row: Own; events: (Event & { at: string })[]; chain: LinkRow[] }
  | { is: 'attendance'; proof: CheckedProof };
export type CheckedProof = Pick<
  AttendanceProofRow,
  'number' | 'name_at_issue' | 'library_at_issue' | 'course' | 'edition' | 'days' | 'lessons' | 'issued_at'
>;

/**
 * The certificate with a code, its events, and the certificates before and after it; or the proof of attendance. It is
 * one statement, so that an unknown code takes as many as a known one.
 */
export async function findCheckedCertificate(db: Db, verifyCode: string): Promise<Checked | undefined> {
  const { rows } = await sql<Own & LinkRow & { type: Event['type'] | null; at: string | null } & Proof>`
    with recursive chain (number, replaces, supersedes) as (
      select number, replaces, supersedes from certificate where verify_code = ${verifyCode}
      union
      select other.number, other.replaces, other.supersedes from chain join certificate other
        on other.number in (chain.replaces, chain.supersedes)
        or other.replaces = chain.number or other.supersedes = chain.number
    )
    select own.number, own.issued_at, own.replaces, own.supersedes, event.type, event.at,
      own.verify_code, own.person_id, own.library_at_issue, own.course, own.edition, own.valid_from, own.valid_until, own.name_public,
      case when own.verify_code = ${verifyCode} then own.name_at_issue else '' end as name_at_issue,
      event.id as event_id, null as days, 0 as lessons
    from chain join certificate own on own.number = chain.number
      left join certificate_event event on event.number = own.number and own.verify_code = ${verifyCode}
    union all
    select number, issued_at, null, null, null, null, verify_code, person_id, library_at_issue, course, edition, null, null, 0,
      name_at_issue, null, days, lessons
    from attendance_proof where verify_code = ${verifyCode}
    order by issued_at, number, at, event_id`.execute(db);
  const mine = rows.filter((each) => each.verify_code === verifyCode);
  const [row] = mine;
  if (!row) return undefined;
  if (row.days !== null) return { is: 'attendance', proof: { ...row, days: row.days } };
  const events = mine.flatMap(({ type, at }) => (type && at ? [{ type, at }] : []));
  const chain = rows
    .filter((each, at) => each.number !== rows[at - 1]?.number)
    .map(({ number, issued_at, replaces, supersedes }) => ({ number, issued_at, replaces, supersedes }));
  return { is: 'certificate', row, events, chain };
}
