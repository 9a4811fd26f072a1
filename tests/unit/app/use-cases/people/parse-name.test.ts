import { expect, test } from 'vitest';
import { parseName } from '#app/use-cases/people/parse-name.ts';
import { wholeName } from '#app/use-cases/people/whole-name.ts';

const nameOf = (givenName: string, familyName: string) => {
  const name = parseName({ givenName, familyName });
  return name.ok ? wholeName(name) : name.reason;
};

test('one name is enough, first or last, and a dash is none', () => {
  expect(nameOf('Suharto', '')).toBe('Suharto');
  expect(nameOf(' ', 'Suharto')).toBe('Suharto');
  expect(nameOf('Suharto', '-')).toBe('Suharto');
  expect(nameOf('-', ' ')).toBe('no-name');
});

test('a name is kept composed, with single spaces and without what nobody sees', () => {
  expect(nameOf(' Anna\u00a0 \u200bMarie', '\u202eEksempel\u0000')).toBe('Anna Marie Eksempel');
  expect(nameOf('Rene\u0301', '\u0301Eksempel')).toBe('Ren\u00e9 Eksempel');
});

test.each(['S\uFFFDren', 'S\u00bfren', '\u00ae\u2021ge', 'Anna 🙂', 'Anna €', 'a@b'])('%s is no name', (name) => {
  expect(nameOf(name, 'Eksempel')).toBe('not-a-name');
});

test.each(['O’Neill', 'D´Angelo', 'Anna-Marie', 'Jr.', 'Çağla', '漢', 'Nguyễn', 'Anna "Anni"', 'X Æ A-12'])(
  '%s is a name',
  (name) => {
    expect(nameOf(name, 'Eksempel')).toBe(`${name} Eksempel`);
  },
);
