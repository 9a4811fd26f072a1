import { danish } from '#app/words/format.ts';
import { layerClassOf, type MapLayer } from '#curriculum/readiness/map-layers.ts';
import type { PaperAge } from '#curriculum/readiness/paper-age.ts';
import type { Axis, Verdict } from '#curriculum/readiness/readiness-of.ts';
import { containsWords } from '#db/text-keys.ts';
import { isClose } from './is-close.ts';
import { isInRegion } from './is-in-region.ts';
import { lacksOf } from './lacks-of.ts';
import type { SeenPlace, SeenPlaces } from './list-places.server.ts';

export const axes = ['opfyldt', 'ikke-opfyldt', 'ukendt'] as const satisfies Axis[];
export const verdicts = ['klar', 'ikke-klar', 'uafklaret'] as const satisfies Verdict[];
export const placeSorts = ['name', 'staffing', 'oldest', 'lacks', 'verdict'] as const;
export type PlaceSort = (typeof placeSorts)[number];

/** What the table is filtered and sorted by. An empty text does not filter. */
export type PlaceFilter = {
  find: string;
  region: string;
  /** The id of a wave. */
  wave: string;
  /** A gate that is not met or unknown. */
  gate: string;
  /** How old a paper is: that of the gate, if there is one, otherwise any. */
  age: PaperAge | '';
  people: Axis | '';
  papers: Axis | '';
  verdict: Verdict | '';
  /** A class of a layer of the map. */
  layer: MapLayer;
  class: string;
  /** Only those that lack advisers. */
  short: boolean;
  /** Only those with a paper that is too old or was never seen, whatever else they lack. */
  unknownPaper: boolean;
  pilots: boolean;
  sort: PlaceSort;
};

/** The municipalities that match the filter, in the wanted order. */
export function filterPlaces(seen: SeenPlaces, wanted: PlaceFilter): SeenPlace[] {
  const found = seen.places.filter((place) => matches(place, seen, wanted));
  const isLast = last[wanted.sort] ?? (() => false);
  return found.sort(
    (a, b) => Number(isLast(a)) - Number(isLast(b)) || order[wanted.sort](a, b) || danish.compare(a.name, b.name),
  );
}

function matches(place: SeenPlace, seen: SeenPlaces, wanted: PlaceFilter): boolean {
  const lacking = lacksOf(place);
  return (
    containsWords(place.name, wanted.find) &&
    isInRegion(place, wanted.region) &&
    (wanted.wave === '' || place.wave?.id === wanted.wave) &&
    (wanted.gate === '' || wanted.age !== '' || lacking.some(({ key }) => key === wanted.gate)) &&
    (wanted.age === '' ||
      place.gates.some(({ key, age }) => age === wanted.age && (wanted.gate === '' || key === wanted.gate))) &&
    (wanted.people === '' || place.people === wanted.people) &&
    (wanted.papers === '' || place.papers === wanted.papers) &&
    (wanted.verdict === '' || place.verdict === wanted.verdict) &&
    (wanted.class === '' || layerClassOf(wanted.layer, place, seen.papersOn) === wanted.class) &&
    (!wanted.short || (place.staffing.missing ?? 0) > 0) &&
    (!wanted.unknownPaper || lacking.some(({ kind, value }) => kind === 'evidence' && value === 'ukendt')) &&
    (!wanted.pilots || place.pilot)
  );
}

const oldestPaper = ({ gates }: SeenPlace) =>
  gates.flatMap(({ kind, seenOn }) => (kind === 'evidence' && seenOn !== null ? [seenOn] : [])).sort()[0];

const order: Record<PlaceSort, (a: SeenPlace, b: SeenPlace) => number> = {
  name: () => 0,
  /** By shortage: those that lack most come first. */
  staffing: (a, b) => (b.staffing.missing ?? 0) - (a.staffing.missing ?? 0),
  oldest: (a, b) => (oldestPaper(a) ?? '').localeCompare(oldestPaper(b) ?? ''),
  /** Closest to ready first. */
  lacks: (a, b) => lacksOf(a).length - lacksOf(b).length || Number(isClose(b)) - Number(isClose(a)),
  verdict: (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
};
/** Those without a value for the order come last: unknown staffing, no paper, or nothing missing. */
const last: Partial<Record<PlaceSort, (place: SeenPlace) => boolean>> = {
  staffing: ({ staffing }) => staffing.missing === null,
  oldest: (place) => oldestPaper(place) === undefined,
  lacks: (place) => lacksOf(place).length === 0,
};
