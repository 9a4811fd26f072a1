import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapName } from '#app/components/course-line/wrap-name.ts';

test('a name keeps its words, in lines that fit', () =>
  expect(wrapName('Prøve: Log ind som virksomhed')).toEqual(['Prøve: Log', 'ind som', 'virksomhed']));

test('a long word is divided where its parts meet, and what does not fit ends in three dots', () => {
  expect(wrapName('Oplæg og navigationsseddel')).toEqual(['Oplæg og', 'navigations-', 'seddel']);
  expect(wrapName('virksomhedsregistrering')).toEqual(['virksomheds-', 'registrering']);
  expect(wrapName('confidentiality')).toEqual(['confiden-', 'tiality']);
  expect(wrapName('En meget lang titel paa et trin som ingen kan huske')).toHaveLength(4);
  expect(wrapName('En meget lang titel paa et trin som ingen kan huske').at(-1)).toMatch(/…$/);
});

test('no line of any name is longer than a cell, and there are four at most', () =>
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 120 }), (name) => {
      const lines = wrapName(name);
      expect(lines.length).toBeLessThanOrEqual(4);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(14);
    }),
  ));
