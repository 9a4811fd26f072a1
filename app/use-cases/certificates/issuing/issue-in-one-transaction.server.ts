import type { World } from '#app/platform/world.server.ts';
import { listStandings } from '#app/use-cases/certificates/register/list-standings.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { ownReason } from '#app/words/withheld-reason.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isLive, periodOf } from '#curriculum/certification/certificate-status.ts';
import { certificationOf } from '#curriculum/certification/renewal.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { lockByName } from '#db/queries/setting.ts';
import type { Db } from '#db/schema.ts';
import { type CannotPrint, catchCannotPrint } from './cannot-print.ts';
import { libraryOnPaper } from './library-on-paper.ts';
import { marksOf } from './marks-of.ts';
import { putCertificate } from './put-certificate.server.ts';

export type IssueOutcome =
  | { ok: true; number: string }
  | { ok: false; reason: 'not-assessed' | 'not-found' | 'clock-behind' }
  | { ok: false; reason: 'held-back'; because: string }
  | CannotPrint['why'];

export type IssueOptions = {
  /** Also tries a certificate that was withheld because it could not be printed. */
  again?: boolean;
  /** Extra writes in the same transaction as the certificate. */
  beside?: (trx: Db) => Promise<void>;
};

/** Issues the certificate or says why not, and leaves what to do about a refusal to the caller. */
export function issueInOneTransaction(
  world: World,
  enrolmentId: string,
  { again, beside }: IssueOptions,
): Promise<IssueOutcome> {
  const issuing = world.db.transaction().execute(async (trx): Promise<IssueOutcome> => {
    const record = await lockRecord(world, trx, enrolmentId);
    if (!record) return { ok: false, reason: 'not-found' };
    const { course } = record.edition;
    const at = world.now();
    const day = dayOf(at);
    const person = await findPersonAt(trx, record.enrolment.person_id, day);
    if (!person) return { ok: false, reason: 'not-found' };
    const { state, held_back_because: because } = record.enrolment;
    const waits = state === 'assessed' || (again && state === 'withheld');
    if (!waits) return { ok: false, reason: 'not-assessed' };
    if (because) return { ok: false, reason: 'held-back', because };
    // Locks before reading the former certificate, because somebody may be revoking it now under the same lock.
    await lockByName(trx, 'numbering', at);
    // An expired certificate can be the predecessor too. A revoked one cannot: it adds no time and stays revoked.
    const held = { personId: person.id, certification: certificationOf(course), day };
    const former = (await listStandings(world, trx, held)).find(({ status }) => isLive(status) || status === 'expired');
    if (former?.status === 'suspended')
      return { ok: false, reason: 'held-back', because: ownReason('former-suspended', former.number) };
    if (course.renews && !former) return { ok: false, reason: 'held-back', because: ownReason('nothing-to-renew') };
    const cleared =
      state === 'withheld'
        ? await recordFact(world, trx, record, { at, type: 'cleared' }, null)
        : ({ ok: true, record } as const);
    const issued = cleared.ok ? await recordFact(world, trx, cleared.record, { at, type: 'issued' }, null) : undefined;
    // The server that wrote the last event may have a clock slightly ahead of ours, so we leave it to the next round.
    if (!issued?.ok) return { ok: false, reason: 'clock-behind' };

    const period = periodOf({
      issuedOn: day,
      months: course.validity.months,
      ...(former && { previousValidUntil: former.valid_until }),
    });
    const number = await putCertificate(world, trx, {
      at,
      period,
      person,
      library: libraryOnPaper(person),
      course,
      steps: marksOf(course, issued.record.snapshot.value.steps),
      enrolmentId,
      replaces: null,
      supersedes: former?.number ?? null,
      actor: null,
    });
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
  });
  return catchCannotPrint(issuing);
}
