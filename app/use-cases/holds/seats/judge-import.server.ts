import type { World } from '#app/platform/world.server.ts';
import { parseName } from '#app/use-cases/people/parse-name.ts';
import { wholeName } from '#app/use-cases/people/whole-name.ts';
import { addMonths, dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { type NotOpen, staysAt } from '#curriculum/places/open-library.ts';
import { emailAddressOf } from '#db/email-address.ts';
import { listCertifiedNames } from '#db/queries/certificate.ts';
import { countSeatsTaken, type HoldRow } from '#db/queries/hold.ts';
import { findPersonByEmail } from '#db/queries/person.ts';
import { listLibrariesIn } from '#db/queries/place.ts';
import type { Db } from '#db/schema.ts';
import { sortKeyOf } from '#db/text-keys.ts';
import { contradictionsOf } from './contradictions-of.ts';
import {
  findImportStanding,
  type KnownPerson,
  type RowRefusal,
  type RowVerdict,
} from './find-import-standing.server.ts';
import { type FileRow, readImport, type UnreadableFile } from './read-import.ts';

export type JudgedRow = FileRow & {
  verdict: RowVerdict;
  refusal?: RowRefusal;
  /** What a row that is refused for want of a seat would have been: it can go on the waiting list. */
  wouldBe?: 'new' | 'known';
  /** The other line with the same content, or with different content about the same person. */
  sameAs?: number;
  /** The person's name in the register, if it is a really different name. */
  registered?: string;
  /** An unknown address with the name of somebody who is certified: it may be the same person. */
  hasNamesake?: true;
  /** The date that is years from today. */
  farDay?: string;
  libraryName?: string;
  /** The library service of the library. */
  serviceId?: string;
  /** The day on which the library closed. */
  closedOn?: string;
  /** The day on which it opens. */
  opensOn?: string;
};
export type ImportRefused =
  | { ok: false; reason: 'not-found' | 'too-large' | 'encoding' }
  | { ok: false; reason: 'hold-over'; endsOn: string }
  | UnreadableFile;
export type JudgedImport = { ok: true; head: string[]; rows: JudgedRow[] } | ImportRefused;

/** The largest file that is read. */
export const mostImportBytes = 1024 * 1024;

type Library = Awaited<ReturnType<typeof listLibrariesIn>>[number];

/** Says of each row of a file what an import to the hold would do with it now. */
export async function judgeImport(world: World, db: Db, hold: HoldRow, text: string): Promise<JudgedImport> {
  const today = dayOf(world.now());
  if (hold.ends_on <= today) return { ok: false, reason: 'hold-over', endsOn: hold.ends_on };
  const read = readImport(text);
  if (!read.ok) return read;
  const contradictions = contradictionsOf(read.rows.filter(({ overfull }) => !overfull));
  const libraries = new Map(
    (await listLibrariesIn(db, [...new Set(read.rows.map(({ library }) => library))])).map((each) => [
      each.number,
      each,
    ]),
  );
  const certified = await listCertifiedNames(db, [...new Set(read.rows.map(nameKeyOf))], today);
  let free = hold.seats - (await countSeatsTaken(db, hold.id));
  const seen = new Map<string, number>();
  const rows: JudgedRow[] = [];
  for (const given of read.rows) {
    const row = { ...given, start: given.start || today };
    const library = libraries.get(row.library);
    const notes = {
      ...(library && { libraryName: library.name, serviceId: library.service_id }),
      ...farDayOf(row, today),
    };
    const contradicted = contradictions.get(row.line);
    const twin = seen.get(row.email);
    const refuse = (refusal: RowRefusal, more: Partial<JudgedRow> = {}) =>
      rows.push({ ...row, ...notes, verdict: 'refused', refusal, ...more });
    const form = formRefusalOf(row, today);
    if (form) refuse(form);
    else if (contradicted !== undefined) refuse('contradicts', { sameAs: contradicted });
    else if (twin !== undefined) refuse('duplicate', { sameAs: twin });
    else {
      seen.set(row.email, row.line);
      const place = placeRefusalOf(row, library);
      if (place) {
        refuse(place, {
          ...(place === 'library-closed' && { closedOn: library!.closed_on! }),
          ...(place === 'library-not-open' && { opensOn: library!.opened_on }),
        });
        continue;
      }
      const person = await findPersonByEmail(db, row.email);
      const standing = await findImportStanding(world, db, hold, person, today);
      const namesake = !person && certified.has(nameKeyOf(row)) && { hasNamesake: true as const };
      const about = { ...otherName(row, person), ...namesake };
      if (standing === 'new' || standing === 'known') {
        if (free > 0) rows.push({ ...row, ...notes, verdict: standing, ...about });
        else refuse('full', { wouldBe: standing, ...about });
        free -= 1;
      } else if (standing === 'already') rows.push({ ...row, ...notes, verdict: standing, ...about });
      else refuse(standing, about);
    }
  }
  return { ok: true, head: read.head, rows };
}

const nameKeyOf = (row: FileRow) => sortKeyOf(wholeName(row));

/** The problem with the content of a row, whoever the row is about. */
function formRefusalOf(row: FileRow, today: string): RowRefusal | undefined {
  if (row.overfull) return 'cells';
  if (row.garbled) return 'encoding';
  const name = parseName(row);
  if (!name.ok) return name.reason === 'no-name' ? 'name' : name.reason;
  if (emailAddressOf(row.email) === undefined) return 'email';
  // An import cannot make anybody a leader or an administrator, so refuse the role instead of ignoring it.
  if (row.role !== '' && row.role !== 'vejleder') return 'role';
  if (!isDay(row.start)) return 'start';
  if (row.end !== '' && (!isDay(row.end) || row.end < row.start || row.end < today)) return 'end';
  return undefined;
}

function placeRefusalOf({ start }: FileRow, library: Library | undefined): 'library' | NotOpen | undefined {
  if (!library) return 'library';
  const place = { number: library.number, openedOn: library.opened_on, closedOn: library.closed_on };
  const placed = staysAt([place], { from: start, until: null });
  return placed.ok ? undefined : placed.reason;
}

/** A start more than a year ahead or twenty years ago, or an end more than five years ahead, may be a slip. */
function farDayOf({ start, end }: FileRow, today: string): { farDay?: string } {
  if (isDay(start) && (start > addMonths(today, 12) || start < addMonths(today, -240))) return { farDay: start };
  return end !== '' && isDay(end) && end > addMonths(today, 60) ? { farDay: end } : {};
}

/**
 * The address may belong to somebody with another name. Case, spaces and accents alone do not count as a difference.
 */
function otherName(row: FileRow, person: KnownPerson | undefined): { registered?: string } {
  const plain = (name: string) => sortKeyOf(name).replaceAll(' ', '');
  return person && plain(person.name) !== plain(wholeName(row)) ? { registered: person.name } : {};
}
