import type { World } from '#app/platform/world.server.ts';
import { insertNewPerson } from '#app/use-cases/people/insert-new-person.server.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { type HoldRow, lockHold } from '#db/queries/hold.ts';
import { findPersonByEmail } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { addEnrolment } from './add-enrolment.server.ts';
import { findHoldToFill } from './find-hold-to-fill.server.ts';
import {
  type ImportRefused,
  type ImportRow,
  judgeImport,
  mostImportBytes,
  type RowVerdict,
} from './judge-import.server.ts';

type Committed = { ok: true; added: number; seated: number; already: number; refused: number } | ImportRefused;

/**
 * Adds the new people and gives seats, in one transaction; a refused row leaves nothing behind. A known person keeps
 * their affiliation and roles. Importing the same file a second time changes nothing.
 */
export function commitImport(
  world: World,
  viewer: Viewer,
  input: { holdId: string; text: string; invite: boolean },
): Promise<Committed> {
  return world.db.transaction().execute(async (trx): Promise<Committed> => {
    const hold = await findHoldToFill(world, trx, viewer, input.holdId);
    if (!hold) return { ok: false, reason: 'not-found' };
    if (input.text.length > mostImportBytes) return { ok: false, reason: 'too-large' };
    await lockHold(trx, hold.id);
    const judged = await judgeImport(world, trx, hold, input.text);
    if (!judged.ok) return judged;
    let added = 0;
    let seated = 0;
    for (const row of judged.rows) {
      if (row.verdict !== 'new' && row.verdict !== 'known') continue;
      const personId =
        row.verdict === 'new' ? await addOne(world, trx, viewer, row) : (await findPersonByEmail(trx, row.email))!.id;
      if (row.verdict === 'new') added += 1;
      await seat(world, trx, viewer, hold, personId);
      seated += 1;
      if (input.invite) await invite(world, trx, hold, personId);
    }
    const count = (asked: RowVerdict) => judged.rows.filter(({ verdict }) => verdict === asked).length;
    const refused = count('refused');
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'people-imported',
      subject: hold.id,
      detail: `${added} ${seated} ${refused}`,
    });
    return { ok: true, added, seated, already: count('already'), refused };
  });
}

async function addOne(world: World, trx: Db, viewer: Viewer, row: ImportRow): Promise<string> {
  const added = await insertNewPerson(world, trx, viewer, {
    givenName: row.givenName,
    familyName: row.familyName,
    email: row.email,
    library: row.library,
    from: row.start,
    ...(row.end && { until: addDays(row.end, 1) }),
    roles: ['adviser'],
  });
  if (!added.ok) throw new Error(`Line ${row.line} was judged good and then refused: ${added.reason}`);
  return added.personId;
}

async function seat(world: World, trx: Db, viewer: Viewer, hold: HoldRow, personId: string): Promise<void> {
  const enrolment = await addEnrolment(world, trx, personId, hold);
  if (!enrolment.ok) throw new Error(`A person who was judged free could not be enrolled: ${enrolment.reason}`);
  const record = (await lockRecord(world, trx, enrolment.enrolmentId))!;
  await recordFact(world, trx, record, { at: world.now(), type: 'approved' }, viewer.personId);
}

async function invite(world: World, trx: Db, hold: HoldRow, personId: string): Promise<void> {
  const { title } = world.catalogue.find(hold.course, hold.edition)!.course;
  await writeLetter(world, trx, {
    personId,
    key: `invited:${hold.id}:${personId}`,
    template: 'invited',
    words: (language) => ({ course: title[language], hold: hold.name, url: `${world.publicUrl}/sign-in` }),
  });
}
