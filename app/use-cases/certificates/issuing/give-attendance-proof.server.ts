import type { World } from '#app/platform/world.server.ts';
import { adviserOnOwnHold } from '#app/use-cases/holds/advisers/adviser-on-own-hold.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { findRecord } from '#app/use-cases/record/find-record.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { StepMark } from '#certificates/certificate-data.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { ProofRefusal } from '#curriculum/certification/attendance-proof.ts';
import { certificateTitleOf } from '#curriculum/certification/renewal.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { insertAttendanceProof } from '#db/queries/attendance-proof.ts';
import { findPersonAt } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { type CannotPrint, catchCannotPrint } from './cannot-print.ts';
import { checkAddress } from './check-address.ts';
import { coveredBy } from './covered-by.server.ts';
import { findProofStanding } from './find-proof-standing.server.ts';
import { libraryOnPaper } from './library-on-paper.ts';
import { marksOf } from './marks-of.ts';
import type { Numbered } from './numbered.ts';
import { type PrintedFiles, printBoth } from './print-both.server.ts';
import { printThenStore, type Read } from './print-then-store.server.ts';
import { reserveProofNumber } from './reserve-proof-number.server.ts';
import { storeFile } from './store-file.server.ts';

type NotGiven = { ok: false; reason: 'not-found' | ProofRefusal };
type Given = { ok: true; number: string };
/** What a proof of attendance says. */
type Attended = {
  person: { id: string; name: string };
  library: string;
  course: Course;
  steps: StepMark[];
  lessons: number;
  days: string[];
};

/**
 * The leader of the hold gives a proof of attendance to somebody who attended but has not passed everything (yet). It
 * is not a certificate and never counts as one. It is given once per enrolment: numbered, printed, and then stored.
 */
export function giveAttendanceProof(
  world: World,
  viewer: Viewer,
  { enrolmentId }: { enrolmentId: string },
): Promise<Given | NotGiven | CannotPrint['why']> {
  const giving = printThenStore<Attended, NotGiven, Numbered, PrintedFiles, Given>(world, {
    read: (db, at, lock) => readAttended(world, db, viewer, { enrolmentId, at, lock }),
    reserve: reserveProofNumber,
    print: ({ person, library, course, steps, lessons, days }, { number, code }, at) =>
      printBoth(world, (language) => ({
        variant: 'attendance',
        language,
        number,
        name: person.name,
        issuer: world.env.issuerName,
        course: certificateTitleOf(course)[language],
        edition: course.edition,
        evidence: coveredBy({ lessons, days: days.length }, language),
        steps,
        days,
        issuedOn: dayOf(at),
        issuedAt: at,
        library,
        verifyUrl: checkAddress(world, code, language),
        demo: world.demo,
      })),
    async store(trx, { person, library, course, lessons, days }, { number, code }, files, at) {
      await insertAttendanceProof(trx, {
        number,
        verify_code: code,
        person_id: person.id,
        enrolment_id: enrolmentId,
        name_at_issue: person.name,
        library_at_issue: library,
        course: course.id,
        edition: course.edition,
        days: JSON.stringify(days),
        lessons,
        issued_at: at,
        by_person: viewer.personId,
        file_da: await storeFile(trx, files.da, at),
        file_en: await storeFile(trx, files.en, at),
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
    },
  });
  return catchCannotPrint(giving);
}

/** What the proof would say now, or why none can be given. */
async function readAttended(
  world: World,
  db: Db,
  viewer: Viewer,
  { enrolmentId, at, lock }: { enrolmentId: string; at: string; lock: boolean },
): Promise<Read<Attended, NotGiven>> {
  const record = await (lock ? lockRecord : findRecord)(world, db, enrolmentId);
  const adviser = await adviserOnOwnHold(db, viewer, record);
  if (!adviser || !may(viewer, 'give-attendance-proof', { leaderIds: adviser.hold.leaderIds }))
    return { ok: false, reason: 'not-found' };
  const { days, refusal } = await findProofStanding(db, adviser);
  if (refusal) return { ok: false, reason: refusal };
  const { enrolment, edition, snapshot } = adviser.record;
  const { course } = edition;
  const person = await findPersonAt(db, enrolment.person_id, dayOf(at));
  if (!person) return { ok: false, reason: 'not-found' };
  const library = libraryOnPaper(person);
  const steps = marksOf(course, snapshot.value.steps).filter((kind) => kind === 'lesson' || kind === 'day');
  const lessons = steps.filter((kind) => kind === 'lesson').length;
  const plan = { person, library, course, steps, lessons, days };
  return { ok: true, plan, basis: [enrolment.seq, person.name, library, days] };
}
