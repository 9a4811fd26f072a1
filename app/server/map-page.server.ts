import { fillOf } from '#app/components/readiness/map/class-fills.ts';
import { capitalCodes, mapAttribution, viewBoxOf } from '#app/components/readiness/map/outlines.server.ts';
import type { PlaceOnMap } from '#app/components/readiness/map/place-card.tsx';
import { translator } from '#app/platform/translator.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { ChancesAtHand } from '#app/use-cases/readiness/views/chances-at-hand.server.ts';
import { capitalArea } from '#app/use-cases/readiness/views/is-in-region.ts';
import type { SeenMap } from '#app/use-cases/readiness/views/see-map.server.ts';
import { formatDay, formatList } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';
import { layerNames } from '#curriculum/readiness/map-layers.ts';
import { chanceWords } from './chance-words.server.ts';
import { mapWords } from './map-words.server.ts';

/** What the page of the map shows, in the words of a language. */
export function mapPage(
  world: World,
  language: Language,
  map: SeenMap,
  { place, chances }: { place: string; chances: ChancesAtHand | undefined },
) {
  const words = mapWords(language, map);
  const t = translator({ language }, 'views');
  const agency = translator({ language }, 'agency');
  const shorts = new Map(world.policy.gates.map(({ key, short }) => [key, short[language]]));
  const chanceOf = chances && chanceWords(language, chances);
  const cardOf = (each: SeenMap['places'][number]): PlaceOnMap & { key: string } => {
    const { staffing, gates } = each;
    const lacking = gates
      .filter(({ kind, value }) => kind === 'evidence' && (value === 'ikke-opfyldt' || value === 'ukendt'))
      .map(
        ({ key, value, age }) => `${shorts.get(key)}${value === 'ukendt' ? ` (${t(`age.${age ?? 'never'}`)})` : ''}`,
      );
    return {
      ...{ code: each.code, name: each.name, key: each.shownAs, shownAs: words.nameOf(each.shownAs) },
      about: [
        each.region,
        ...(each.pilot ? [agency('pilot')] : []),
        ...(each.servedWith.length > 0 ? [t('card.with', { names: formatList(language, each.servedWith) })] : []),
      ].join(' · '),
      people:
        staffing.missing === null
          ? agency('people.ukendt')
          : agency('staffing', { counted: staffing.countedForGate, required: staffing.required }),
      onHold: String(each.onHold),
      chance: chanceOf?.value(each.serviceId) ?? null,
      papers: lacking.length === 0 ? t('card.in-order') : lacking.join(', '),
      stage: agency(`stage.${each.stage}`),
      wave: each.wave
        ? t('wave', { name: each.wave.name, day: formatDay(language, each.wave.opensOn) })
        : t('wave-none'),
    };
  };
  const [left, top, right, bottom] = words.box;
  return {
    heading: words.title,
    lead: words.lead,
    layers: layerNames,
    layer: map.layer,
    region: map.region,
    regions: [
      ...map.regions.map((each) => ({ key: each, label: each })),
      ...(map.regions.length > 1 ? [{ key: capitalArea, label: t('map.capital-name') }] : []),
    ],
    chanceLabel: chanceOf?.label ?? '',
    chosen: map.places.find(({ code }) => code === place)?.code ?? '',
    classes: map.classes.map((each) => ({
      key: each as string,
      label: words.nameOf(each),
      text: t(`class-text.${map.layer}.${each}` as 'class-text.readiness.klar'),
      fill: fillOf(map.layer, each),
      count: map.all.counts[each]!,
    })),
    places: map.places.map(cardOf),
    byRegion: map.byRegion,
    all: map.all,
    picture: {
      viewBox: viewBoxOf(words.box),
      width: 1_000,
      height: Math.round((1_000 * (bottom - top)) / (right - left)),
    },
    enlarged: [...capitalCodes],
    attribution: mapAttribution,
  };
}
