import { expect, test } from 'vitest';
import { contradictionsOf } from '#app/use-cases/holds/seats/contradictions-of.ts';
import { readImport } from '#app/use-cases/holds/seats/read-import.ts';

const head = 'fornavn;efternavn;arbejdsmail;biblioteksnummer';
const row = 'Åse;Eksempel;aase@b.example;765700';
const emails = (text: string) => {
  const read = readImport(text);
  return read.ok ? read.rows.map(({ line, email, overfull }) => [line, email, overfull]) : read;
};

test.each([
  ['as Excel begins it', `sep=;\r\n${head}\r\n${row}\r\n`, [[3, 'aase@b.example', false]]],
  ['with a separator of its own', `sep=|\n${head}\n${row}\n`.replaceAll(';', '|'), [[3, 'aase@b.example', false]]],
  [
    'with a cell too many on one line',
    `${head}\n${row};mere\n${row};\n`,
    [
      [2, 'aase@b.example', true],
      [3, 'aase@b.example', false],
    ],
  ],
  ['with a column twice', `${head};ARBEJDSMAIL\n${row};x@b.example\n`, { reason: 'same-column', name: 'arbejdsmail' }],
  ['with two columns without a name', `${head};;\n${row}\n`, [[2, 'aase@b.example', false]]],
  ['with tabs', `${head}\n${row}\n`.replaceAll(';', '\t'), [[2, 'aase@b.example', false]]],
  ['from a Mac', `${head}\r${row}\r`, [[2, 'aase@b.example', false]]],
  ['of nothing', '', { reason: 'empty' }],
  ['of blank lines', '\uFEFF\r\n \r\n', { reason: 'empty' }],
  ['that is a PDF', '%PDF-1.7\n%…', { reason: 'not-csv' }],
  ['that is a spreadsheet', 'PK\u0003\u0004 a spreadsheet', { reason: 'not-csv' }],
  ['that is a picture', '‰PNG\r\n\u001a\n', { reason: 'not-csv' }],
])('an import file %s', (_, text, answer) => {
  if (Array.isArray(answer)) expect(emails(text)).toEqual(answer);
  else expect(emails(text)).toMatchObject({ ok: false, ...answer });
});

test('an address is read as one address however it is written', () => {
  const written = [
    'eva@b.example\u200b',
    'mailto:eva@b.example',
    '<eva@b.example>',
    '"eva@b.example;"',
    'eva@b.example.',
    '\u00a0Eva@b.example',
  ];
  const read = readImport(`${head}\n${written.map((email) => `Eva;Eksempel;${email};765700`).join('\n')}`);
  expect(read.ok && read.rows.map(({ email }) => email)).toEqual(written.map(() => 'eva@b.example'));
});

test('where one of three lines about a person says otherwise, all three are contradicted', () => {
  const rows = [
    'Eva;Eksempel;e@b.example;765700',
    'Eva;Eksempel;e@b.example;765700',
    'Eva;Eksempel;e@b.example;761500',
  ];
  const contradicted = (order: number[]) => {
    const read = readImport([head, ...order.map((at) => rows[at]!)].join('\n'));
    return read.ok ? [...contradictionsOf(read.rows)].sort() : read;
  };
  expect(contradicted([0, 1, 2])).toEqual([
    [2, 4],
    [3, 4],
    [4, 2],
  ]);
  expect(contradicted([0, 2, 1])).toEqual([
    [2, 3],
    [3, 2],
    [4, 3],
  ]);
  expect(contradicted([0, 1])).toEqual([]);
});
