import type { World } from '#app/platform/world.server.ts';
import { type CannotPrint, catchCannotPrint } from '#app/use-cases/certificates/issuing/cannot-print.ts';
import type { NumberedCertificate } from '#app/use-cases/certificates/issuing/numbered.ts';
import type { PrintedFiles } from '#app/use-cases/certificates/issuing/print-both.server.ts';
import { type Earned, printCertificate } from '#app/use-cases/certificates/issuing/print-certificate.server.ts';
import { printThenStore, type Read } from '#app/use-cases/certificates/issuing/print-then-store.server.ts';
import { putCertificate } from '#app/use-cases/certificates/issuing/put-certificate.server.ts';
import { reserveCertificateNumber } from '#app/use-cases/certificates/issuing/reserve-certificate-number.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { CertificateRow } from '#db/queries/certificate.ts';
import { findPersonAt } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { earnedInPlaceOf } from './earned-in-place-of.server.ts';
import {
  type CertificateChange,
  type CertificateRefused,
  findCertificateToChange,
} from './find-certificate-to-change.server.ts';
import { noteCertificateAction } from './note-certificate-action.server.ts';

type NotReplaced = CertificateRefused | { ok: false; reason: 'same-name' };
type Replaced = { ok: true; number: string };
type Plan = { row: CertificateRow; reason: string; earned: Earned };

/**
 * Reissues a certificate after a change of name: with the present name and a new number and code, but the same course,
 * library and period. From then on, the old code answers that it was replaced.
 */
export function replaceCertificate(
  world: World,
  viewer: Viewer | null,
  input: CertificateChange,
): Promise<Replaced | NotReplaced | CannotPrint['why']> {
  const replacing = printThenStore<Plan, NotReplaced, NumberedCertificate, PrintedFiles, Replaced>(world, {
    read: (db, at, lock) => readReplacing(world, db, viewer, { ...input, at, lock }),
    reserve: reserveCertificateNumber,
    print: ({ earned }, numbered) => printCertificate(world, earned, numbered),
    async store(trx, { row, reason, earned }, numbered, files) {
      const { number } = numbered;
      await putCertificate(world, trx, earned, numbered, files);
      const { at } = earned;
      await noteCertificateAction(world, trx, viewer, { number: row.number, action: 'replace', reason, at });
      await writeLetter(world, trx, {
        personId: row.person_id,
        key: `replaced:${row.number}`,
        template: 'replaced',
        words: () => ({ number, old: row.number, reason }),
      });
      return { ok: true, number };
    },
  });
  return catchCannotPrint(replacing);
}

/** What the new certificate says, or why there is none. */
async function readReplacing(
  world: World,
  db: Db,
  viewer: Viewer | null,
  { at, lock, ...input }: CertificateChange & { at: string; lock: boolean },
): Promise<Read<Plan, NotReplaced>> {
  const found = await findCertificateToChange(db, viewer, { ...input, action: 'replace' }, at, lock);
  if (!found.ok) return found;
  const { row, reason } = found;
  const person = await findPersonAt(db, row.person_id, dayOf(at));
  if (!person) return { ok: false, reason: 'not-found' };
  if (person.name === row.name_at_issue) return { ok: false, reason: 'same-name' };
  const earned = await earnedInPlaceOf(world, db, row, { at, person, viewer });
  return { ok: true, plan: { row, reason, earned }, basis: [row.number, person.name] };
}
