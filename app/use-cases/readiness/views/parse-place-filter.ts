import { layerNames } from '#curriculum/readiness/map-layers.ts';
import { paperAges } from '#curriculum/readiness/paper-age.ts';
import { axes, type PlaceFilter, placeSorts, verdicts } from './filter-places.ts';

/** Reads the filter of an address. What is not known there does not filter. */
export function parsePlaceFilter(search: URLSearchParams): PlaceFilter {
  const text = (name: string) => (search.get(name) ?? '').trim().slice(0, 100);
  const oneOf = <Value extends string>(values: readonly Value[], name: string): Value | '' =>
    values.find((value) => value === text(name)) ?? '';
  return {
    ...{ find: text('find'), region: text('region'), wave: text('wave'), gate: text('gate') },
    age: oneOf(paperAges, 'age'),
    people: oneOf(axes, 'people'),
    papers: oneOf(axes, 'papers'),
    verdict: oneOf(verdicts, 'verdict'),
    layer: oneOf(layerNames, 'layer') || 'readiness',
    class: text('class'),
    ...{ short: text('short') === '1', unknownPaper: text('unknown') === '1', pilots: text('pilots') === '1' },
    sort: oneOf(placeSorts, 'sort') || 'name',
  };
}
