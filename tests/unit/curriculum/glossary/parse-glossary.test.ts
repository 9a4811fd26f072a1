import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseGlossary, termNamed } from '#curriculum/glossary/parse-glossary.ts';

const shipped = parseGlossary(readFileSync('curriculum/glossary/terms.yaml', 'utf8'), 'terms.yaml');

test('the shipped glossary can be read', () => expect(shipped).toMatchObject({ ok: true }));

test('a term is found by its Danish word, whatever its capitals', () => {
  if (!shipped.ok) throw new Error('the glossary cannot be read');
  expect(termNamed(shipped.glossary, ' Passagersyndrom ')?.term.en).toBe('passenger syndrome');
  expect(termNamed(shipped.glossary, 'findes ikke')).toBeUndefined();
});

const entry = (id: string, da: string) =>
  `  - id: ${id}\n    term: { da: "${da}", en: "x" }\n    means: { da: "a", en: "b" }\n`;

test.each([
  ['the same word twice', entry('a', 'Fuldmagt') + entry('b', 'fuldmagt'), 6, '"fuldmagt" is there already.'],
  ['the same id twice', entry('a', 'Fuldmagt') + entry('a', 'bevis'), 5, '"a" is there already.'],
  [
    'a meaning without English',
    '  - id: a\n    term: { da: "x", en: "y" }\n    means: { da: "z" }\n',
    4,
    '"en" is missing.',
  ],
])('%s is refused with its line', (_what, rows, line, message) => {
  const read = parseGlossary(`terms:\n${rows}`, 'terms.yaml');
  expect(read.ok ? [] : read.problems.map((each) => [each.line, each.message])).toEqual([[line, message]]);
});
