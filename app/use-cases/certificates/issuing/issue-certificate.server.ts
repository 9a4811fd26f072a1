import type { World } from '#app/platform/world.server.ts';
import { standingsOf } from '#app/use-cases/certificates/register/standings-of.server.ts';
import { lockRecord, recordFact } from '#app/use-cases/record/learning-record.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { ownReason, reasonText } from '#app/words/withheld-reason.ts';
import { wordsIn } from '#app/words/words.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { isLive, periodOf } from '#curriculum/certification/certificate-status.ts';
import { certificationOf } from '#curriculum/certification/renewal.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { lockByName } from '#db/queries/setting.ts';
import type { Db } from '#db/schema.ts';
import { type CannotPrint, libraryOnPaper, orWhyNot } from './print.server.ts';
import { marksOf, putCertificate } from './put-certificate.server.ts';

export type Issued =
  | { ok: true; number: string }
  | { ok: false; reason: 'not-assessed' | 'not-found' | 'clock-behind' }
  | { ok: false; reason: 'held-back'; because: string }
  | CannotPrint['why'];

/** Issues the certificate if the enrolment has passed everything, and does nothing otherwise. */
export async function issueWhenAssessed(world: World, enrolmentId: string): Promise<void> {
  if ((await findEnrolment(world.db, enrolmentId))?.state === 'assessed') await issueCertificate(world, enrolmentId);
}

type Options = {
  /** Also tries a certificate that was withheld because it could not be printed. */
  again?: boolean;
  /** Extra writes in the same transaction as the certificate. */
  beside?: (trx: Db) => Promise<void>;
};

/**
 * Numbers a certificate, prints it in both languages, stores it and records the fact, all in one transaction, so that
 * there is never a number without a file or a file without a number. If letters cannot be drawn or a leader has asked
 * to hold it back, the certificate is withheld with that reason.
 */
export async function issueCertificate(world: World, enrolmentId: string, options: Options = {}): Promise<Issued> {
  const outcome = await issueInOneTransaction(world, enrolmentId, options);
  if (!outcome.ok && outcome.reason === 'letters-missing')
    await withhold(world, enrolmentId, ownReason('letters-missing', outcome.letters.join(' ')));
  if (!outcome.ok && outcome.reason === 'key-not-in-force') await withhold(world, enrolmentId, keyIsOut);
  if (!outcome.ok && outcome.reason === 'held-back') await withhold(world, enrolmentId, outcome.because);
  return outcome;
}

/** The reason for withholding a certificate while no signing key is in force. */
export const keyIsOut = ownReason('key-not-in-force');

/** Says what issuing would do: it runs the whole transaction and then rolls it back. */
export async function rehearseIssuing(world: World, enrolmentId: string): Promise<Issued> {
  const beside = () => Promise.reject(new OnlyRehearsed());
  return issueInOneTransaction(world, enrolmentId, { again: true, beside }).catch((error: unknown): Issued => {
    if (error instanceof OnlyRehearsed) return { ok: true, number: '' };
    throw error;
  });
}

class OnlyRehearsed extends Error {}

/** Records the reason in the state chart. The agency issues the certificate when the reason is gone, or annuls it. */
function withhold(world: World, enrolmentId: string, reason: string): Promise<void> {
  return world.db.transaction().execute(async (trx) => {
    const record = await lockRecord(world, trx, enrolmentId);
    if (!record) return;
    const withheld = await recordFact(world, trx, record, { at: world.now(), type: 'withheld', reason }, null);
    if (!withheld.ok) return;
    await writeAudit(world, trx, { actor: null, action: 'withheld', subject: enrolmentId });
    await writeLetter(world, trx, {
      personId: record.enrolment.person_id,
      key: `withheld:${enrolmentId}:${withheld.record.enrolment.seq}`,
      template: 'withheld',
      words: (language) => ({ reason: reasonText(wordsIn(language).getFixedT(null, 'common'), reason) }),
    });
  });
}

function issueInOneTransaction(world: World, enrolmentId: string, { again, beside }: Options): Promise<Issued> {
  const issuing = world.db.transaction().execute(async (trx): Promise<Issued> => {
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
    const former = (await standingsOf(world, trx, held)).find(({ status }) => isLive(status) || status === 'expired');
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
  return orWhyNot(issuing);
}
