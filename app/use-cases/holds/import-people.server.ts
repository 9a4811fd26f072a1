import { parse } from 'csv-parse/sync';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { countSeatsTaken, findHold, type HoldRow, lockHold } from '#db/queries/hold.ts';
import { findPersonByEmail } from '#db/queries/person.ts';
import { findLibrary } from '#db/queries/place.ts';
import type { Db } from '#db/schema.ts';
import { textOfBytes } from '../../platform/text-of-bytes.server.ts';
import type { World } from '../../platform/world.server.ts';
import { lockRecord, recordFact } from '../learning-record.server.ts';
import { insertNewPerson, isEmail } from '../people/add-person.server.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';
import { writeAudit } from '../write-audit.server.ts';
import { writeLetter } from '../write-letter.server.ts';
import { addEnrolment } from './request-seat.server.ts';

export type RowVerdict = 'new' | 'known' | 'already' | 'refused';
export type RowRefusal = 'name' | 'email' | 'library' | 'start' | 'duplicate' | 'enrolled' | 'full' | 'blocked';
export type ImportRow = {
  line: number;
  givenName: string;
  familyName: string;
  email: string;
  library: string;
  start: string;
  verdict: RowVerdict;
  refusal?: RowRefusal;
  /** For a duplicate: the line that has the same address. */
  sameAs?: number;
};
type Refused =
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'too-large' }
  | { ok: false; reason: 'not-csv'; why: string }
  | { ok: false; reason: 'missing-column'; name: string };
type Preview = { ok: true; rows: ImportRow[] } | Refused;
type Committed = { ok: true; added: number; seated: number; refused: number } | Refused;

const mostBytes = 1024 * 1024;
const columns = ['fornavn', 'efternavn', 'arbejdsmail', 'biblioteksnummer', 'startdato'] as const;

/** What an import would do, row by row; nothing is written. */
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
 * their affiliation and roles. The same file twice changes nothing the second time.
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
    const refused = judged.rows.filter(({ verdict }) => verdict === 'refused').length;
    await writeAudit(world, trx, {
      actor: viewer.personId,
      action: 'people-imported',
      subject: hold.id,
      detail: `${added} ${seated} ${refused}`,
    });
    return { ok: true, added, seated, refused };
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
  const read = readRows(text);
  if (!read.ok) return read;
  const today = dayOf(world.now());
  let free = hold.seats - (await countSeatsTaken(db, hold.id));
  const seen = new Map<string, number>();
  const rows: ImportRow[] = [];
  for (const row of read.rows) {
    const verdict = await judgeRow(db, hold, { ...row, start: row.start || today }, seen, free);
    if (verdict.verdict === 'new' || verdict.verdict === 'known') free -= 1;
    rows.push(verdict);
  }
  return { ok: true, rows };
}

type Bare = Omit<ImportRow, 'verdict' | 'refusal' | 'sameAs'>;

async function judgeRow(db: Db, hold: HoldRow, row: Bare, seen: Map<string, number>, free: number): Promise<ImportRow> {
  const refuse = (refusal: RowRefusal, sameAs?: number): ImportRow => ({
    ...row,
    verdict: 'refused',
    refusal,
    ...(sameAs !== undefined && { sameAs }),
  });
  if (!row.givenName || !row.familyName) return refuse('name');
  if (!isEmail(row.email)) return refuse('email');
  const twin = seen.get(row.email);
  if (twin !== undefined) return refuse('duplicate', twin);
  seen.set(row.email, row.line);
  if (!isDay(row.start)) return refuse('start');
  if (!(await findLibrary(db, row.library))) return refuse('library');
  const person = await findPersonByEmail(db, row.email);
  if (person && person.status !== 'active') return refuse('blocked');
  const running = person
    ? (await listEnrolmentsOf(db, person.id)).find((each) => each.course === hold.course && !isOver(each.state))
    : undefined;
  if (running && running.hold_id === hold.id) return { ...row, verdict: 'already' };
  if (running) return refuse('enrolled');
  if (free <= 0) return refuse('full');
  return { ...row, verdict: person ? 'known' : 'new' };
}

/** `;` or `,`, with or without a byte order mark, in any order of columns. */
function readRows(text: string): { ok: true; rows: Bare[] } | Refused {
  const bare = text.replace(/^\uFEFF/, '');
  const head = bare.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = head.split(';').length >= head.split(',').length ? ';' : ',';
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(bare, {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
      info: true,
    }) as never;
  } catch (error) {
    return { ok: false, reason: 'not-csv', why: error instanceof Error ? error.message : String(error) };
  }
  const names = head.split(delimiter).map((name) => name.replaceAll('"', '').trim().toLowerCase());
  const missing = columns.find((name) => name !== 'startdato' && !names.includes(name));
  if (missing) return { ok: false, reason: 'missing-column', name: missing };
  const rows = records.map(
    ({ record, info }): Bare => ({
      line: info.lines,
      givenName: (record.fornavn ?? '').normalize('NFC'),
      familyName: (record.efternavn ?? '').normalize('NFC'),
      email: (record.arbejdsmail ?? '').toLowerCase().normalize('NFC'),
      library: record.biblioteksnummer ?? '',
      start: record.startdato ?? '',
    }),
  );
  return { ok: true, rows };
}

async function addOne(world: World, trx: Db, viewer: Viewer, row: ImportRow): Promise<string> {
  const added = await insertNewPerson(world, trx, viewer, {
    givenName: row.givenName,
    familyName: row.familyName,
    email: row.email,
    library: row.library,
    from: row.start,
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
