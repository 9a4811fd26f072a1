/**
 * A PDF, a spreadsheet that was not saved as CSV (a zip file) or a picture: text never contains their control
 * characters.
 */
export function isBinary(text: string): boolean {
  if (text.startsWith('%PDF-') || text.startsWith('PK\u0003\u0004')) return true;
  return [...text].some((sign) => sign < '\t' || (sign > '\r' && sign < ' '));
}
