const bom = '\uFEFF';

/** Rows as Danish spreadsheets read them: semicolons, a byte order mark, and nothing that begins as a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${bom}${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
