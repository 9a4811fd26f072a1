import { expect, test } from 'vitest';
import { readForm } from '#app/platform/form.server.ts';

const sent = (form: FormData) => readForm(new Request('http://x/', { method: 'POST', body: form }));

test('a line break in a form counts as one letter, as it does in the browser', async () => {
  const form = new FormData();
  form.append('text', 'a\r\nb');
  form.append('note', 'c\r\nd');
  const read = await sent(form);
  expect([read.text('text'), read.all('note'), read.under('no')]).toEqual(['a\nb', ['c\nd'], { te: 'c\nd' }]);
});

test('a form contains a chosen file even if it is empty, and nothing for a field without a file', async () => {
  const form = new FormData();
  form.append('file', new File([], ''));
  expect((await sent(form)).files('file')).toEqual([]);
  form.append('file', new File([], 'tom.pdf'));
  expect((await sent(form)).files('file').map(({ name, size }) => [name, size])).toEqual([['tom.pdf', 0]]);
});

test.each([
  [{ 'from.day': '1', 'from.month': '3', 'from.year': '2027' }, '2027-03-01'],
  [{ 'from.day': ' 24 ', 'from.month': '11', 'from.year': '2026' }, '2026-11-24'],
  [{ 'from.day': '24.11.2026', 'from.month': '', 'from.year': '' }, '2026-11-24'],
  [{ 'from.day': '2026-11-24', 'from.month': '', 'from.year': '' }, '2026-11-24'],
  [{ from: '2026-11-24' }, '2026-11-24'],
  [{ from: '1.3.2027' }, '2027-03-01'],
  [{ 'from.day': '31', 'from.month': '2', 'from.year': '2026' }, '31.2.2026'],
  [{ 'from.day': '1', 'from.month': '3', 'from.year': '27' }, '1.3.27'],
  [{ 'from.day': '', 'from.month': '3', 'from.year': '2026' }, '.3.2026'],
  [{ 'from.day': '', 'from.month': '', 'from.year': '' }, ''],
  [{}, ''],
])('a date field sent as %j is read as %j', async (fields, day) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  expect((await sent(form)).day('from')).toBe(day);
});

test.each([
  ['9', '09:00'],
  ['9.30', '09:30'],
  ['13:05', '13:05'],
  ['0930', '09:30'],
  ['kl. 14', '14:00'],
  ['', ''],
  ['halv ti', 'halv ti'],
  ['9.3', '9.3'],
])('a time of day written as "%s" is read as "%s"', async (typed, clock) => {
  const form = new FormData();
  form.append('startsAt', typed);
  expect((await sent(form)).clock('startsAt')).toBe(clock);
});
