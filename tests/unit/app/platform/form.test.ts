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
