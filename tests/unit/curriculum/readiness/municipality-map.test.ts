import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  type MapRow,
  mapAttribution,
  municipalityMap,
  municipalityOutlines,
} from '#app/components/readiness/map/municipality-map.server.ts';
import municipalities from '#db/places/municipalities.json';

const classes = ['klar', 'bemandet', 'under-uddannelse', 'ikke-i-gang', 'uafklaret'] as const;
const rows: MapRow[] = municipalities.map(({ code, name }, at) => {
  const mapClass = classes[at % classes.length]!;
  return { code, name, mapClass, label: `${name}: ${mapClass}` };
});
const drawn = municipalityMap(rows, 'Landet');
const groupsOf = (svg: string) =>
  new Map(
    [...svg.matchAll(/<g id="([^"]+)" fill="([^"]+)" stroke="[^"]+">(.*?)<\/g>/g)].map(([, id, fill, body]) => [
      id!,
      { fill: fill!, labels: [...body!.matchAll(/<title>(.*?)<\/title>/g)].map(([, label]) => label!) },
    ]),
  );

/** Every tag that opens closes, and nothing between the tags could be read as one. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, close, name, empty] of svg.matchAll(/<(\/?)([a-z]+)(?: [\w-]+="[^"<&]*")*(\/?)>/gi)) {
    if (close && open.pop() !== name) return false;
    if (!close && !empty) open.push(name!);
  }
  const between = svg.replace(/<\/?[a-z]+(?: [\w-]+="[^"<&]*")*\/?>/gi, '');
  return open.length === 0 && !/[<>]|&(?!(amp|lt|gt|quot);)/.test(between);
}

describe('the map', () => {
  test('draws each of the 98 municipalities once, in its class', () => {
    expect(drawn.match(/<path /g)).toHaveLength(98);
    const groups = groupsOf(drawn);
    expect([...groups.keys()]).toEqual(classes);
    for (const mapClass of classes)
      expect(groups.get(mapClass)!.labels.sort()).toEqual(
        rows
          .filter((row) => row.mapClass === mapClass)
          .map(({ label }) => label)
          .sort(),
      );
  });
  test('distinguishes the classes without colour: unknown ones are hatched, those that have not begun are dotted', () => {
    const fills = [...groupsOf(drawn).values()].map(({ fill }) => fill);
    expect(new Set(fills).size).toBe(classes.length);
    expect(groupsOf(drawn).get('uafklaret')!.fill).toBe('url(#hatch)');
    expect(groupsOf(drawn).get('ikke-i-gang')!.fill).toBe('url(#dots)');
    for (const [, id] of drawn.matchAll(/url\(#(\w+)\)/g)) expect(drawn).toContain(`<pattern id="${id}"`);
  });
  test('has a text with its finding and the source of the outlines', () => {
    expect(municipalityMap(rows, 'Landet', '2 af 98 er klar.')).toContain(
      `<title>Landet</title><desc>2 af 98 er klar. ${mapAttribution}</desc>`,
    );
  });
  test('uses no red', () => {
    for (const [, hex] of drawn.matchAll(/"#([0-9a-f]{3,6})"/g)) {
      const [red, green, blue] = (hex!.length === 3 ? [...hex!].map((c) => c + c) : hex!.match(/../g)!).map((c) =>
        Number.parseInt(c, 16),
      );
      expect(red! - Math.max(green!, blue!)).toBeLessThan(16);
    }
  });
  test('shows nothing for a municipality without a row', () => {
    const one = groupsOf(municipalityMap(rows.slice(0, 1), 'Landet'));
    expect([...one.keys()]).toEqual(['klar', 'land']);
    expect(one.get('land')!.labels).toHaveLength(97);
    expect(one.get('land')!.labels).toContain('Herning');
  });
  test('escapes text that others wrote', () => {
    const svg = municipalityMap([{ ...rows[0]!, label: '<script>"a" & b</script>' }], '</title><x/>', '</desc><y/>');
    expect(svg).toContain('<title>&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;</title>');
    expect(svg).not.toContain('<x/>');
    expect(isWellFormed(svg)).toBe(true);
  });
  test('is a small SVG document without style or script', () => {
    expect(isWellFormed(drawn)).toBe(true);
    expect(drawn).not.toMatch(/style|script|href/);
    expect(gzipSync(drawn, { level: 1 }).length).toBeLessThan(40_000);
  });
  test('draws Bornholm in a frame, because it is moved', () => {
    const [x, y, width, height] = drawn
      .match(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" fill="none"/)!
      .slice(1)
      .map(Number) as [number, number, number, number];
    const [startX, startY] = drawn
      .match(/<path d="M(\d+) (\d+)l[^"]*"><title>Bornholm/)!
      .slice(1)
      .map(Number) as [number, number];
    expect(startX > x && startX < x + width && startY > y && startY < y + height).toBe(true);
  });
  test('has plain outlines for the links over it, each by its code', () => {
    expect(isWellFormed(municipalityOutlines)).toBe(true);
    const codes = [...municipalityOutlines.matchAll(/<path id="k(\d{4})"/g)].map(([, code]) => code);
    expect(codes.sort()).toEqual(municipalities.map(({ code }) => code).sort());
  });
  test('names the source of the outlines', () => {
    expect(mapAttribution).toContain('Indeholder data fra Geodatastyrelsen');
  });
});

describe('the municipalities', () => {
  test("are 98, each once, and with Christiansø their people add up to the country's", () => {
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(98);
    expect(municipalities.reduce((sum, { population }) => sum + population, 84)).toBe(5_822_763);
  });
  test('have a library number that is derived from their code', () => {
    for (const { code, libraryNumber } of municipalities) expect(libraryNumber).toBe(`7${code.slice(1)}00`);
  });
  test('lie in five regions now and in four from 2027', () => {
    expect(new Set(municipalities.map(({ region }) => region)).size).toBe(5);
    expect(new Set(municipalities.map(({ regionFrom2027 }) => regionFrom2027)).size).toBe(4);
  });
  test('had five pilots', () => {
    const pilots = municipalities.filter(({ pilot2012 }) => pilot2012).map(({ name }) => name);
    expect(pilots.sort()).toEqual(['Esbjerg', 'Herning', 'Horsens', 'Odense', 'Rudersdal']);
  });
});
