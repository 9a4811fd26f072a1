import type { LoaderFunctionArgs } from '@remix-run/node';
import { pictureOf } from '#app/platform/picture-of.server.ts';
import { askedMap, mapFileName } from '#app/server/asked-map.server.ts';
import { sheetOf } from '#app/server/map-sheet.server.ts';

const pixels = 1_600;

/** The map by itself as a picture, to be put where drawings are not taken. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = await askedMap(args);
  const picture = await pictureOf(sheetOf(asked), pixels);
  return new Response(Buffer.from(picture), {
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="${mapFileName(asked.map, 'png')}"`,
    },
  });
}
