import { dayOfCell, readTable, type TableRow, type UnreadableTable } from '#app/platform/csv-table.ts';
import { emailAddressOf } from '#db/email-address.ts';

export type FileRow = Omit<TableRow, 'cell'> & {
  /** The library's own number for a person. It is only compared within the file. */
  employee: string;
  givenName: string;
  familyName: string;
  email: string;
  library: string;
  role: string;
  start: string;
  end: string;
};
export type UnreadableFile = UnreadableTable;

const required = ['fornavn', 'efternavn', 'arbejdsmail', 'biblioteksnummer'] as const;
/** Every column that is read, in the order of the template. */
export const columns = ['medarbejder_id', ...required, 'rolle', 'startdato', 'slutdato'] as const;
const mostRows = 1_000;

/** Reads a CSV file of people, with dates as 2026-11-24 or in Danish form. */
export function readImport(text: string): { ok: true; head: string[]; rows: FileRow[] } | UnreadableFile {
  const read = readTable(text, { required, mostRows });
  return read.ok ? { ...read, rows: read.rows.map(rowOf) } : read;
}

function rowOf({ cell, ...row }: TableRow): FileRow {
  const email = cell('arbejdsmail');
  return {
    line: row.line,
    employee: cell('medarbejder_id'),
    givenName: cell('fornavn'),
    familyName: cell('efternavn'),
    email: emailAddressOf(email) ?? email.toLowerCase(),
    library: cell('biblioteksnummer'),
    role: cell('rolle').toLowerCase(),
    start: dayOfCell(cell('startdato')),
    end: dayOfCell(cell('slutdato')),
    overfull: row.overfull,
    garbled: row.garbled,
    cells: row.cells,
  };
}
