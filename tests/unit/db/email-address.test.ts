import { expect, test } from 'vitest';
import { emailAddressOf } from '#db/email-address.ts';

test.each([
  ['with capitals and spaces', ' Eva@Bib.Example '],
  ['with a zero-width space', 'eva@bib.example\u200b'],
  ['with a mark of direction', '\u200eeva@bib.example'],
  ['with a soft hyphen', 'eva@bib\u00ad.example'],
  ['with a no-break space', '\u00a0eva@bib.example\u00a0'],
  ['as a link', 'mailto:eva@bib.example'],
  ['in angle brackets', '<eva@bib.example>'],
  ['with its name', 'Eva Eksempel <eva@bib.example>;'],
  ['with a semicolon', 'eva@bib.example;'],
  ['with a full stop', 'eva@bib.example.'],
])('an address %s is the same address', (_, written) => {
  expect(emailAddressOf(written)).toBe('eva@bib.example');
});

test('a domain with Danish letters is one domain, composed or not, and in punycode', () => {
  const spelled = 'lån@bøger.example';
  for (const written of [spelled, 'LÅN@BØGER.example', spelled.normalize('NFD'), 'lån@xn--bger-gra.example'])
    expect(emailAddressOf(written), written).toBe(spelled);
});

test.each([
  '',
  'eva',
  'eva@',
  '@bib.example',
  'eva@bib',
  'e va@bib.example',
  'eva@bib..example',
  'a@b.dk, c@d.dk',
  'eva@bib.example/x',
  `${'x'.repeat(250)}@bib.example`,
])('%s is no address', (written) => {
  expect(emailAddressOf(written)).toBeUndefined();
});
