const bom = '\uFEFF';

/**
 * Rows as Danish spreadsheets read them: semicolons, a byte order mark, and nothing that begins as a formula. A code such
 * as 0101 stays as it is: what would make a spreadsheet keep the zero, ="0101", is wrong for everybody else who reads it.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${bom}${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
