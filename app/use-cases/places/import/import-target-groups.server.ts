import { dayOfCell, type TableRow } from '#app/platform/csv-table.ts';
import type { World } from '#app/platform/world.server.ts';
import { addMonths, dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { municipalityCodeOf, wholeNumberOf } from '#curriculum/places/import-columns.ts';
import { findMunicipality } from '#db/queries/place.ts';
import { appendTargetGroup, findTargetGroup, updatePopulation } from '#db/queries/target-group.ts';
import type { Db } from '#db/schema.ts';
import type { JudgedRow, RowRefusal } from './judged-row.ts';

const columns = {
  inhabitants: 'indbyggere',
  firms: 'firmaer_i_alt',
  firmsWithoutEmployees: 'firmaer_uden_ansatte',
  firms1to9: 'firmaer_1_9_ansatte',
  associations: 'foreninger_med_cvr',
} as const;
type Figure = keyof typeof columns;
const names = Object.keys(columns) as Figure[];

/**
 * What a row about the people and firms of a municipality does. A figure that is not said is unknown and stays as it was;
 * inhabitants of a newer date are its population from then on, so the staffing follows. With `save` it is done.
 */
export async function importTargetGroups(
  world: World,
  db: Db,
  row: TableRow,
  save: { by: string | null } | undefined,
): Promise<JudgedRow> {
  const code = municipalityCodeOf(row.cell('kommunekode'));
  const period = periodOf(row.cell('periode'));
  const municipality = await findMunicipality(db, code);
  const about = `${code} ${period}`.trim();
  const said = { kind: 'maalgruppe' as const, line: row.line, cells: row.cells, about, name: municipality?.name ?? '' };
  const refuse = (refusal: RowRefusal): JudgedRow => ({ ...said, verdict: 'refused', refusal });
  if (!municipality) return refuse('municipality');
  if (!isDay(period) || period > addMonths(dayOf(world.now()), 12)) return refuse('period');
  const source = row.cell('kilde');
  if (source === '' || source.length > 200) return refuse('source');
  const read = names.map((name) => [name, wholeNumberOf(row.cell(columns[name]))] as const);
  if (read.some(([, value]) => value === undefined)) return refuse('figure');
  const given = read.filter((pair): pair is [Figure, number] => typeof pair[1] === 'number');
  if (given.length === 0) return refuse('no-figure');
  const is = await findTargetGroup(db, code, period);
  const changes = [
    ...given.filter(([name, value]) => is?.[name] !== value).map(([name]) => name as string),
    ...(is && is.source !== source ? ['source'] : []),
  ];
  if (is && changes.length === 0) return { ...said, verdict: 'same', changes: [] };
  if (save) {
    const figures = { ...is, ...Object.fromEntries(given) } as Partial<Record<Figure, number | null>>;
    const now = world.now();
    await appendTargetGroup(db, {
      ...{ municipality_code: code, period, seq: (is?.seq ?? 0) + 1, source, by_person: save.by, recorded_at: now },
      inhabitants: figures.inhabitants ?? null,
      firms: figures.firms ?? null,
      firms_without_employees: figures.firmsWithoutEmployees ?? null,
      firms_1_9: figures.firms1to9 ?? null,
      associations: figures.associations ?? null,
    });
    if (figures.inhabitants) await updatePopulation(db, { code, population: figures.inhabitants, date: period, now });
  }
  return { ...said, verdict: is ? 'changed' : 'new', changes };
}

/** The first day of a period: a day, or a year. */
const periodOf = (text: string) => (/^\d{4}$/.test(text) ? `${text}-01-01` : dayOfCell(text));
