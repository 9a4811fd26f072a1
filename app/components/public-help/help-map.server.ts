import map from '#app/components/readiness/map/map-paths.json';
import { escapeHtml } from '#app/platform/escape-html.ts';
import { colours } from '#app/styles/colours.ts';

type Drawn = 'now' | 'later' | 'land';

// The outlines have one decimal, so everything is drawn ten times as large and the coordinates are integers.
const hatch = [
  '<defs><pattern id="later-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="scale(10) rotate(45)">',
  `<rect width="7" height="7" fill="${colours['petrol-soft']}"/><rect width="1.6" height="7" fill="${colours.petrol}"/></pattern></defs>`,
].join('');

/** Drawn in this order, so that the places with help keep their edges. */
const drawnAs: Record<Drawn, { fill: string; edge: string }> = {
  land: { fill: colours.white, edge: colours['rule-strong'] },
  later: { fill: 'url(#later-hatch)', edge: colours.petrol },
  now: { fill: colours.petrol, edge: colours.petrol },
};

/**
 * Where there is help now (full) and where it comes later (hatched); of the others nothing is said. It stays readable in
 * greyscale, and the tables say the same in words.
 */
export function helpMap(title: string, { now, later }: { now: readonly string[]; later: readonly string[] }): string {
  const classOf = (code: string): Drawn => (now.includes(code) ? 'now' : later.includes(code) ? 'later' : 'land');
  const groups = (Object.keys(drawnAs) as Drawn[]).map((drawn) => {
    const { fill, edge } = drawnAs[drawn];
    const paths = map.paths
      .filter(({ code }) => classOf(code) === drawn)
      .map(({ name, d }) => `<path d="${d}"><title>${escapeHtml(name)}</title></path>`);
    return `<g id="${drawn}" fill="${fill}" stroke="${edge}">${paths.join('')}</g>`;
  });
  const [x, y, width, height] = map.insetBox as [number, number, number, number];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="${map.viewBox}" stroke-width="10" stroke-linejoin="round">`,
    `<title>${escapeHtml(title)}</title><desc>${escapeHtml(map.attribution)}</desc>`,
    hatch,
    ...groups,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="${colours['rule-strong']}" stroke-dasharray="30 40"/>`,
    '</svg>',
  ].join('');
}

export const helpMapAttribution: string = map.attribution;
