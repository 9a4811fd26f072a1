import { expect, test } from 'vitest';
import { lixOf } from '#curriculum/content/measures/lix.ts';

test('LIX is the words in a sentence and the long words of a hundred', () => {
  expect(lixOf('Du ser op. Han går.\n')).toBe(2.5);
  expect(lixOf('Du ser selvbetjeningen.\n')).toBeCloseTo(3 + 100 / 3);
});

test('only prose counts: no exercise, figure, table, footnote or address', () => {
  const prose = 'Du ser op. Han går.';
  const shown = [
    'Du ser op.[^m1-f01] [Han](https://eksempelbiblioteket.example/vejledning) går.',
    '![Vejledningssituationen](figures/vejledningssituationen.svg "Selvbetjeningen.")',
    '```check\nid: navigationsseddel\n```',
    '| Selvbetjening | Navigationsseddel |\n|---|---|',
  ];
  expect(lixOf(`${shown.join('\n\n')}\n`)).toBe(lixOf(`${prose}\n`));
});

test('a word of the glossary counts as it is shown', () => expect(lixOf('Du ser [[den|selvbetjening]] nu.\n')).toBe(4));

test('a text without words is not hard', () => expect(lixOf('```check\nid: a\n```\n')).toBe(0));
