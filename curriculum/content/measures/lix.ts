/**
 * How hard a text is to read (LIX): words in a sentence, and how many of a hundred words have more than six letters.
 * Only prose counts: tables, figures, exercises and the marks of footnotes are left out.
 */
export function lixOf(markdown: string): number {
  const prose = markdown
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/^(\||!\[).*$/gm, '')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/\[\[(?:([^\]|]+)\|)?([^\]]+)\]\]/g, (_, shown, term) => shown ?? term)
    .replace(/\]\([^)]*\)/g, ']');
  const sentences = prose.split(/[.!?:]+[»«*_)]*\s|\n\s*\n|\n[-\d#]/).filter((each) => /\p{L}/u.test(each));
  const words = prose.match(/[\p{L}\d-]+/gu) ?? [];
  if (words.length === 0) return 0;
  const long = words.filter((word) => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}
