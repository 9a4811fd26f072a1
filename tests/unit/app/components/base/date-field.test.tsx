import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { DateField } from '#app/components/base/date-field.tsx';

const valuesIn = (html: string) => [...html.matchAll(/<input[^>]* value="([^"]*)"/g)].map(([, value]) => value);
const field = (more: { defaultValue?: string; error?: string; hint?: string }) =>
  renderToStaticMarkup(<DateField id="from" name="start" label="Fra og med" {...more} />);

test('a date field shows a day in three parts, and what was no day as it was typed', () => {
  expect(valuesIn(field({ defaultValue: '2026-03-01' }))).toEqual(['1', '3', '2026']);
  expect(valuesIn(field({ defaultValue: '31.2.27' }))).toEqual(['31', '2', '27']);
  expect(valuesIn(field({ defaultValue: 'snart' }))).toEqual(['snart', '', '']);
  expect(valuesIn(field({}))).toEqual(['', '', '']);
});

test('a date field has its label as legend, and its hint and error on each part; the first part has the id of the field', () => {
  const html = field({ error: 'Skriv en dag.', hint: 'Kan udelades' });
  expect(html).toContain('<legend>Fra og med</legend>');
  expect(html.match(/<input[^>]*aria-invalid="true"[^>]*aria-describedby="from-hint from-error"/g)).toHaveLength(3);
  expect([...html.matchAll(/<input[^>]* id="([^"]+)" name="([^"]+)"/g)].map(([, id, name]) => [id, name])).toEqual([
    ['from', 'start.day'],
    ['from-month', 'start.month'],
    ['from-year', 'start.year'],
  ]);
  expect(field({})).not.toContain('aria-invalid');
});
