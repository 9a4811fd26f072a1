import { escapeHtml } from '#app/platform/escape-html.ts';
import { colours } from '#app/styles/colours.ts';
import type { Fill } from './class-fills.ts';
import {
  type Box,
  bornholmBox,
  capitalBox,
  capitalOutlines,
  mapAttribution,
  mapBox,
  outlines,
  viewBoxOf,
} from './outlines.server.ts';

export type DrawnPlace = { code: string; label: string; fill: Fill; marked?: boolean };
type Asked = {
  places: readonly DrawnPlace[];
  title: string;
  /** What the map shows, in a sentence, for those who do not see it. */
  finding?: string;
  /** The part of the country that is drawn. */
  box?: Box;
  /** Stands over the enlarged capital. */
  capital: string;
};

const light = colours.white;
const dark = colours.grey;

/** Drawn in this order: light edges first, so that a dotted or hatched neighbour keeps its dark edge. */
export const drawnAs: Record<Fill | 'land', { fill: string; edge: string }> = {
  dark: { fill: colours.petrol, edge: light },
  mid: { fill: colours['petrol-mid'], edge: light },
  soft: { fill: colours['petrol-soft'], edge: light },
  land: { fill: colours.land, edge: dark },
  lines: { fill: 'url(#lines)', edge: dark },
  grid: { fill: 'url(#grid)', edge: dark },
  dots: { fill: 'url(#dots)', edge: dark },
  hatch: { fill: 'url(#hatch)', edge: dark },
};

const pattern = (id: string, size: number, more: string, ground: string, drawn: string) =>
  `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="scale(10)${more}"><rect width="${size}" height="${size}" fill="${ground}"/>${drawn}</pattern>`;
/** The patterns of the fills, ten times as large as on the page. */
export const patterns = `<defs>${[
  pattern('hatch', 7, ' rotate(45)', colours.white, `<rect width="2.2" height="7" fill="${colours['ink-2']}"/>`),
  pattern('dots', 8, '', colours['paper-light'], `<circle cx="4" cy="4" r="1.1" fill="${colours.grey}"/>`),
  pattern('lines', 6, '', colours['petrol-soft'], `<rect width="6" height="1.6" fill="${colours.petrol}"/>`),
  pattern('grid', 8, '', colours.white, `<path d="M0 0h8M0 0v8" stroke="${colours.ink}" stroke-width="2"/>`),
].join('')}</defs>`;

/**
 * The country, or a part of it, as a separate SVG document. It stays readable in grey, and unknown is never red. A
 * municipality without a class is plain land, because nothing is said about it. The page says the same in words.
 */
export function drawMap(asked: Asked): string {
  const { title, finding = '', box = mapBox } = asked;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="${viewBoxOf(box)}" stroke-width="10" stroke-linejoin="round">`,
    `<title>${escapeHtml(title)}</title>`,
    `<desc>${escapeHtml(`${finding} ${mapAttribution}`.trim())}</desc>`,
    patterns,
    bareMap(asked),
    '</svg>',
  ].join('');
}

/** The outlines and the two boxes, to be put into a larger drawing that has the patterns. */
export function bareMap({ places, capital }: Asked): string {
  const known = new Map(places.map((place) => [place.code, place]));
  const drawn = new Map<Fill | 'land', string[]>();
  const marked: string[] = [];
  for (const { code, name, d } of [...outlines, ...capitalOutlines]) {
    const place = known.get(code);
    const fill = place?.fill ?? 'land';
    drawn.set(fill, [
      ...(drawn.get(fill) ?? []),
      `<path d="${d}"><title>${escapeHtml(place?.label ?? name)}</title></path>`,
    ]);
    if (place?.marked) marked.push(`<path d="${d}"/>`);
  }
  const groups = (Object.keys(drawnAs) as (Fill | 'land')[])
    .filter((each) => drawn.has(each))
    .map((each) => `<g fill="${drawnAs[each].fill}" stroke="${drawnAs[each].edge}">${drawn.get(each)!.join('')}</g>`);
  const frame = ([x, y, x2, y2]: Box) =>
    `<rect x="${x}" y="${y}" width="${x2 - x}" height="${y2 - y}" fill="none" stroke="${colours['rule-strong']}" stroke-dasharray="30 40"/>`;
  return [
    ...groups,
    marked.length > 0 ? `<g fill="none" stroke="${colours.ink}" stroke-width="34">${marked.join('')}</g>` : '',
    frame(bornholmBox),
    frame(capitalBox),
    `<text x="${capitalBox[0] + 60}" y="${capitalBox[1] + 180}" font-family="IBM Plex Sans, sans-serif" font-size="150" fill="${colours['ink-2']}">${escapeHtml(capital)}</text>`,
  ].join('');
}
