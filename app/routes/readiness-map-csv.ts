import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvResponse } from '#app/platform/csv.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { askedMap, mapFileName } from '#app/server/asked-map.server.ts';

/** The class of each municipality in a layer of the map. */
export async function loader(args: LoaderFunctionArgs) {
  const { language, map, words, t, world } = await askedMap(args);
  const agency = translator({ language }, 'agency');
  return csvResponse(mapFileName(map, 'csv'), {
    head: [agency('csv.code'), agency('column.name'), t('column.region'), agency('csv.as-of'), t(`layer.${map.layer}`)],
    rows: map.places.map(({ code, name, region, shownAs }) => [code, name, region, map.asOf, words.nameOf(shownAs)]),
    notes: {
      head: agency('csv.note'),
      texts: [
        ...(world.demo ? [agency('csv.demo')] : []),
        ...(map.papersOn < map.asOf ? [agency('csv.forecast')] : []),
        ...(map.knownOn ? [words.about] : []),
      ],
    },
  });
}
