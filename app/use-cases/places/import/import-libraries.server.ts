import { dayOfCell, type TableRow } from '#app/platform/csv-table.ts';
import type { World } from '#app/platform/world.server.ts';
import { addDays, dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { degreesOf, municipalityCodeOf } from '#curriculum/places/import-columns.ts';
import { operatorOf } from '#curriculum/places/library-number.ts';
import {
  appendLibraryChange,
  findFirstStay,
  findImportedLibrary,
  insertLibrary,
  listAffiliationsFrom,
  lockLibrary,
  updateLibrary,
} from '#db/queries/library.ts';
import { findMunicipality, findServiceOf } from '#db/queries/place.ts';
import type { Db } from '#db/schema.ts';
import type { JudgedRow, RowRefusal } from './judged-row.ts';

/** The first day of libraries whose file does not say it: the municipalities of today began then. */
const began = '2007-01-01';
const latitudes = { least: 54, most: 58.5 };
const longitudes = { least: 7, most: 16 };

/**
 * What a row about a library does: a new one opens, a known one is put right, and one that has ended closes if nobody works
 * there. An empty cell says nothing. With `save` it is done.
 */
export async function importLibraries(
  world: World,
  db: Db,
  row: TableRow,
  save: { by: string | null } | undefined,
): Promise<JudgedRow> {
  const number = row.cell('biblioteksnummer');
  const said = {
    kind: 'biblioteker' as const,
    line: row.line,
    cells: row.cells,
    about: number,
    name: row.cell('navn'),
  };
  const refuse = (refusal: RowRefusal): JudgedRow => ({ ...said, verdict: 'refused', refusal });
  const read = await readRow(db, row);
  if (!read.ok) return refuse(read.refusal);
  const { operator, closedOn, ...given } = read;
  if (save) await lockLibrary(db, number);
  const is = await findImportedLibrary(db, number);
  const opened = given.values.opened_on ?? is?.opened_on ?? began;
  if (closedOn !== undefined && closedOn <= opened) return refuse('until');
  if (!is) {
    const serviceId = await findServiceOf(db, { code: operator, day: opened });
    if (!serviceId) return refuse('no-operator');
    const fresh = { ...given.values, opened_on: opened, closed_on: closedOn ?? null };
    if (save) {
      const guidance_point = given.values.guidance_point ?? 1;
      const now = world.now();
      await insertLibrary(db, { number, service_id: serviceId, ...fresh, guidance_point, recorded_at: now });
      await note(world, db, number, 'opened', opened, save.by);
    }
    return { ...said, verdict: 'new', changes: [] };
  }
  const changed = Object.fromEntries(
    Object.entries({
      ...given.values,
      ...(closedOn !== undefined && is.closed_on === null && { closed_on: closedOn }),
    }).filter(([name, value]) => value !== undefined && value !== is[name as keyof typeof is]),
  );
  const names = Object.keys(changed);
  if (names.length === 0) return { ...said, verdict: 'same', changes: [] };
  const firstStay = await findFirstStay(db, number);
  if (names.includes('opened_on') && firstStay !== undefined && firstStay < opened) return refuse('people-before');
  if (names.includes('closed_on') && (await listAffiliationsFrom(db, number, closedOn!)).length > 0)
    return refuse('has-people');
  if (save) {
    await updateLibrary(db, number, changed, world.now());
    if (names.some((name) => name !== 'closed_on'))
      await note(world, db, number, 'corrected', dayOf(world.now()), save.by);
    if (names.includes('closed_on')) await note(world, db, number, 'closed', closedOn!, save.by);
  }
  return { ...said, verdict: 'changed', changes: names };
}

type Read =
  | { ok: false; refusal: RowRefusal }
  | { ok: true; operator: string; closedOn: string | undefined; values: Values };
type Values = {
  name: string;
  municipality_code: string;
  guidance_point?: 0 | 1;
  opened_on?: string;
  kind?: string;
  address?: string;
  postcode?: string;
  city?: string;
  latitude?: number;
  longitude?: number;
};

async function readRow(db: Db, row: TableRow): Promise<Read> {
  const refuse = (refusal: RowRefusal): Read => ({ ok: false, refusal });
  const [number, name, type] = [row.cell('biblioteksnummer'), row.cell('navn'), row.cell('type')];
  // Research and school libraries have numbers of their own, or say so.
  if (/^[0-689]\d{5}$/.test(number) || /forskning|skole|fængsel|fagbibliotek/i.test(type)) return refuse('not-public');
  const operator = operatorOf(number);
  if (!operator) return refuse('number');
  if (!(await findMunicipality(db, operator))) return refuse('no-operator');
  if (name === '' || name.length > 120) return refuse('name');
  const municipality = await findMunicipality(db, municipalityCodeOf(row.cell('kommunekode')));
  if (!municipality) return refuse('municipality');
  const guidance = row.cell('vejledningssted').toLowerCase();
  if (!['', 'ja', 'nej'].includes(guidance)) return refuse('guidance');
  const [from, until] = [dayOfCell(row.cell('aktiv_fra')), dayOfCell(row.cell('aktiv_til'))];
  if (from !== '' && !isDay(from)) return refuse('from');
  if (until !== '' && !isDay(until)) return refuse('until');
  const latitude = degreesOf(row.cell('bredde'), latitudes);
  const longitude = degreesOf(row.cell('laengde'), longitudes);
  if (latitude === undefined || longitude === undefined || (latitude === null) !== (longitude === null))
    return refuse('coordinates');
  const text = (cell: string) => row.cell(cell).slice(0, 200);
  const [address, postcode, city] = [text('adresse'), text('postnummer'), text('by')];
  return {
    ok: true,
    operator,
    // The file names the last day on which it is open.
    closedOn: until === '' ? undefined : addDays(until, 1),
    values: {
      ...{ name, municipality_code: municipality.code },
      ...(guidance !== '' && { guidance_point: guidance === 'ja' ? 1 : 0 }),
      ...(from !== '' && { opened_on: from }),
      ...(type !== '' && { kind: type.slice(0, 60) }),
      ...(address !== '' && { address }),
      ...(postcode !== '' && { postcode }),
      ...(city !== '' && { city }),
      ...(latitude !== null && { latitude }),
      ...(longitude !== null && { longitude }),
    },
  };
}

async function note(
  world: World,
  db: Db,
  number: string,
  kind: 'opened' | 'corrected' | 'closed',
  day: string,
  by: string | null,
): Promise<void> {
  const is = (await findImportedLibrary(db, number))!;
  await appendLibraryChange(db, {
    ...{ id: world.newId(), number, kind, on_day: day, name: is.name, municipality_code: is.municipality_code },
    ...{ guidance_point: is.guidance_point, successor: is.successor, moved: 0, why: '' },
    ...{ by_person: by, client_op_id: null, recorded_at: world.now() },
  });
}
