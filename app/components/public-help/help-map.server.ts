import { bornholmBox, mapBox, outlines, viewBoxOf } from '#app/components/readiness/map/outlines.server.ts';
import { escapeHtml } from '#app/platform/escape-html.ts';
import { colours } from '#app/styles/colours.ts';

type Drawn = 'now' | 'later' | 'land';

const hatch = [
  '<defs><pattern id="later-hatch" width="70" height="70" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
  `<rect width="70" height="70" fill="${colours['petrol-soft']}"/><rect width="16" height="70" fill="${colours.petrol}"/></pattern></defs>`,
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
    const paths = outlines
      .filter(({ code }) => classOf(code) === drawn)
      .map(({ name, d }) => `<path d="${d}"><title>${escapeHtml(name)}</title></path>`);
    return `<g id="${drawn}" fill="${fill}" stroke="${edge}">${paths.join('')}</g>`;
  });
  const [left, top, right, bottom] = bornholmBox;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="${viewBoxOf(mapBox)}" stroke-width="10" stroke-linejoin="round">`,
    `<title>${escapeHtml(title)}</title>`,
    hatch,
    ...groups,
    `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="none" stroke="${colours['rule-strong']}" stroke-dasharray="30 40"/>`,
    '</svg>',
  ].join('');
}
