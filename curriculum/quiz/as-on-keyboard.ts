/**
 * A typed answer with the plain signs of a keyboard. Phones and word processors put in others by themselves: long
 * dashes, curly quotes, hyphens that do not break, and signs that nobody sees.
 */
export function asOnKeyboard(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}−﹣]/gu, '-')
    .replace(/[‘’‚‛′ʹʼ`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"');
}
