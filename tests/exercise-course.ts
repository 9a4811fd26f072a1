import { createHash } from 'node:crypto';
import { type Edition, parseEdition } from '#curriculum/content/parse-edition.ts';
import { doneEdition } from './unit/curriculum/content/lesson-files.ts';

/** A small course whose first lesson has an exercise of every sort. */
export function exerciseCourse(): Edition {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const parsed = parseEdition(new Map(Object.entries(doneEdition)), 'kursus/2026.1', { digest });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.edition;
}
