import { textOfBytes } from '#app/platform/text-of-bytes.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { findRenewal } from '#app/use-cases/certificates/issuing/find-renewal.server.ts';
import { insertNewPerson, isEmail, nameRefusalOf } from '#app/use-cases/people/add-person.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { lockRecord } from '#app/use-cases/record/lock-record.server.ts';
import { recordFact } from '#app/use-cases/record/record-fact.server.ts';
import { writeAudit } from '#app/use-cases/record/write-audit.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { countSeatsTaken, findHold, type HoldRow, lockHold } from '#db/queries/hold.ts';
import { findPersonByEmail, listGrants } from '#db/queries/person.ts';
import { findLibrary } from '#db/queries/place.ts';
import type { Db } from '#db/schema.ts';
import { addEnrolment } from './add-enrolment.server.ts';
import { contradictionsOf } from './contradictions-of.ts';
import { type FileRow, readImport, type Unreadable } from './read-import.ts';

export type RowVerdict = 'new' | 'known' | 'already' | 'refused';
export type RowRefusal =
  | 'cells'
  | 'name'
  | 'name-too-long'
  | 'email'
  | 'role'
  | 'library'
  | 'start'
  | 'end'
  | 'duplicate'
  | 'contradicts'
  | 'enrolled'
  | 'asked'
  | 'full'
  | 'not-adviser'
  | 'not-renewable'
  | 'blocked';
export type ImportRow = FileRow & {
  verdict: RowVerdict;
  refusal?: RowRefusal;
  /** The other line with the same content, or with different content about the same person. */
  sameAs?: number;
  /** The person's name in the register, if it is a really different name. */
  registered?: string;
};
type Refused =
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'too-large' }
  | { ok: false; reason: 'hold-over'; endsOn: string }
  | Unreadable;
type Preview = { ok: true; rows: ImportRow[] } | Refused;
type Committed = { ok: true; added: number; seated: number; already: number; refused: number } | Refused;

type Known = NonNullable<Awaited<ReturnType<typeof findPersonByEmail>>>;

const mostBytes = 1024 * 1024;

/** Shows what an import would do, row by row, without writing anything. */
export async function previewImport(
  world: World,
  viewer: Viewer,
  input: { holdId: string; bytes: Uint8Array },
): Promise<Preview> {
  const hold = await leadHold(world, world.db, viewer, input.holdId);
  if (!hold) return { ok: false, reason: 'not-found' };
  if (input.bytes.length > mostBytes) return { ok: false, reason: 'too-large' };
  return judge(world, world.db, hold, textOfBytes(input.bytes));
}

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
    const hold = await leadHold(world, trx, viewer, input.holdId);
    if (!hold) return { ok: false, reason: 'not-found' };
    if (input.text.length > mostBytes) return { ok: false, reason: 'too-large' };
    await lockHold(trx, hold.id);
    const judged = await judge(world, trx, hold, input.text);
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

async function leadHold(
  world: World,
  db: Db,
  viewer: Viewer,
  holdId: string,
): Promise<(HoldRow & { leaderIds: string[] }) | undefined> {
  const hold = await findHold(db, holdId);
  return hold &&
    may(viewer, 'import-people', { leaderIds: hold.leaderIds }) &&
    world.catalogue.find(hold.course, hold.edition)
    ? hold
    : undefined;
}

async function judge(world: World, db: Db, hold: HoldRow, text: string): Promise<Preview> {
  const today = dayOf(world.now());
  if (hold.ends_on <= today) return { ok: false, reason: 'hold-over', endsOn: hold.ends_on };
  const read = readImport(text);
  if (!read.ok) return read;
  const contradictions = contradictionsOf(read.rows.filter(({ overfull }) => !overfull));
  let free = hold.seats - (await countSeatsTaken(db, hold.id));
  const seen = new Map<string, number>();
  const rows: ImportRow[] = [];
  for (const given of read.rows) {
    const row = { ...given, start: given.start || today };
    const contradicted = contradictions.get(row.line);
    const twin = seen.get(row.email);
    const refuse = (refusal: RowRefusal, sameAs?: number) =>
      rows.push({ ...row, verdict: 'refused', refusal, ...(sameAs !== undefined && { sameAs }) });
    const form = formRefusalOf(row, today);
    if (form) refuse(form);
    else if (contradicted !== undefined) refuse('contradicts', contradicted);
    else if (twin !== undefined) refuse('duplicate', twin);
    else {
      seen.set(row.email, row.line);
      const person = await findPersonByEmail(db, row.email);
      const standing = await standingOf(world, db, hold, row, person, today);
      const takesSeat = standing === 'new' || standing === 'known';
      if (takesSeat && free <= 0) refuse('full');
      else if (takesSeat || standing === 'already') rows.push({ ...row, verdict: standing, ...otherName(row, person) });
      else refuse(standing);
      if (takesSeat) free -= 1;
    }
  }
  return { ok: true, rows };
}

/** The problem with the content of a row, whoever the row is about. */
function formRefusalOf(row: FileRow, today: string): RowRefusal | undefined {
  if (row.overfull) return 'cells';
  const name = nameRefusalOf(row);
  if (name) return name === 'no-name' ? 'name' : name;
  if (!isEmail(row.email)) return 'email';
  // An import cannot make anybody a leader or an administrator, so refuse the role instead of ignoring it.
  if (row.role !== '' && row.role !== 'vejleder') return 'role';
  if (!isDay(row.start)) return 'start';
  if (row.end !== '' && (!isDay(row.end) || row.end < row.start || row.end < today)) return 'end';
  return undefined;
}

async function standingOf(
  world: World,
  db: Db,
  hold: HoldRow,
  row: FileRow,
  person: Known | undefined,
  today: string,
): Promise<Exclude<RowVerdict, 'refused'> | RowRefusal> {
  if (!(await findLibrary(db, row.library))) return 'library';
  const course = world.catalogue.find(hold.course, hold.edition)!.course;
  // A new person has no certificate to renew.
  if (!person) return course.renews ? 'not-renewable' : 'new';
  if (person.status !== 'active') return 'blocked';
  const running = (await listEnrolmentsOf(db, person.id)).find(
    (each) => each.course === hold.course && !isOver(each.state),
  );
  if (running && running.hold_id !== hold.id) return 'enrolled';
  if (running) return ['requested', 'waitlisted'].includes(running.state) ? 'asked' : 'already';
  if ((await findRenewal(world, db, person.id, course))?.can === false) return 'not-renewable';
  // A seat is useless without the adviser role, and an import gives no roles to people who are already registered.
  const grants = await listGrants(db, { personId: person.id, role: 'adviser', day: today });
  return grants.length > 0 ? 'known' : 'not-adviser';
}

/**
 * The address may belong to somebody with another name. Case, spaces and accents alone do not count as a difference.
 */
function otherName(row: FileRow, person: Known | undefined): { registered?: string } {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[\p{M}\s]/gu, '')
      .toLowerCase()
      .replaceAll('aa', 'a');
  return person && plain(person.name) !== plain(`${row.givenName}${row.familyName}`) ? { registered: person.name } : {};
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
