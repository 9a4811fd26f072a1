import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linksIn } from '#curriculum/content/links-in.ts';

const hrefs = (text: string) => linksIn(text).flatMap(({ href }) => href ?? []);

test.each([
  ["teachtoteach.dk: 'målet er at skabe selvhjulpne brugere'", ['https://teachtoteach.dk']],
  ['skat.dk, Momsfrister; info.skat.dk', ['https://skat.dk', 'https://info.skat.dk']],
  ['mitid-erhverv.dk/en/about/roles.', ['https://mitid-erhverv.dk/en/about/roles']],
  ['https://www.retsinformation.dk/eli/lta/2014/433 (§ 27)', ['https://www.retsinformation.dk/eli/lta/2014/433']],
  ["Herskin, 'Planlægning af it-undervisning' (IT- og Telestyrelsen 2009)", []],
  ['1. beretning', []],
  ['skriv til vera@herning.dk', []],
])('%s', (text, addresses) => expect(hrefs(text)).toEqual(addresses));

test('no letter of a text is lost, and every address is a web address', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'skat.dk',
          'skat.dk/a,',
          ' ',
          '. ',
          'https://x.eu/',
          '(',
          ')',
          'javascript:alert(1)',
          '@',
          'ord',
        ),
      ),
      (parts) => {
        const text = parts.join('');
        const pieces = linksIn(text);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const href of hrefs(text)) expect(href).toMatch(/^https?:\/\//);
      },
    ),
  ));
