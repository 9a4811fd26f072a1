import { expect, test } from 'vitest';
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
  ['of nothing', '', { reason: 'empty' }],
  ['of blank lines', '\uFEFF\r\n \r\n', { reason: 'empty' }],
  ['that is a PDF', '%PDF-1.7\n%…', { reason: 'not-csv' }],
  ['that is a spreadsheet', 'PK\u0003\u0004 a spreadsheet', { reason: 'not-csv' }],
  ['that is a picture', '‰PNG\r\n\u001a\n', { reason: 'not-csv' }],
])('an import file %s', (_, text, answer) => {
  if (Array.isArray(answer)) expect(emails(text)).toEqual(answer);
  else expect(emails(text)).toMatchObject({ ok: false, ...answer });
});
