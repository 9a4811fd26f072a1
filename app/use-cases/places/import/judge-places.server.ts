import { readTable, type TableRow, type UnreadableTable } from '#app/platform/csv-table.ts';
import type { World } from '#app/platform/world.server.ts';
import { type ImportKind, importColumns, municipalityCodeOf } from '#curriculum/places/import-columns.ts';
import { emailAddressOf } from '#db/email-address.ts';
import type { Db } from '#db/schema.ts';
import { importAdvisers } from './import-advisers.server.ts';
import { importLibraries } from './import-libraries.server.ts';
import { importTargetGroups } from './import-target-groups.server.ts';
import type { JudgedRow, RowRefusal } from './judged-row.ts';
import { type Repeated, repeatedRows } from './repeated-rows.ts';

const mostRows = 2_000;
const importers = { biblioteker: importLibraries, maalgruppe: importTargetGroups, vejledere: importAdvisers };
const aboutOf: Record<ImportKind, (row: TableRow) => string> = {
  biblioteker: ({ cell }) => cell('biblioteksnummer'),
  maalgruppe: ({ cell }) => `${municipalityCodeOf(cell('kommunekode'))} ${cell('periode')}`,
  vejledere: ({ cell }) => emailAddressOf(cell('arbejdsmail')) ?? '',
};

export type ReadPlaces = { ok: true; head: string[]; judge: Judge[] };
/** Says what an import would do with one row now; with `save` it is done. */
type Judge = (world: World, db: Db, save?: { by: string | null }) => Promise<JudgedRow>;

/** Reads a file about places: for each row, in the order of the file, what can be asked of it and done with it. */
export function judgePlaces(kind: ImportKind, text: string): ReadPlaces | UnreadableTable {
  const read = readTable(text, { required: importColumns[kind].required, mostRows });
  if (!read.ok) return read;
  const repeated = repeatedRows(
    read.rows.filter(({ overfull }) => !overfull),
    aboutOf[kind],
  );
  return {
    ok: true,
    head: read.head,
    judge: read.rows.map((row): Judge => {
      const fault = faultOf(row, repeated.get(row.line));
      return fault
        ? async () => ({
            ...{ kind, line: row.line, cells: row.cells, about: aboutOf[kind](row).trim() },
            ...{ name: row.cell('navn'), verdict: 'refused', ...fault },
          })
        : (world, db, save) => importers[kind](world, db, row, save);
    }),
  };
}

function faultOf(row: TableRow, repeated: Repeated | undefined): { refusal: RowRefusal; sameAs?: number } | undefined {
  if (row.overfull) return { refusal: 'cells' };
  if (row.garbled) return { refusal: 'encoding' };
  return repeated;
}
