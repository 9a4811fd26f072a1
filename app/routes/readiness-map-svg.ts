import type { LoaderFunctionArgs } from '@remix-run/node';
import { drawMap } from '#app/components/readiness/map/draw-map.server.ts';
import { askedMap, mapFileName } from '#app/server/asked-map.server.ts';
import { sheetOf } from '#app/server/map-sheet.server.ts';

/**
 * The map as the page shows it; with `mark` the named municipalities have an edge of
 * their own, and with `sheet=1` it is by itself with title and key, to download.
 */
export async function loader(args: LoaderFunctionArgs) {
  const asked = await askedMap(args);
  const { url, map, words, t } = asked;
  const headers = { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'private, no-store' };
  if (url.searchParams.get('sheet') !== '1') {
    const marked = new Set((url.searchParams.get('mark') ?? '').match(/\d{4}/g));
    const places = words.drawn.map((place) => ({ ...place, marked: marked.has(place.code) }));
    const drawn = { places, title: t('map.name'), finding: words.title, box: words.box };
    return new Response(drawMap({ ...drawn, capital: t('map.enlarged') }), { headers });
  }
  return new Response(sheetOf(asked), {
    headers: { ...headers, 'Content-Disposition': `attachment; filename="${mapFileName(map, 'svg')}"` },
  });
}
