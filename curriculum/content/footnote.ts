import type { FootnoteDefinition, PhrasingContent } from 'mdast';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import type { Fact } from './fact.ts';
import { linksIn } from './links-in.ts';

const confidence = {
  da: { V: 'Bekræftet i en kilde.', H: 'Historisk, fra forsøget i 2012.', J: 'Faglig vurdering.' },
  en: { V: 'Confirmed in a source.', H: 'Historical, from the pilots of 2012.', J: 'Professional judgement.' },
};

/**
 * The text of a fact's footnote under Kilder. The source is plain text, because a name like "1. beretning" or "a_b"
 * would be misread as Markdown; web addresses in it are links.
 */
export function footnoteOf(
  { source, confidence: sure, reviewBy }: Fact,
  language: Language,
): FootnoteDefinition['children'] {
  const named = /[.!?]$/.test(source) ? source : `${source}.`;
  const again = language === 'da' ? 'Tjek igen senest' : 'Check again by';
  const value = `${named} ${confidence[language][sure]} ${again} ${dayIn(language, reviewBy)}.`;
  const pieces = linksIn(value).map(({ text, href }): PhrasingContent => {
    const words = { type: 'text' as const, value: text };
    return href ? { type: 'link', url: href, children: [words] } : words;
  });
  return [{ type: 'paragraph', children: pieces }];
}

const months = {
  da: 'januar februar marts april maj juni juli august september oktober november december',
  en: 'January February March April May June July August September October November December',
};
function dayIn(language: Language, day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}${language === 'da' ? '.' : ''} ${months[language].split(' ')[month! - 1]} ${year}`;
}
