import type { CertificateData, StepMark } from '#certificates/certificate-data.ts';
import { listSize } from '#certificates/status-list.ts';
import { dayOf, withOffset } from '#curriculum/calendar/calendar-day.ts';
import {
  certificateNumber,
  isLive,
  lastValidDay,
  periodOf,
  statusOn,
} from '#curriculum/certification/certificate-status.ts';
import type { Course, FlowNode } from '#curriculum/flow/course.ts';
import {
  appendCertificateEvent,
  insertCertificate,
  insertCertificateDocument,
  listCertificatesOf,
  listEventsOf,
  nextNumbers,
  putDocument,
} from '#db/queries/certificate.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { lockByName } from '#db/queries/setting.ts';
import type { Db } from '#db/schema.ts';
import { sha256, type World } from '../../platform/world.server.ts';
import { lockRecord, recordFact } from '../learning-record.server.ts';
import { writeAudit } from '../write-audit.server.ts';
import { writeLetter } from '../write-letter.server.ts';
import { evidenceOf } from './evidence-of.server.ts';
import { storeBadge } from './store-badge.server.ts';
import { newVerifyCode } from './verify-code.server.ts';

type Outcome =
  | { ok: true; number: string }
  | { ok: false; reason: 'not-assessed' | 'not-found' }
  | { ok: false; reason: 'held-back'; because: string }
  | { ok: false; reason: 'letters-missing'; letters: string[] };

/** Issues the certificate of an enrolment that has passed everything; nothing happens to one that has not. */
export async function issueWhenAssessed(world: World, enrolmentId: string): Promise<void> {
  if ((await findEnrolment(world.db, enrolmentId))?.state === 'assessed') await issueCertificate(world, enrolmentId);
}

/**
 * Numbers, prints in both languages and stores a certificate, and records the fact, all in one transaction: a number
 * without a file, or a file without a number, cannot be. Letters that cannot be drawn, or a leader who asked for it to
 * be held back, withhold it with the reason.
 */
export async function issueCertificate(world: World, enrolmentId: string): Promise<Outcome> {
  const outcome = await issueInOneTransaction(world, enrolmentId);
  if (!outcome.ok && outcome.reason === 'letters-missing')
    await withhold(world, enrolmentId, `Beviset kan ikke vise: ${outcome.letters.join(' ')}`);
  if (!outcome.ok && outcome.reason === 'held-back') await withhold(world, enrolmentId, outcome.because);
  return outcome;
}

/** The chart knows why; the agency clears it when the reason is gone, or annuls. */
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
      words: () => ({ reason }),
    });
  });
}

function issueInOneTransaction(world: World, enrolmentId: string): Promise<Outcome> {
  return world.db
    .transaction()
    .execute(async (trx): Promise<Outcome> => {
      const record = await lockRecord(world, trx, enrolmentId);
      if (!record) return { ok: false, reason: 'not-found' };
      const { course } = record.edition;
      const at = world.now();
      const day = dayOf(at);
      const person = await findPersonAt(trx, record.enrolment.person_id, day);
      if (!person) return { ok: false, reason: 'not-found' };
      const because = record.enrolment.held_back_because;
      if (record.enrolment.state === 'assessed' && because) return { ok: false, reason: 'held-back', because };
      const issued = await recordFact(world, trx, record, { at, type: 'issued' }, null);
      if (!issued.ok) return { ok: false, reason: 'not-assessed' };

      // Before the former one is read: it may be revoked at this moment, under the same lock.
      await lockByName(trx, 'numbering', at);
      const former = await findLiveCertificate(trx, person.id, course.id, day);
      const { validFrom, validUntil } = periodOf({
        issuedOn: day,
        months: course.validity.months,
        ...(former && { previousValidUntil: former.valid_until }),
      });
      const { running, statusIndex } = await nextNumbers(trx, {
        year: Number(day.slice(0, 4)),
        listSize,
        pick: world.pick,
      });
      const number = certificateNumber(Number(day.slice(0, 4)), running);
      const verifyCode = newVerifyCode(world);
      const library = person.library_number ? `${person.library_name}, ${person.library_number}` : '–';
      await insertCertificate(trx, {
        number,
        verify_code: verifyCode,
        person_id: person.id,
        enrolment_id: enrolmentId,
        name_at_issue: person.name,
        library_at_issue: library,
        course: course.id,
        edition: course.edition,
        valid_from: validFrom,
        valid_until: validUntil,
        issued_at: at,
        replaces: null,
        supersedes: former?.number ?? null,
        status_index: statusIndex,
        name_public: 0,
        recorded_at: at,
      });
      await appendCertificateEvent(trx, {
        id: world.newId(),
        number,
        type: 'issued',
        reason: null,
        actor: null,
        at,
        recorded_at: at,
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

      for (const language of ['da', 'en'] as const) {
        const data: CertificateData = {
          language,
          number,
          name: person.name,
          issuer: world.env.issuerName,
          course: course.title[language],
          edition: course.edition,
          evidence: evidenceOf(course, language),
          steps: marksOf(course, issued.record.snapshot.value.steps),
          validFrom,
          lastValidDay: lastValidDay(validUntil),
          issuedOn: day,
          issuedAt: at,
          library,
          verifyUrl: `${world.publicUrl}/v/${verifyCode}${language === 'en' ? '?lang=en' : ''}`,
          demo: world.demo,
          badge: {
            site: world.publicUrl,
            course: course.id,
            statusIndex,
            validFrom: withOffset(validFrom, '00:00:00'),
            validUntil: withOffset(lastValidDay(validUntil), '23:59:59'),
          },
        };
        const printed = await world.printer.print(data);
        if (!printed.ok) throw new CannotPrint(printed.letters);
        const digest = sha256(printed.bytes);
        await putDocument(trx, {
          sha256: digest,
          media_type: 'application/pdf',
          bytes: Buffer.from(printed.bytes),
          size: printed.bytes.length,
          recorded_at: at,
        });
        await insertCertificateDocument(trx, { number, language, sha256: digest, recorded_at: at });
        if (printed.badge) await storeBadge(trx, { number, language, badge: printed.badge, at });
      }
      await writeAudit(world, trx, { actor: null, action: 'certificate-issued', subject: number });
      await writeLetter(world, trx, {
        personId: person.id,
        key: `issued:${number}`,
        template: 'issued',
        words: () => ({ number }),
      });
      return { ok: true, number };
    })
    .catch((error: unknown): Outcome => {
      if (error instanceof CannotPrint) return { ok: false, reason: 'letters-missing', letters: error.letters };
      throw error;
    });
}

/** The certificate a new one takes over from; one that was revoked lends no time and stays revoked. */
async function findLiveCertificate(trx: Db, personId: string, course: string, day: string) {
  const own = (await listCertificatesOf(trx, personId)).filter((each) => each.course === course);
  const events = await listEventsOf(trx, own);
  return own.find(({ number, valid_from, valid_until }) => {
    const mine = events.filter((event) => event.number === number);
    return isLive(statusOn({ validFrom: valid_from, validUntil: valid_until }, mine, day));
  });
}

/** Rolls the transaction back: no number is used up. */
class CannotPrint extends Error {
  constructor(readonly letters: string[]) {
    super('letters missing');
  }
}

/** The steps that were taken, in the order of the course; topics chosen away are not on the line. */
function marksOf(course: Course, states: Record<string, string>): StepMark[] {
  const kinds = new Map(course.steps.map(({ id, kind }) => [id, kind]));
  return inOrder(course.flow)
    .filter((id) => states[id] === 'done')
    .map((id) => kinds.get(id)!);
}

function inOrder(node: FlowNode): string[] {
  return node.is === 'step' ? [node.id] : node.of.flatMap(inOrder);
}
