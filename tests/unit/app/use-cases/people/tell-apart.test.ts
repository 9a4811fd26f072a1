import { expect, test } from 'vitest';
import { tellApart } from '#app/use-cases/people/tell-apart.ts';

const named = (id: string, name: string, email: string | null = null) => ({ id, name, email });
const names = (...rows: ReturnType<typeof named>[]) => tellApart(rows, { who: ({ id }) => id }).map(({ name }) => name);

test('two people of one name get their addresses, and others keep their names', () => {
  expect(names(named('1', 'Zenia', 'a@b.dk'), named('2', 'zenia', 'c@d.dk'), named('3', 'Vera', 'e@f.dk'))).toEqual([
    'Zenia (a@b.dk)',
    'zenia (c@d.dk)',
    'Vera',
  ]);
});

test('one person in two rows is nobody else, and people without an address are counted', () => {
  expect(names(named('1', 'Zenia'), named('1', 'Zenia'))).toEqual(['Zenia', 'Zenia']);
  expect(names(named('1', 'Zenia'), named('2', 'Zenia'), named('1', 'Zenia'))).toEqual([
    'Zenia (1)',
    'Zenia (2)',
    'Zenia (1)',
  ]);
});
