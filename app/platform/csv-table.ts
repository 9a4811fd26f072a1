import { type CsvError, parse } from 'csv-parse/sync';
import { plainText } from '#curriculum/plain-text.ts';
import { isBinary } from './is-binary.ts';

export type TableRow = {
  line: number;
  /** The cell of a column, cleaned; '' if the file has no such column. */
  cell(name: string): string;
  /** The row has more cells than columns, so any cell may be in the wrong column. */
  overfull: boolean;
  /** A cell has signs that come from reading letters in the wrong encoding. */
  garbled: boolean;
  /** The cells as they were written, for the file of refused rows. */
  cells: string[];
};
export type UnreadableTable =
  | { ok: false; reason: 'empty' | 'not-csv' }
  | { ok: false; reason: 'broken-line'; line: number }
  | { ok: false; reason: 'no-rows' }
  | { ok: false; reason: 'too-many-rows' }
  | { ok: false; reason: 'missing-column' | 'same-column'; name: string };

type Line = { record: string[]; info: { lines: number } };

/**
 * Reads a CSV file with `;`, `,` or tabs, with or without a byte order mark and columns in any order. Columns of other
 * names are left alone.
 */
export function readTable(
  text: string,
  { required, mostRows }: { required: readonly string[]; mostRows: number },
): { ok: true; head: string[]; rows: TableRow[] } | UnreadableTable {
  const bare = text.replace(/^\uFEFF/, '');
  if (bare.trim() === '') return { ok: false, reason: 'empty' };
  if (isBinary(bare)) return { ok: false, reason: 'not-csv' };
  let lines: Line[];
  try {
    lines = parse(bare, {
      ...separation(bare),
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      info: true,
    }) as never;
  } catch (error) {
    const line = (error as CsvError).lines;
    return typeof line === 'number' ? { ok: false, reason: 'broken-line', line } : { ok: false, reason: 'not-csv' };
  }
  const [head, ...rest] = lines;
  const names = (head?.record ?? []).map((name) => cleanCell(name).toLowerCase());
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) < at);
  if (twice !== undefined) return { ok: false, reason: 'same-column', name: twice };
  const missing = required.find((name) => !names.includes(name));
  if (missing) return { ok: false, reason: 'missing-column', name: missing };
  if (rest.length === 0) return { ok: false, reason: 'no-rows' };
  if (rest.length > mostRows) return { ok: false, reason: 'too-many-rows' };
  return { ok: true, head: head?.record ?? [], rows: rest.map((line) => rowOf(names, line)) };
}

/** Excel may write a first line that names the separator: `sep=;`. */
function separation(text: string): { delimiter: string; from_line: number } {
  const [, named] = /^"?sep=(.)"?[;,\s]*?[\r\n]/i.exec(text) ?? [];
  if (named) return { delimiter: named, from_line: 2 };
  const [head = ''] = text.trimStart().split(/\r\n|\r|\n/, 1);
  const width = (delimiter: string) => head.split(delimiter).length;
  const [delimiter] = [';', ',', '\t'].sort((a, b) => width(b) - width(a)) as [string];
  return { delimiter, from_line: 1 };
}

const rowOf = (names: readonly string[], { record, info }: Line): TableRow => ({
  line: info.lines,
  cell: (name) => cleanCell(record[names.indexOf(name)] ?? ''),
  overfull: record.slice(names.length).some((extra) => extra !== ''),
  garbled: record.some((each) => /[\u0080-\u009f\ufffd]/u.test(each)),
  cells: record,
});

/** Our own files put an apostrophe before a sign that would begin a formula. */
const cleanCell = (text: string) =>
  plainText(text)
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .normalize('NFC');

/** A day as a cell has it: Danish spreadsheets turn 2026-11-24 into 24-11-2026 when somebody saves the file. */
export function dayOfCell(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
