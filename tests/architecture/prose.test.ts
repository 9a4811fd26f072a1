import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Where a free-text control is written without `Field` or `TextArea`, which say whether it holds prose, and why. */
const byHand: Record<string, string> = {
  'app/components/base/date-field.tsx input': 'Day, month and year as numbers.',
  'app/components/base/field.tsx input': 'Field itself.',
  'app/components/base/field.tsx textarea': 'TextArea itself.',
  'app/components/base/kept-words.tsx textarea':
    'It shows prose that was given back; it is read-only and is never sent.',
  'app/components/public-help/help-search.tsx input': 'A search, in the address.',
  'app/components/quiz/kinds/cloze.tsx input': 'The gaps of a text: the form of the question marks them as prose.',
  'app/routes/glossary.tsx input': 'A search, in the address.',
  'app/routes/people.tsx input': 'A search, in the address.',
  'app/routes/search.tsx input': 'A search, in the address.',
};

const takesNoText = /\stype=("(hidden|radio|checkbox|file)"|\{type\})/;

test('every control for free text says whether it holds prose, or is excused here', () => {
  const found = readdirSync('app', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
    .map((entry) => path.posix.join(entry.parentPath.replaceAll(path.sep, '/'), entry.name))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<(input|textarea)\b((?:=>|[^>])*)>/g)]
        .filter(([, is, attributes]) => is === 'textarea' || !takesNoText.test(attributes!))
        .map(([, is]) => `${file} ${is}`),
    );
  expect([...new Set(found)].sort()).toEqual(Object.keys(byHand).sort());
});
