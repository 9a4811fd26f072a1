import type { World } from '#app/platform/world.server.ts';
import { newVerifyCode } from '#app/use-cases/certificates/checking/new-verify-code.ts';
import { withAdviser } from '#app/use-cases/holds/advisers/with-adviser.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type ProofRefusal, proofNumber } from '#curriculum/certification/attendance-proof.ts';
import { certificateTitleOf } from '#curriculum/certification/renewal.ts';
import { findLatestProofNumber, insertAttendanceProof } from '#db/queries/attendance-proof.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { lockByName } from '#db/queries/setting.ts';
import { type CannotPrint, catchCannotPrint } from './cannot-print.ts';
import { checkAddress } from './check-address.ts';
import { coveredBy } from './covered-by.server.ts';
import { findProofStanding } from './find-proof-standing.server.ts';
import { libraryOnPaper } from './library-on-paper.ts';
import { marksOf } from './marks-of.ts';
import { printAndStore } from './print-and-store.server.ts';

type Outcome = { ok: true; number: string } | { ok: false; reason: 'not-found' | ProofRefusal } | CannotPrint['why'];

/**
 * The leader of the hold gives a proof of attendance to somebody who attended but has not passed everything (yet). It
 * is not a certificate and never counts as one. It is numbered, printed and stored in one transaction, once per
 * enrolment.
 */
export function giveAttendanceProof(
  world: World,
  viewer: Viewer,
  { enrolmentId }: { enrolmentId: string },
): Promise<Outcome> {
  const giving = withAdviser<Outcome>(world, viewer, enrolmentId, async (trx, adviser) => {
    const { enrolment, edition, snapshot } = adviser.record;
    if (!may(viewer, 'give-attendance-proof', { leaderIds: adviser.hold.leaderIds }))
      return { ok: false, reason: 'not-found' };
    const { days, refusal } = await findProofStanding(trx, adviser);
    if (refusal) return { ok: false, reason: refusal };
    const at = world.now();
    const day = dayOf(at);
    const person = await findPersonAt(trx, enrolment.person_id, day);
    if (!person) return { ok: false, reason: 'not-found' };
    await lockByName(trx, 'numbering', at);
    const year = day.slice(0, 4);
    const number = proofNumber(year, await findLatestProofNumber(trx, year));
    const code = newVerifyCode(world);
    const library = libraryOnPaper(person);
    const steps = marksOf(edition.course, snapshot.value.steps).filter((kind) => kind === 'lesson' || kind === 'day');
    const lessons = steps.filter((kind) => kind === 'lesson').length;
    const print = async (language: 'da' | 'en'): Promise<string> => {
      const { digest } = await printAndStore(world, trx, {
        variant: 'attendance',
        language,
        number,
        name: person.name,
        issuer: world.env.issuerName,
        course: certificateTitleOf(edition.course)[language],
        edition: edition.course.edition,
        evidence: coveredBy({ lessons, days: days.length }, language),
        steps,
        days,
        issuedOn: day,
        issuedAt: at,
        library,
        verifyUrl: checkAddress(world, code, language),
        demo: world.demo,
      });
      return digest;
    };
    await insertAttendanceProof(trx, {
      number,
      verify_code: code,
      person_id: person.id,
      enrolment_id: enrolmentId,
      name_at_issue: person.name,
      library_at_issue: library,
      course: edition.course.id,
      edition: edition.course.edition,
      days: JSON.stringify(days),
      lessons,
      issued_at: at,
      by_person: viewer.personId,
      file_da: await print('da'),
      file_en: await print('en'),
      recorded_at: at,
    });
    await writeAudit(world, trx, { actor: viewer.personId, action: 'attendance-proof-given', subject: number });
    await writeLetter(world, trx, {
      personId: person.id,
      key: `attendance-proof:${number}`,
      template: 'attendance-proof',
      words: () => ({ number }),
    });
    return { ok: true, number };
  });
  return catchCannotPrint(giving);
}
