import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The colours of one theme by name, as _colours.scss lists them. */
function themeOf(name: 'colours' | 'dark'): ReadonlyMap<string, string> {
  const list = new RegExp(`\\$${name}: \\(([^)]*)\\)`).exec(readFileSync('app/styles/_colours.scss', 'utf8'))![1]!;
  return new Map([...list.matchAll(/'([\w-]+)': (#[0-9a-f]{3,6})/g)].map(([, key, value]) => [key!, value!]));
}

/** Relative luminance of "#abc" or "#aabbcc" (WCAG 2.2). */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((each) => each + each) : hex.slice(1).match(/../g)!;
  const [r, g, b] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const themes = { light: themeOf('colours'), dark: themeOf('dark') };

test('the dark theme has every colour of the light one', () =>
  expect([...themes.dark.keys()]).toEqual([...themes.light.keys()]));

test.each(Object.entries(themes))(
  'in the %s theme, text can be read on every ground it stands on',
  (_theme, colour) => {
    const pairs = [
      ...['ink', 'ink-2', 'petrol', 'petrol-dark', 'red'].flatMap((text) =>
        ['white', 'paper', 'paper-light', 'petrol-wash', 'amber-pale', 'amber-wash', 'red-pale'].map((ground) => [
          text,
          ground,
        ]),
      ),
      ['grey', 'white'],
      ...['petrol', 'petrol-dark', 'red', 'ink'].map((ground) => ['white', ground]),
    ] as [string, string][];
    const faint = pairs.filter(([text, ground]) => contrast(colour.get(text)!, colour.get(ground)!) < 4.5);
    expect(faint).toEqual([]);
  },
);

test.each(Object.entries(themes))(
  'in the %s theme, edges and marks stand out from the page by 3 to 1',
  (_theme, colour) => {
    const faint = ['rule-strong', 'petrol-mid', 'petrol', 'grey', 'black'].filter(
      (edge) => contrast(colour.get(edge)!, colour.get('white')!) < 3,
    );
    expect(faint).toEqual([]);
  },
);
