import type { World } from '#app/platform/world.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { certificationOf } from '#curriculum/certification/renewal.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { startGuiding } from '#db/queries/affiliation.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import type { Db } from '#db/schema.ts';
import { type CannotPrint, catchCannotPrint } from './cannot-print.ts';
import type { NumberedCertificate } from './numbered.ts';
import type { PrintedFiles } from './print-both.server.ts';
import { printCertificate } from './print-certificate.server.ts';
import { printThenStore } from './print-then-store.server.ts';
import { putCertificate } from './put-certificate.server.ts';
import { type IssuePlan, type NotIssued, readIssuing } from './read-issuing.server.ts';
import { reserveCertificateNumber } from './reserve-certificate-number.server.ts';

export type IssueOutcome = { ok: true; number: string } | NotIssued | CannotPrint['why'];

export type IssueOptions = {
  /** Also tries a certificate that was withheld because it could not be printed. */
  again?: boolean;
  /** Extra writes in the same transaction as the certificate. */
  beside?: (trx: Db) => Promise<void>;
};

/** Issues the certificate or says why not, and leaves what to do about a refusal to the caller. */
export function printThenIssue(
  world: World,
  enrolmentId: string,
  { again = false, beside }: IssueOptions,
): Promise<IssueOutcome> {
  const issuing = printThenStore<IssuePlan, NotIssued, NumberedCertificate, PrintedFiles, IssueOutcome>(world, {
    read: (db, at, lock) => readIssuing(world, db, { enrolmentId, again, at, lock }),
    reserve: reserveCertificateNumber,
    print: ({ earned }, numbered) => printCertificate(world, earned, numbered),
    async store(trx, { record, former, earned }, numbered, files) {
      const { at, person } = earned;
      const { number } = numbered;
      const cleared =
        record.enrolment.state === 'withheld'
          ? await recordFact(world, trx, record, { at, type: 'cleared' }, null)
          : ({ ok: true, record } as const);
      const issued = cleared.ok
        ? await recordFact(world, trx, cleared.record, { at, type: 'issued' }, null)
        : undefined;
      if (!issued?.ok) return { ok: false, reason: 'clock-behind' };
      await putCertificate(world, trx, earned, numbered, files);
      const { course } = record.edition;
      if (versionOn(world.policy, dayOf(at)).certifications.includes(certificationOf(course)))
        await startGuiding(trx, { personId: person.id, day: dayOf(at), now: at });
      if (former)
        await appendCertificateEvent(trx, {
          id: world.newId(),
          number: former.number,
          type: 'superseded',
          reason: null,
          actor: null,
          at,
          recorded_at: at,
        });
      await writeAudit(world, trx, { actor: null, action: 'certificate-issued', subject: number });
      await writeLetter(world, trx, {
        personId: person.id,
        key: `issued:${number}`,
        template: 'issued',
        words: () => ({ number }),
      });
      await beside?.(trx);
      return { ok: true, number };
    },
  });
  return catchCannotPrint(issuing);
}
