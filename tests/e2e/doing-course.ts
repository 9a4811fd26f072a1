import { type Edition, parseEdition } from '#curriculum/content/parse-edition.ts';
import { lesson } from '../unit/curriculum/content/edition-files.ts';
import { check, doneEdition, fence, picture } from '../unit/curriculum/content/lesson-files.ts';

const order = [
  'id: vejen',
  'kind: ordering',
  'text: Hvad gør du først?',
  'hint: Du skal være der, før du kan logge på.',
  'items:',
  '  - { id: find, text: Find siden }',
  '  - { id: log, text: Log på }',
  '  - { id: skriv, text: Skriv adressen }',
  'feedback: { right: Alle står rigtigt., partly: Noget står rigtigt., wrong: Intet står rigtigt. }',
];
/** A lesson with something to do of every sort, all of it required. */
const doing = lesson.replace(
  'Gør noget.\n',
  [
    picture,
    fence('description', 'Et hus med tre rum.'),
    fence('check', ...check),
    fence('check', ...order),
    fence('reveal', 'id: svar', 'ask: Hvad svarer du?', 'answer: Find den, der kan.'),
    fence('checklist', 'id: liste', 'title: Klar?', 'items: [Mus, Stol]'),
    fence('dialogue', 'file: karen'),
    '',
  ].join('\n\n'),
);

/** A course of one such lesson and a test. */
export function doingCourse(): Edition {
  const { 'films/ella.mp4': _, 'films/ella.da.vtt': __, 'films/ella.md': ___, ...files } = doneEdition;
  const parsed = parseEdition(new Map(Object.entries({ ...files, 'lessons/a.md': doing })), 'kursus/2026.1', {
    digest: (text) => String(text.length),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.edition;
}
