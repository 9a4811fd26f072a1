import type { LoaderFunctionArgs } from '@remix-run/node';
import { asOfFrom } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { seeMap } from '#app/use-cases/readiness/views/see-map.server.ts';
import { mapWords } from './map-words.server.ts';
import { forbidden, requireViewer } from './require-viewer.server.ts';

/** The map that the address of a file asks for, with its words; a wrong day is answered in words. */
export async function askedMap({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const url = new URL(request.url);
  const day = asOfFrom(world, url);
  if (!day.ok)
    throw new Response(translator({ language }, 'agency')('date.no-such-day'), {
      status: 400,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  const map = await seeMap(world, viewer, {
    ...{ asOf: day.asOf, knownOn: day.knownOn },
    layer: url.searchParams.get('layer') ?? '',
    region: url.searchParams.get('region') ?? '',
  });
  if (!map) throw forbidden();
  return { world, language, url, map, words: mapWords(language, map), t: translator({ language }, 'views') };
}

export const mapFileName = (map: { layer: string; asOf: string }, ending: string) =>
  `kort-${map.layer}-${map.asOf}.${ending}`;
