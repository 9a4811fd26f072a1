import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('no form has the browser’s own date field, which speaks the language of the browser and not of the page', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  expect(files).toContain('components/base/date-field.tsx');
  const dated = /\btype=(?:"|\{?'|\{")(?:date|datetime-local|month|week)\b|\btype: 'date'/;
  expect(files.filter((file) => dated.test(readFileSync(`app/${file}`, 'utf8')))).toEqual([]);
});
