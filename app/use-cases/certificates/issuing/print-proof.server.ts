import type { World } from '#app/platform/world.server.ts';
import type { LedAdviser } from '#app/use-cases/holds/advisers/adviser-on-own-hold.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import type { LearningRecord } from '#app/use-cases/record/record-of.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { StepMark } from '#certificates/certificate-data.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { ProofRefusal } from '#curriculum/certification/attendance-proof.ts';
import { certificateTitleOf } from '#curriculum/certification/renewal.ts';
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

export type NotProved = { ok: false; reason: 'not-found' | ProofRefusal };
export type Proved = { ok: true; number: string };
/** What a proof of attendance says. */
type Attended = {
  record: LearningRecord;
  person: { id: string; name: string };
  library: string;
  steps: StepMark[];
  lessons: number;
  days: string[];
  /** On whose word the proof rests. */
  by: string;
};
/** Finds whose proof it is, for whoever may ask for it, and `by` whom it is given: without it, by who noted the attendance. */
export type FindAdviser = (db: Db, lock: boolean) => Promise<(LedAdviser & { by?: string }) | undefined>;

/**
 * Numbers and prints a proof of attendance, and then stores it. Where the course certifies nobody, the enrolment ends with
 * it in the same transaction.
 */
export function printProof(
  world: World,
  enrolmentId: string,
  { find, actor }: { find: FindAdviser; actor: string | null },
): Promise<Proved | NotProved | CannotPrint['why']> {
  const giving = printThenStore<Attended, NotProved, Numbered, PrintedFiles, Proved>(world, {
    read: (db, at, lock) => readAttended(db, find, { at, lock }),
    reserve: reserveProofNumber,
    print: ({ record, person, library, steps, lessons, days }, { number, code }, at) =>
      printBoth(world, (language) => ({
        variant: 'attendance',
        language,
        number,
        name: person.name,
        issuer: world.env.issuerName,
        course: certificateTitleOf(record.edition.course)[language],
        edition: record.edition.course.edition,
        evidence: coveredBy({ lessons, days: days.length }, language),
        steps,
        days,
        issuedOn: dayOf(at),
        issuedAt: at,
        library,
        verifyUrl: checkAddress(world, code, language),
        demo: world.demo,
      })),
    async store(trx, { record, person, library, lessons, days, by }, { number, code }, files, at) {
      const { course } = record.edition;
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
        by_person: by,
        file_da: await storeFile(trx, files.da, at),
        file_en: await storeFile(trx, files.en, at),
        recorded_at: at,
      });
      if (course.end === 'attended') {
        const ended = await recordFact(world, trx, record, { at, type: 'issued' }, actor);
        // The server that wrote the last event may have a clock slightly ahead of ours: the next round tries again.
        if (!ended.ok) throw new Error(`The proof ${number} could not end its course: ${ended.reason}.`);
      }
      await writeAudit(world, trx, { actor, action: 'attendance-proof-given', subject: number });
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
  db: Db,
  find: FindAdviser,
  { at, lock }: { at: string; lock: boolean },
): Promise<Read<Attended, NotProved>> {
  const adviser = await find(db, lock);
  if (!adviser) return { ok: false, reason: 'not-found' };
  const { days, notedBy, refusal } = await findProofStanding(db, adviser);
  if (refusal) return { ok: false, reason: refusal };
  const { record } = adviser;
  const { enrolment, edition, snapshot } = record;
  const by = adviser.by ?? notedBy;
  const person = await findPersonAt(db, enrolment.person_id, dayOf(at));
  if (!person || by === undefined) return { ok: false, reason: 'not-found' };
  const library = libraryOnPaper(person);
  const steps = marksOf(edition.course, snapshot.value.steps).filter((kind) => kind === 'lesson' || kind === 'day');
  const lessons = steps.filter((kind) => kind === 'lesson').length;
  const plan = { record, person, library, steps, lessons, days, by };
  return { ok: true, plan, basis: [enrolment.seq, person.name, library, days] };
}
