import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { darkColours } from '#app/styles/dark-colours.ts';
import { figureColours } from '#curriculum/content/figures/figure-colours.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import type { Catalogue } from './catalogue.server.ts';

const kept = {
  // The address names the bytes, so it never changes what it gives.
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
};

/** A figure, film or caption track by its address; a part of a film if the browser asks for one. */
export async function courseFile(
  catalogue: Catalogue,
  root: string,
  address: string,
  range: string | null,
): Promise<Response | undefined> {
  const edition = catalogue.editions.find(({ courseFiles }) => courseFiles.has(address));
  const file = edition?.courseFiles.get(address);
  if (!edition || !file) return undefined;
  const headers = { ...kept, 'Content-Type': file.type === 'text/vtt' ? 'text/vtt; charset=utf-8' : file.type };
  if (file.text !== undefined)
    return new Response(file.type === 'image/svg+xml' ? turningDark(file.text) : file.text, { headers });
  const bytes = await openAsBlob(fileOf(root, edition, file.name));
  const part = partOf(range, bytes.size);
  if (part === 'none')
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${bytes.size}` } });
  const { from, to } = part ?? { from: 0, to: bytes.size - 1 };
  return new Response(bytes.slice(from, to + 1).stream(), {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'Accept-Ranges': 'bytes',
      'Content-Length': String(to + 1 - from),
      ...(part && { 'Content-Range': `bytes ${from}-${to}/${bytes.size}` }),
    },
  });
}

const fileOf = (root: string, { course }: Edition, name: string) =>
  path.join(root, 'curriculum', 'courses', course.id, course.edition, name);

/** The one part that is asked for; a list of parts is answered with the whole file, as HTTP allows. */
function partOf(range: string | null, size: number): { from: number; to: number } | 'none' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to ? 'none' : { from, to };
}

/** A picture knows nothing of the page around it, so it brings the dark counterparts of its colours along. */
function turningDark(svg: string): string {
  const rules = Object.entries(figureColours).flatMap(([name, colour]) =>
    ['fill', 'stroke'].map(
      (what) => `[${what}="${colour}" i]{${what}:${darkColours[name as keyof typeof figureColours]}}`,
    ),
  );
  const end = svg.lastIndexOf('</svg>');
  const style = `<style>@media (prefers-color-scheme:dark){${rules.join('')}}</style>`;
  return end < 0 ? svg : svg.slice(0, end) + style + svg.slice(end);
}
