import type { FootnoteDefinition } from 'mdast';
import type { Fact } from './fact.ts';

const confidence = { V: 'Bekræftet i en kilde.', H: 'Historisk, fra forsøget i 2012.', J: 'Faglig vurdering.' };

/**
 * The text of a fact's footnote under Kilder. The source is plain text, because a name like "1. beretning" or "a_b"
 * would be misread as Markdown.
 */
export function footnoteOf({ source, confidence: sure, reviewBy }: Fact): FootnoteDefinition['children'] {
  const named = /[.!?]$/.test(source) ? source : `${source}.`;
  const value = `${named} ${confidence[sure]} Tjek igen senest ${danishDay(reviewBy)}.`;
  return [{ type: 'paragraph', children: [{ type: 'text', value }] }];
}

const months = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];
function danishDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date}. ${months[month! - 1]} ${year}`;
}
