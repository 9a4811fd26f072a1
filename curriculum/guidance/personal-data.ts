export type PersonalData = 'cpr' | 'cvr' | 'phone' | 'email';

/** Digits with at most one sign or two spaces between them, and an international prefix before them. */
const numbers = /\+?\d(?:(?: {1,2}|\s?[-–—./]\s?)?\d)+/g;
/** A day such as 24.11.2026 or 2026-11-24 and the hours 10.30-11.00 are no number of anybody. */
const time =
  /^(?:(?:[01]?\d|2[0-3])\.[0-5]\d\s?[-–]\s?(?:[01]?\d|2[0-3])\.[0-5]\d|(?:0?[1-9]|[12]\d|3[01])[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)$/;

/**
 * What in a text looks like a person or a firm: a CPR number (10 digits), a CVR number or a telephone number (8 digits,
 * a telephone number in pairs or with a country code), or an e-mail address. It rather refuses too much.
 */
export function personalDataIn(text: string): PersonalData | undefined {
  const plain = text.normalize('NFKC');
  if (/[^\s@]@[^\s@]/.test(plain) || /\S\s*[([{]\s*(?:at|snabel-?a)\s*[)\]}]\s*\S/i.test(plain)) return 'email';
  for (const [found] of plain.matchAll(numbers)) {
    if (time.test(found)) continue;
    const digits = found.replaceAll(/\D/g, '');
    if (found.startsWith('+') || (digits.startsWith('00') && digits.length >= 10) || /^45\d{8}$/.test(digits))
      return digits.length >= 8 ? 'phone' : undefined;
    if (digits.length >= 9) return 'cpr';
    if (digits.length === 8) return /^\d{2}(?:\D+\d{2}){3}$/.test(found) ? 'phone' : 'cvr';
  }
  return undefined;
}
