import type { World } from '#app/platform/world.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type LayerClass, layerClassOf, type MapLayer, mapLayers } from '#curriculum/readiness/map-layers.ts';
import { capitalArea, isInRegion } from './is-in-region.ts';
import { listPlaces, type SeenPlace, type SeenPlaces } from './list-places.server.ts';

export type AnyClass = LayerClass[MapLayer];
type Counts = { region: string; counts: Record<string, number>; of: number };
export type SeenMap = Omit<SeenPlaces, 'places'> & {
  layer: MapLayer;
  /** The region that is shown alone; '' for the country. */
  region: string;
  classes: readonly AnyClass[];
  places: (SeenPlace & { shownAs: AnyClass })[];
  /** How many municipalities of each region have each class, and of all that are shown. */
  byRegion: Counts[];
  all: Counts;
};
type Asked = { asOf: string; knownOn?: string | undefined; layer: string; region: string };

/** A layer of the map on a day, for the country or for one region; only the municipalities the viewer may see. */
export async function seeMap(world: World, viewer: Viewer, asked: Asked): Promise<SeenMap | undefined> {
  const readiness = await readinessOn(world, viewer, asked.asOf, asked.knownOn);
  if (!readiness) return undefined;
  const seen = await listPlaces(world, readiness);
  const layer = (Object.keys(mapLayers) as MapLayer[]).find((each) => each === asked.layer) ?? 'readiness';
  const region = [...seen.regions, capitalArea].find((each) => each === asked.region) ?? '';
  const places = seen.places
    .filter((place) => isInRegion(place, region))
    .map((place) => ({ ...place, shownAs: layerClassOf(layer, place, seen.papersOn) }));
  const classes: readonly AnyClass[] = mapLayers[layer];
  const countsOf = (name: string, of: typeof places): Counts => ({
    region: name,
    counts: Object.fromEntries(classes.map((each) => [each, of.filter(({ shownAs }) => shownAs === each).length])),
    of: of.length,
  });
  const regions = seen.regions.filter((each) => places.some((place) => place.region === each));
  return {
    ...seen,
    layer,
    region,
    classes,
    places,
    byRegion: regions.map((each) =>
      countsOf(
        each,
        places.filter((place) => place.region === each),
      ),
    ),
    all: countsOf('', places),
  };
}
