import type { World } from '#app/platform/world.server.ts';
import { type CannotPrint, catchCannotPrint } from '#app/use-cases/certificates/issuing/cannot-print.ts';
import type { NumberedCertificate } from '#app/use-cases/certificates/issuing/numbered.ts';
import type { PrintedFiles } from '#app/use-cases/certificates/issuing/print-both.server.ts';
import { type Earned, printCertificate } from '#app/use-cases/certificates/issuing/print-certificate.server.ts';
import { printThenStore, type Read } from '#app/use-cases/certificates/issuing/print-then-store.server.ts';
import { putCertificate } from '#app/use-cases/certificates/issuing/put-certificate.server.ts';
import { reserveCertificateNumber } from '#app/use-cases/certificates/issuing/reserve-certificate-number.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isLive } from '#curriculum/certification/certificate-status.ts';
import { type CertificateRow, findSuccessor } from '#db/queries/certificate.ts';
import { findPersonAt } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { certificationOfRow } from './certification-of-row.ts';
import { earnedInPlaceOf } from './earned-in-place-of.server.ts';
import {
  type CertificateChange,
  type CertificateRefused,
  findCertificateToChange,
} from './find-certificate-to-change.server.ts';
import { listStandings } from './list-standings.server.ts';

type NotReissued = CertificateRefused | { ok: false; reason: 'period-over' | 'reissued-already' };
type Reissued = { ok: true; number: string };
type Plan = { row: CertificateRow; reason: string; earned: Earned };

/**
 * Puts a mistaken revocation right: the holder gets a new certificate, with a new number and code, for the rest of the
 * same period. The old one stays revoked, because whoever was told so may rely on it.
 */
export function reissueCertificate(
  world: World,
  viewer: Viewer | null,
  input: CertificateChange,
): Promise<Reissued | NotReissued | CannotPrint['why']> {
  const issuing = printThenStore<Plan, NotReissued, NumberedCertificate, PrintedFiles, Reissued>(world, {
    read: (db, at, lock) => readReissuing(world, db, viewer, { ...input, at, lock }),
    reserve: reserveCertificateNumber,
    print: ({ earned }, numbered) => printCertificate(world, earned, numbered),
    async store(trx, { row, reason, earned }, numbered, files) {
      const { number } = numbered;
      await putCertificate(world, trx, earned, numbered, files);
      const audit = { action: 'certificate-reissued', subject: row.number, detail: `${number}: ${reason}` };
      await writeAudit(world, trx, { actor: earned.actor, ...audit });
      await writeLetter(world, trx, {
        personId: row.person_id,
        key: `reissued:${row.number}`,
        template: 'reissued',
        words: () => ({ number, old: row.number, reason }),
      });
      return { ok: true, number };
    },
  });
  return catchCannotPrint(issuing);
}

/** What the new certificate says, or why there is none. */
async function readReissuing(
  world: World,
  db: Db,
  viewer: Viewer | null,
  { at, lock, ...input }: CertificateChange & { at: string; lock: boolean },
): Promise<Read<Plan, NotReissued>> {
  const found = await findCertificateToChange(db, viewer, { ...input, action: 'reissue' }, at, lock);
  if (!found.ok) return found;
  const { row, reason } = found;
  const day = dayOf(at);
  const person = await findPersonAt(db, row.person_id, day);
  if (!person) return { ok: false, reason: 'not-found' };
  if (await findSuccessor(db, row.number)) return { ok: false, reason: 'reissued-already' };
  if (day >= row.valid_until) return { ok: false, reason: 'period-over' };
  // Nobody may hold two live certificates for one course.
  const held = { personId: row.person_id, certification: certificationOfRow(world, row), day };
  const own = await listStandings(world, db, held);
  if (own.some(({ status }) => isLive(status))) return { ok: false, reason: 'another-holds' };
  const earned = await earnedInPlaceOf(world, db, row, { at, person, viewer });
  return { ok: true, plan: { row, reason, earned }, basis: [row.number, person.name] };
}
