import { fillOf } from '#app/components/readiness/map/class-fills.ts';
import { drawSheet } from '#app/components/readiness/map/draw-sheet.server.ts';
import type { askedMap } from './asked-map.server.ts';

/** A map by itself with its title and key, as a document to put elsewhere. */
export const sheetOf = ({ map, words, t, world }: Awaited<ReturnType<typeof askedMap>>): string =>
  drawSheet({
    places: words.drawn,
    title: words.title,
    about: world.demo ? `${words.about} ${t('demo')}` : words.about,
    capital: t('map.enlarged'),
    classes: map.classes.map((each) => ({
      fill: fillOf(map.layer, each),
      label: words.nameOf(each),
      count: map.all.counts[each]!,
    })),
  });
