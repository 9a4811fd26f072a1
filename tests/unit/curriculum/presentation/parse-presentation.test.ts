import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFiles } from '#app/platform/open-world.server.ts';
import { parsePresentation } from '#curriculum/presentation/parse-presentation.ts';

const file = 'curriculum/courses/it-paedagogisk-vejleder/presentation.yaml';
const text = readFileSync(file, 'utf8');
const said = (changed: string) => {
  const parsed = parsePresentation(changed, file);
  return parsed.ok ? [] : parsed.problems.map(({ line, message }) => `${line} ${message}`);
};

test('the shipped presentations have no fault', () => expect(said(text)).toEqual([]));

test.each([
  ['a word that it does not know', `${text}price: free\n`, '"price" is not a word this file knows.'],
  [
    'a question with two right answers',
    text.replace(/(husket sin kode[^\n]*\n)/, '$1      right: true\n'),
    'Exactly one',
  ],
  ['a question with none', text.replace('      right: true\n', ''), 'Exactly one'],
  ['a text in one language', text.replace(/, en: "write a sheet[^"]*"/, ''), '"en" is missing.'],
])('%s is refused with its line', (_, changed, message) => {
  expect(changed).not.toBe(text);
  expect(said(changed).join()).toMatch(/^\d+ /);
  expect(said(changed).join()).toContain(message);
});

test('the question that everybody may try stands in no bank, so it gives no key of a test away', () => {
  const { editions, presentations } = readFiles().catalogue;
  for (const { question } of Object.values(presentations))
    for (const { banks } of editions)
      for (const bank of banks.values()) for (const each of bank) expect(each.text).not.toBe(question?.text.da);
});
