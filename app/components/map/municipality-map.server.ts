import type { MapClass } from '#curriculum/readiness/readiness-of.ts';
import map from './map-paths.json';

export type MapRow = { code: string; name: string; mapClass: MapClass; label: string };

const fills: Record<MapClass, string> = {
  klar: '#00505a',
  bemandet: '#4f8f97',
  'under-uddannelse': '#bcd6d8',
  'ikke-i-gang': 'url(#p)',
  uafklaret: 'url(#h)',
};

export const mapAttribution: string = map.attribution;

/**
 * The country as an SVG document of its own: shades of petrol, dots for what has not begun and a hatch for what is
 * unknown, so that it reads in grey and unknown is never red. Shown as a picture; the table says the same in words.
 */
export function municipalityMap(rows: readonly MapRow[], title: string): string {
  const known = new Map(rows.map((row) => [row.code, row]));
  const [x, y, width, height] = map.insetBox as [number, number, number, number];
  const paths = map.paths.map(({ code, name, d }) => {
    const row = known.get(code);
    const fill = fills[row?.mapClass ?? 'uafklaret'];
    const edge =
      row && (row.mapClass === 'klar' || row.mapClass === 'bemandet' || row.mapClass === 'under-uddannelse')
        ? '#fff'
        : '#6b6a63';
    return `<path d="${d}" fill="${fill}" stroke="${edge}"><title>${escaped(row?.label ?? name)}</title></path>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${map.viewBox}" stroke-width="1">`,
    `<title>${escaped(title)}</title>`,
    '<defs><pattern id="h" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/><rect width="2.2" height="7" fill="#57564f"/></pattern>',
    '<pattern id="p" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fbfaf6"/><circle cx="4" cy="4" r="1.1" fill="#6b6a63"/></pattern></defs>',
    ...paths,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#8b8a82" stroke-dasharray="3 4"/>`,
    '</svg>',
  ].join('');
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
