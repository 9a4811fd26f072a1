import type { World } from '#app/platform/world.server.ts';
import { isEmail } from '#app/use-cases/people/is-email.ts';
import { nameRefusalOf } from '#app/use-cases/people/name-refusal-of.ts';
import { dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { countSeatsTaken, type HoldRow } from '#db/queries/hold.ts';
import { findPersonByEmail } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import { contradictionsOf } from './contradictions-of.ts';
import {
  findImportStanding,
  type KnownPerson,
  type RowRefusal,
  type RowVerdict,
} from './find-import-standing.server.ts';
import { type FileRow, readImport, type UnreadableFile } from './read-import.ts';

export type ImportRow = FileRow & {
  verdict: RowVerdict;
  refusal?: RowRefusal;
  /** The other line with the same content, or with different content about the same person. */
  sameAs?: number;
  /** The person's name in the register, if it is a really different name. */
  registered?: string;
};
export type ImportRefused =
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'too-large' }
  | { ok: false; reason: 'hold-over'; endsOn: string }
  | UnreadableFile;
export type JudgedImport = { ok: true; rows: ImportRow[] } | ImportRefused;

/** The largest file that is read. */
export const mostImportBytes = 1024 * 1024;

/** What an import would do to each row, and why it refuses a row or the whole file. */
export async function judgeImport(world: World, db: Db, hold: HoldRow, text: string): Promise<JudgedImport> {
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
      const standing = await findImportStanding(world, db, hold, row, person, today);
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

/**
 * The address may belong to somebody with another name. Case, spaces and accents alone do not count as a difference.
 */
function otherName(row: FileRow, person: KnownPerson | undefined): { registered?: string } {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[\p{M}\s]/gu, '')
      .toLowerCase()
      .replaceAll('aa', 'a');
  return person && plain(person.name) !== plain(`${row.givenName}${row.familyName}`) ? { registered: person.name } : {};
}
