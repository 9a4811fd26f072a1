import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalDataIn } from '#curriculum/guidance/personal-data.ts';

describe('a text that looks like a person or a firm', () => {
  test.each([
    ['011280-1234', 'cpr'],
    ['0112801234', 'cpr'],
    ['hun har 011280 1234', 'cpr'],
    ['01 12 80 - 1234', 'cpr'],
    ['０１１２８０-１２３４', 'cpr'],
    ['CVR 12345678', 'cvr'],
    ['firmaet (12 345 678)', 'cvr'],
    ['ring 20 30 40 50', 'phone'],
    ['20.30.40.50', 'phone'],
    ['+45 20304050', 'phone'],
    ['0045 20 30 40 50', 'phone'],
    ['vera@firma.dk', 'email'],
    ['vera (at) firma.dk', 'email'],
    ['vera(snabel-a)firma.dk', 'email'],
  ])('"%s" is found', (text, kind) => expect(personalDataIn(text)).toBe(kind));

  test.each([
    '',
    'Borgerservice i Herning',
    'SKATs hotline, åben 9-16',
    'Lov nr. 603 af 31/05/2023',
    'fristen 01.12.2026',
    'fristen 2026-12-01',
    'tast 1, så 2',
    'blanket 04.028',
    'kl. 10.30-11.00',
  ])('"%s" passes', (text) => expect(personalDataIn(text)).toBeUndefined());

  test('is found wherever it stands and however its digits are set apart', () => {
    const sign = fc.constantFrom('', ' ', '-', '.', '/', ' - ');
    const around = fc.constantFrom('', 'se ', 'borger: ', ' mv.');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.nat(9999), sign, around, around, (born, rest, between, a, b) => {
        const cpr = `${String(born).padStart(2, '0')}1280${between}${String(rest).padStart(4, '0')}`;
        expect(personalDataIn(`${a}${cpr}${b}`), cpr).toBeDefined();
      }),
    );
  });
});
