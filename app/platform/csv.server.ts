const bom = '\uFEFF';

/**
 * Rows in the format Danish spreadsheets expect: semicolons, a byte order mark, and no cell that starts a formula. A
 * code such as 0101 is written unchanged: ="0101" would make a spreadsheet keep the zero, but is wrong for every other
 * reader.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${bom}${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Table = {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  notes?: { head: string; texts: readonly string[] };
};

/**
 * A table to download. Its first line is the head, as programs expect; what is said of the whole table stands in a last
 * column of every row.
 */
export function csvResponse(fileName: string, { head, rows, notes }: Table): Response {
  const said = notes && notes.texts.length > 0 ? { head: [notes.head], row: [notes.texts.join(' ')] } : undefined;
  const lines = [[...head, ...(said?.head ?? [])], ...rows.map((row) => [...row, ...(said?.row ?? [])])];
  return new Response(csvOf(lines), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
