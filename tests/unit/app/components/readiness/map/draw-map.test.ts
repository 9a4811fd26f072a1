import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Fill, fillOf } from '#app/components/readiness/map/class-fills.ts';
import { type DrawnPlace, drawMap } from '#app/components/readiness/map/draw-map.server.ts';
import { drawSheet } from '#app/components/readiness/map/draw-sheet.server.ts';
import {
  bornholmBox,
  boxAround,
  capitalCodes,
  mapAttribution,
  mapBox,
  outlines,
  outlinesAsSvg,
} from '#app/components/readiness/map/outlines.server.ts';
import { isInRegion } from '#app/use-cases/readiness/views/is-in-region.ts';
import { layerNames, mapLayers } from '#curriculum/readiness/map-layers.ts';
import municipalities from '#db/places/municipalities.json';

const fills: Fill[] = ['dark', 'mid', 'soft', 'dots', 'hatch', 'lines', 'grid'];
const places: DrawnPlace[] = municipalities.map(({ code, name }, at) => {
  const fill = fills[at % fills.length]!;
  return { code, fill, label: `${name}: ${fill}` };
});
const words = { title: 'Landet', capital: 'Hovedstaden, forstørret' };
const drawn = drawMap({ ...words, places });
const labelsIn = (svg: string) =>
  [...svg.matchAll(/<path d="[^"]+"><title>(.*?)<\/title>/g)].map(([, label]) => label!);

/** Every tag that opens closes, and nothing between the tags could be read as one. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, close, name, empty] of svg.matchAll(/<(\/?)([a-z]+)(?: [\w-]+="[^"<&]*")* ?(\/?)>/gi)) {
    if (close && open.pop() !== name) return false;
    if (!close && !empty) open.push(name!);
  }
  const between = svg.replace(/<\/?[a-z]+(?: [\w-]+="[^"<&]*")* ?\/?>/gi, '');
  return open.length === 0 && !/[<>]|&(?!(amp|lt|gt|quot);)/.test(between);
}

describe('the map', () => {
  test('draws each of the 98 municipalities, and those around the capital once more, enlarged', () => {
    const labels = labelsIn(drawn);
    expect(labels).toHaveLength(98 + 17);
    expect(new Set(labels)).toEqual(new Set(places.map(({ label }) => label)));
    expect(labels.filter((label) => label.startsWith('København:'))).toHaveLength(2);
  });
  test.each(layerNames)('tells the classes of %s apart without colour, and hatches only what is unknown', (layer) => {
    const shown = mapLayers[layer].map((each) => fillOf(layer, each));
    expect(new Set(shown).size).toBe(shown.length);
    const unknown = mapLayers[layer].filter((each) => fillOf(layer, each) === 'hatch');
    expect(unknown.every((each) => ['uafklaret', 'unknown'].includes(each))).toBe(true);
    for (const [, id] of drawn.matchAll(/url\(#(\w+)\)/g)) expect(drawn).toContain(`<pattern id="${id}"`);
  });
  test('has a text with its finding and the source of the outlines', () => {
    expect(drawMap({ ...words, places, finding: '2 af 98 er klar.' })).toContain(
      `<title>Landet</title><desc>2 af 98 er klar. ${mapAttribution}</desc>`,
    );
    expect(mapAttribution).toContain('Indeholder data fra Styrelsen for Dataforsyning og Effektivisering');
  });
  test('uses no red', () => {
    for (const [, hex] of drawn.matchAll(/"#([0-9a-f]{3,6})"/g)) {
      const parts = hex!.length === 3 ? [...hex!].map((digit) => digit + digit) : hex!.match(/../g)!;
      const [red, green, blue] = parts.map((part) => Number.parseInt(part, 16));
      expect(red! - Math.max(green!, blue!)).toBeLessThan(16);
    }
  });
  test('says nothing about a municipality without a class: it is plain land under its name', () => {
    const labels = labelsIn(drawMap({ ...words, places: places.slice(0, 1) }));
    expect(labels).toContain('Herning');
    expect(labels.filter((label) => label.includes(': '))).toHaveLength(2);
  });
  test('escapes text that others wrote', () => {
    const label = '<script>"a" & b</script>';
    const svg = drawMap({
      places: [{ ...places[0]!, label }],
      title: '</title><x/>',
      finding: '</desc><y/>',
      capital: '<z>',
    });
    expect(svg).toContain('<title>&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;</title>');
    expect(svg).not.toContain('<x/>');
    expect(isWellFormed(svg)).toBe(true);
  });
  test('is a small SVG document without style or script', () => {
    expect(isWellFormed(drawn)).toBe(true);
    expect(drawn).not.toMatch(/style|script|href/);
    expect(gzipSync(drawn, { level: 1 }).length).toBeLessThan(46_000);
  });
  test('moves Bornholm into its box, and nothing else lies in it', () => {
    const isInside = ([x, y, x2, y2]: readonly number[], box: readonly number[]) =>
      x2! > box[0]! && x! < box[2]! && y2! > box[1]! && y! < box[3]!;
    const inBox = outlines.filter(({ box }) => isInside(box, bornholmBox));
    expect(inBox.map(({ name }) => name)).toEqual(['Bornholm']);
  });
  test('marks those that changed with an edge of their own', () => {
    const [first, ...rest] = places;
    expect(drawMap({ ...words, places: [{ ...first!, marked: true }, ...rest] })).toContain('stroke-width="34"');
    expect(drawn).not.toContain('stroke-width="34"');
  });
  test('can be drawn around some municipalities alone', () => {
    const box = boxAround(new Set(['0751', '0746']));
    expect(drawMap({ ...words, places, box })).toContain(
      `viewBox="${box[0]} ${box[1]} ${box[2] - box[0]} ${box[3] - box[1]}"`,
    );
    expect(box[2] - box[0]).toBeLessThan(mapBox[2] / 3);
  });
  test('has plain outlines for the links over it, each by its code', () => {
    expect(isWellFormed(outlinesAsSvg)).toBe(true);
    const codes = (letter: string) =>
      [...outlinesAsSvg.matchAll(new RegExp(`<path id="${letter}(\\d{4})"`, 'g'))].map(([, code]) => code!).sort();
    expect(codes('k')).toEqual(municipalities.map(({ code }) => code).sort());
    expect(codes('c')).toEqual([...capitalCodes].sort());
    expect(municipalities.filter(({ code }) => isInRegion({ code, region: '' }, 'hovedstaden'))).toHaveLength(17);
    expect([...capitalCodes].every((code) => isInRegion({ code, region: '' }, 'hovedstaden'))).toBe(true);
  });
  test('by itself has its title, its key with numbers and its source', () => {
    const sheet = drawSheet({
      ...{ places, title: '2 af 98 er klar', about: 'Pr. 1. marts.', capital: 'Hovedstaden' },
      classes: [{ fill: 'dark', label: 'Klar', count: 2 }],
    });
    expect(isWellFormed(sheet)).toBe(true);
    for (const text of ['2 af 98 er klar', 'Pr. 1. marts.', '2  Klar', 'Indeholder data fra'])
      expect(sheet).toContain(text);
  });
});
