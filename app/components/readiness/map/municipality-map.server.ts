import { escapeHtml } from '#app/platform/escape-html.ts';
import { colours } from '#app/styles/colours.ts';
import type { MapClass } from '#curriculum/readiness/readiness-of.ts';
import map from './map-paths.json';

export type MapRow = { code: string; name: string; mapClass: MapClass; label: string };

type Drawn = MapClass | 'land';

const light = colours.white;
const dark = colours.grey;

/** Drawn in this order: light edges first, so that a dotted or hatched neighbour keeps its dark edge. */
const drawnAs: Record<Drawn, { fill: string; edge: string }> = {
  klar: { fill: colours.petrol, edge: light },
  bemandet: { fill: colours['petrol-mid'], edge: light },
  'under-uddannelse': { fill: colours['petrol-soft'], edge: light },
  land: { fill: colours.land, edge: dark },
  'ikke-i-gang': { fill: 'url(#dots)', edge: dark },
  uafklaret: { fill: 'url(#hatch)', edge: dark },
};

// The outlines have one decimal, so everything is drawn ten times as large and the coordinates are integers.
const defs = [
  '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="scale(10) rotate(45)">',
  `<rect width="7" height="7" fill="${colours.white}"/><rect width="2.2" height="7" fill="${colours['ink-2']}"/></pattern>`,
  '<pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="scale(10)">',
  `<rect width="8" height="8" fill="${colours['paper-light']}"/><circle cx="4" cy="4" r="1.1" fill="${colours.grey}"/></pattern></defs>`,
].join('');

export const mapAttribution: string = map.attribution;
export const mapViewBox: string = map.viewBox;

/** The bare outlines by municipality code. They are the same on every day, so links can be placed over any map. */
export const municipalityOutlines: string = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${map.viewBox}">`,
  ...map.paths.map(({ code, d }) => `<path id="k${code}" d="${d}"/>`),
  '</svg>',
].join('');

/**
 * The country as a separate SVG document: shades of petrol, dots for municipalities that have not started and a hatch
 * for unknown. It stays readable in greyscale, and unknown is never red. A municipality without a row is plain land,
 * because nothing is said about it. It is shown as an image; the table says the same in words.
 */
export function municipalityMap(rows: readonly MapRow[], title: string, finding = ''): string {
  const known = new Map(rows.map((row) => [row.code, row]));
  const [x, y, width, height] = map.insetBox as [number, number, number, number];
  const outlines = new Map<Drawn, string[]>();
  for (const { code, name, d } of map.paths) {
    const row = known.get(code);
    const drawn = row?.mapClass ?? 'land';
    const outline = `<path d="${d}"><title>${escapeHtml(row?.label ?? name)}</title></path>`;
    outlines.set(drawn, [...(outlines.get(drawn) ?? []), outline]);
  }
  const groups = (Object.keys(drawnAs) as Drawn[])
    .filter((each) => outlines.has(each))
    .map((each) => {
      const { fill, edge } = drawnAs[each];
      return `<g id="${each}" fill="${fill}" stroke="${edge}">${outlines.get(each)!.join('')}</g>`;
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="${map.viewBox}" stroke-width="10" stroke-linejoin="round">`,
    `<title>${escapeHtml(title)}</title>`,
    `<desc>${escapeHtml(`${finding} ${mapAttribution}`.trim())}</desc>`,
    defs,
    ...groups,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="${colours['rule-strong']}" stroke-dasharray="30 40"/>`,
    '</svg>',
  ].join('');
}
