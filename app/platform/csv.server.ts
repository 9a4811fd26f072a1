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
