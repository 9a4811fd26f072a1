import { escapeHtml } from '#app/platform/escape-html.ts';
import { colours } from '#app/styles/colours.ts';
import type { Fill } from './class-fills.ts';
import { bareMap, type DrawnPlace, drawnAs, patterns } from './draw-map.server.ts';
import { mapAttribution, mapBox } from './outlines.server.ts';

type Sheet = {
  places: readonly DrawnPlace[];
  title: string;
  /** The day, what it was known on and the version of the rules. */
  about: string;
  capital: string;
  classes: readonly { fill: Fill; label: string; count: number }[];
};

const letters = 'font-family="IBM Plex Sans, sans-serif"';
const width = mapBox[2];
const top = 1_100;
const row = 330;

/** The map by itself, to be put into a document: with its title, what the shades mean and where the outlines are from. */
export function drawSheet({ places, title, about, capital, classes }: Sheet): string {
  const rows = Math.ceil(classes.length / 2);
  const keyTop = top + mapBox[3] + 260;
  const height = keyTop + rows * row + 560;
  const text = (x: number, y: number, size: number, words: string, more = '') =>
    `<text x="${x}" y="${y}" font-size="${size}" ${letters} fill="${colours.ink}" ${more}>${escapeHtml(words)}</text>`;
  const key = classes.map(({ fill, label, count }, at) => {
    const [x, y] = [100 + (at % 2) * (width / 2), keyTop + Math.floor(at / 2) * row];
    return `<rect x="${x}" y="${y - 190}" width="340" height="230" fill="${drawnAs[fill].fill}" stroke="${colours.grey}"/>${text(x + 460, y, 210, `${count}  ${label}`)}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" stroke-width="10" stroke-linejoin="round">`,
    `<title>${escapeHtml(title)}</title>`,
    `<desc>${escapeHtml(`${about} ${mapAttribution}`)}</desc>`,
    patterns,
    `<rect width="${width}" height="${height}" fill="${colours.white}"/>`,
    text(100, 420, 380, title, 'font-weight="600"'),
    text(100, 760, 220, about),
    `<g transform="translate(0 ${top})">${bareMap({ places, title, capital })}</g>`,
    ...key,
    ...linesOf(mapAttribution, 118).map((line, at) => text(100, keyTop + rows * row + 60 + at * 190, 150, line)),
    '</svg>',
  ].join('');
}

/** A text in lines of at most so many letters. */
function linesOf(text: string, most: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length > most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
