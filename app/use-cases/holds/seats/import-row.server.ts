import type { World } from '#app/platform/world.server.ts';
import { insertNewPerson } from '#app/use-cases/people/insert-new-person.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { findHold, type HoldRow, lockHold } from '#db/queries/hold.ts';
import { findWaitingImportRow, type ImportOutcome, type ImportRun, noteImportRow } from '#db/queries/import-run.ts';
import { findPersonByEmail } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { addEnrolment } from './add-enrolment.server.ts';
import { findImportStanding } from './find-import-standing.server.ts';
import type { JudgedRow } from './judge-import.server.ts';

/** Imports one row of a run: adds the person if they are new, gives them their seat and notes the outcome. */
export function importRow(world: World, run: ImportRun, line: number): Promise<void> {
  return world.db.transaction().execute(async (trx) => {
    await lockHold(trx, run.hold_id);
    const content = await findWaitingImportRow(trx, run.id, line);
    // Another round was faster.
    if (content === undefined) return;
    const hold = (await findHold(trx, run.hold_id))!;
    const row = JSON.parse(content) as JudgedRow;
    await noteImportRow(trx, run.id, line, await carryOut(world, trx, run, hold, row));
  });
}

/**
 * What the row was shown to do may have become impossible since: somebody else enrolled or blocked the person, or the
 * library has closed. Such a row is refused. The file of refused rows, which is judged anew, says why.
 */
async function carryOut(world: World, trx: Db, run: ImportRun, hold: HoldRow, row: JudgedRow): Promise<ImportOutcome> {
  const person = await findPersonByEmail(trx, row.email);
  const standing = await findImportStanding(world, trx, hold, person, dayOf(world.now()));
  if (standing === 'already') return 'already';
  if (standing !== 'new' && standing !== 'known') return 'refused';
  const waits = row.wouldBe !== undefined;
  const personId = person?.id ?? (await addOne(world, trx, run, row));
  if (personId === undefined) return 'refused';
  await enrol(world, trx, run, hold, personId, waits ? 'waitlisted' : 'approved');
  if (run.invite) await invite(world, trx, hold, personId, waits);
  return standing === 'new' ? 'added' : 'seated';
}

/** Adds the person, or nobody if that is refused now. */
async function addOne(world: World, trx: Db, run: ImportRun, row: JudgedRow): Promise<string | undefined> {
  const added = await insertNewPerson(
    world,
    trx,
    { personId: run.by_person },
    {
      givenName: row.givenName,
      familyName: row.familyName,
      email: row.email,
      library: row.library,
      from: row.start,
      ...(row.end && { until: addDays(row.end, 1) }),
      roles: ['adviser'],
    },
  );
  return added.ok ? added.personId : undefined;
}

async function enrol(
  world: World,
  trx: Db,
  run: ImportRun,
  hold: HoldRow,
  personId: string,
  type: 'approved' | 'waitlisted',
): Promise<void> {
  const enrolment = await addEnrolment(world, trx, personId, hold);
  if (!enrolment.ok) throw new Error(`A person who was judged free could not be enrolled: ${enrolment.reason}`);
  const record = (await lockRecord(world, trx, enrolment.enrolmentId))!;
  await recordFact(world, trx, record, { at: world.now(), type }, run.by_person);
}

/** A letter for whoever gets a seat says how to sign in; for whoever waits, that they wait. */
async function invite(world: World, trx: Db, hold: HoldRow, personId: string, waits: boolean): Promise<void> {
  const { title } = world.catalogue.find(hold.course, hold.edition)!.course;
  await writeLetter(world, trx, {
    personId,
    key: `${waits ? 'waits' : 'invited'}:${hold.id}:${personId}`,
    template: waits ? 'seat.waitlist' : 'invited',
    words: (language) => ({ course: title[language], hold: hold.name, url: `${world.publicUrl}/sign-in` }),
  });
}
