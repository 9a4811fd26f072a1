import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Edition, parseEdition } from '#curriculum/content/parse-edition.ts';

/**
 * An edition of the small course of the fixtures. 2026.2 words 2026.1 otherwise; 2026.3 has another key in its test and a
 * lesson that is declared the same as "ro".
 */
export const smallCourse = (edition: '2026.1' | '2026.2' | '2026.3'): Edition => courseAt(`lille-kursus/${edition}`);

/** A course whose only test asks one question of each kind, and how certain the answer is. */
export const courseOfAllKinds = (): Edition => courseAt('alle-slags/2026.1');

function courseAt(place: string): Edition {
  const folder = `tests/fixtures/courses/${place}`;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => path.extname(name));
  const files = new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const parsed = parseEdition(files, place, { digest });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.edition;
}
