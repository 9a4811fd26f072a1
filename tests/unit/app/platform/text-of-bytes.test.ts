import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { textOfBytes } from '#app/platform/text-of-bytes.server.ts';

const names = 'fornavn;efternavn\nSøren;Ågård Eksempel\nLærke;Øster Eksempel\n';
const twice = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));

test.each(['windows-1252', 'macintosh', 'cp850'] as const)(
  'a file of the time of %s is read in that encoding',
  (encoding) => {
    for (const text of [names, 'René Eksempel', 'SØREN ÆRØ', 'Åse', 'Ærlig', 'åse', 'José Müller'])
      expect(textOfBytes(iconv.encode(text, encoding)), text).toEqual({ text, encoding });
  },
);

test.each(['Žarko', 'Miloš', 'Conor O’Neill', 'Šime Müller'])(
  '%s in Windows letters is taken for nothing else',
  (text) => {
    expect(textOfBytes(iconv.encode(text, 'windows-1252'))).toEqual({ text, encoding: 'windows-1252' });
  },
);

test('UTF-8 is read as it is, also when it was encoded twice or three times', () => {
  const read = (text: string) => textOfBytes(Buffer.from(text, 'utf8'));
  for (const text of [names, 'Ole Eksempel', '漢 Eksempel'])
    expect(read(text), text).toEqual({ text, encoding: 'utf-8' });
  expect(read(`\uFEFF${names}`)?.text.replace(/^\uFEFF/, '')).toBe(names);
  for (const wrong of [twice(names), twice(twice(names)), twice(`\uFEFF${names}`)])
    expect(read(wrong), wrong).toEqual({ text: names, encoding: 'twice-utf-8' });
  const oneRow = names.replace('Søren', twice('Søren'));
  expect(read(oneRow)).toEqual({ text: oneRow, encoding: 'utf-8' });
});

test('UTF-16, which Excel calls Unicode text, is read with and without its mark', () => {
  for (const [encoding, mark] of [
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
  ] as const)
    expect(textOfBytes(iconv.encode(names, encoding, { addBOM: mark })), encoding).toEqual({
      text: names,
      encoding: 'utf-16',
    });
});

test('letters that make no words in any encoding are not guessed', () => {
  expect(textOfBytes(Buffer.from('S\x01r\xf7n \xb2\xb3 \xa9\xa9\xa9', 'latin1'))).toBeUndefined();
});
