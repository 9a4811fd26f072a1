import { fillOf } from '#app/components/readiness/map/class-fills.ts';
import type { DrawnPlace } from '#app/components/readiness/map/draw-map.server.ts';
import { boxAround, capitalBox, mapBox } from '#app/components/readiness/map/outlines.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { capitalArea } from '#app/use-cases/readiness/views/is-in-region.ts';
import type { SeenMap } from '#app/use-cases/readiness/views/see-map.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';

/** What a map says in words, and what of it is drawn: for the page and for its files. */
export function mapWords(language: Language, map: SeenMap) {
  const t = translator({ language }, 'views');
  const day = formatDay(language, map.asOf);
  const counts = map.all.counts;
  const nameOf = (shownAs: string) => t(`class.${map.layer}.${shownAs}` as 'class.readiness.klar');
  const where =
    map.region === '' ? '' : ` ${t('map.in', { region: map.region === capitalArea ? t('map.capital') : map.region })}`;
  const title = t(`map.title.${map.layer}`, {
    count: map.layer === 'papers' ? counts['in-order']! + counts.soon! : (counts[map.classes[0]!] ?? 0),
    ...{ of: map.all.of, waiting: counts.waiting ?? 0, where, day },
  });
  const rest = map.classes
    .slice(map.layer === 'rollout' ? 2 : 1)
    .filter((each) => counts[each]! > 0)
    .map((each) => t(`map.lead.${map.layer}.${each}` as 'map.lead.papers.soon', { count: counts[each]! }));
  const lead = rest.length === 0 ? '' : `${rest.join(', ')}.`;
  const about = [
    t('map.about', { day }),
    ...(map.knownOn ? [t('map.known', { day: formatDay(language, map.knownOn) })] : []),
    t('map.version', { version: map.policyVersion }),
  ].join(' ');
  return {
    title,
    lead: `${lead.charAt(0).toUpperCase()}${lead.slice(1)}`,
    about,
    nameOf,
    drawn: map.places.map(
      ({ code, name, shownAs }): DrawnPlace => ({
        code,
        label: `${name}: ${nameOf(shownAs)}`,
        fill: fillOf(map.layer, shownAs),
      }),
    ),
    box:
      map.region === ''
        ? mapBox
        : map.region === capitalArea
          ? capitalBox
          : boxAround(new Set(map.places.map(({ code }) => code))),
  };
}
