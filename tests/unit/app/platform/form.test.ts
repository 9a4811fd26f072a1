import { expect, test } from 'vitest';
import { readForm } from '#app/platform/form.server.ts';

const sent = (form: FormData) => readForm(new Request('http://x/', { method: 'POST', body: form }));

test('a line break is one letter, as the field counted it', async () => {
  const form = new FormData();
  form.append('text', 'a\r\nb');
  form.append('note', 'c\r\nd');
  const read = await sent(form);
  expect([read.text('text'), read.all('note'), read.under('no')]).toEqual(['a\nb', ['c\nd'], { te: 'c\nd' }]);
});

test('a file that was chosen is there, also when there is nothing in it; a field without a file is not', async () => {
  const form = new FormData();
  form.append('file', new File([], ''));
  expect((await sent(form)).files('file')).toEqual([]);
  form.append('file', new File([], 'tom.pdf'));
  expect((await sent(form)).files('file').map(({ name, size }) => [name, size])).toEqual([['tom.pdf', 0]]);
});
