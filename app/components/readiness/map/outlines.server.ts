import {
  type ExtendedFeature,
  type ExtendedFeatureCollection,
  type GeoGeometryObjects,
  type GeoProjection,
  geoPath,
  geoTransverseMercator,
} from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import capitalTopology from './capital-2021.json';
import municipalityTopology from './municipalities-2021.json';
import { RelativePath } from './relative-path.ts';

type Place = { code: string; name: string };
type PlaceFeature = ExtendedFeature<GeoGeometryObjects, Place>;
export type Box = [left: number, top: number, right: number, bottom: number];
export type Outline = Place & { d: string; box: Box };

export const mapAttribution =
  'Indeholder data fra Styrelsen for Dataforsyning og Effektivisering (nu Klimadatastyrelsen), Danmarks Administrative Geografiske Inddeling (DAGI) via DAWA, august 2021, via github.com/LarsHernandez/dagir. Forenklet. Bornholm er flyttet.';

/** The drawn country, in tenths of what is shown, so that every coordinate is a whole number. */
const width = 10_000;
const margin = 40;
/** Where Bornholm is moved to, and where the capital is drawn enlarged. */
export const bornholmBox: Box = [8_080, 640, 9_960, 2_400];
export const capitalBox: Box = [6_900, 2_760, 9_960, 4_980];

const bornholm = '0400';
const municipalities = placesIn(municipalityTopology, 'municipalities');
const capital = placesIn(capitalTopology, 'capital');

const mainland = { ...municipalities, features: municipalities.features.filter((each) => codeOf(each) !== bornholm) };
// The central meridian of UTM zone 32, in which the country's own maps are drawn.
const country = () => geoTransverseMercator().rotate([-9, 0]);
const main = country().fitWidth(width - 2 * margin, mainland);
main.translate([main.translate()[0] + margin, main.translate()[1] + margin]);
const height = Math.ceil(geoPath(main).bounds(mainland)[1][1]) + margin;

export const mapBox: Box = [0, 0, width, height];

const island = { ...municipalities, features: municipalities.features.filter((each) => codeOf(each) === bornholm) };
const moved = country().scale(main.scale());
const [[left, top], [right, bottom]] = geoPath(moved).bounds(island);
moved.translate([
  moved.translate()[0] + (bornholmBox[0] + bornholmBox[2] - left - right) / 2,
  moved.translate()[1] + (bornholmBox[1] + bornholmBox[3] - top - bottom) / 2,
]);

/** The municipalities by code, each as a path. */
export const outlines: readonly Outline[] = municipalities.features.map((each) =>
  outlineOf(each, codeOf(each) === bornholm ? moved : main),
);

/** The municipalities around the capital once more, enlarged into their box. */
export const capitalOutlines: readonly Outline[] = capital.features.map((each) =>
  outlineOf(
    each,
    country().fitExtent(
      [
        [capitalBox[0] + 60, capitalBox[1] + 260],
        [capitalBox[2] - 60, capitalBox[3] - 60],
      ],
      capital,
    ),
  ),
);

export const capitalCodes: ReadonlySet<string> = new Set(capitalOutlines.map(({ code }) => code));

/** The box around some municipalities, with a little room. */
export function boxAround(codes: ReadonlySet<string>): Box {
  const boxes = outlines.filter(({ code }) => codes.has(code)).map(({ box }) => box);
  if (boxes.length === 0) return mapBox;
  const edge = (at: 0 | 1 | 2 | 3, of: (...values: number[]) => number) => of(...boxes.map((box) => box[at]));
  return [edge(0, Math.min) - 120, edge(1, Math.min) - 120, edge(2, Math.max) + 120, edge(3, Math.max) + 120];
}

export const viewBoxOf = ([x, y, x2, y2]: Box) => `${x} ${y} ${x2 - x} ${y2 - y}`;

/** The bare outlines by municipality code. They are the same on every day, so links can be placed over any map. */
export const outlinesAsSvg: string = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBoxOf(mapBox)}">`,
  ...outlines.map(({ code, d }) => `<path id="k${code}" d="${d}"/>`),
  ...capitalOutlines.map(({ code, d }) => `<path id="c${code}" d="${d}"/>`),
  '</svg>',
].join('');

function outlineOf(place: PlaceFeature, projection: GeoProjection): Outline {
  const path = new RelativePath();
  geoPath(projection, path)(place);
  const [[x, y], [x2, y2]] = geoPath(projection).bounds(place);
  const box: Box = [Math.floor(x), Math.floor(y), Math.ceil(x2), Math.ceil(y2)];
  return { code: place.properties.code, name: place.properties.name, d: path.toString(), box };
}

function codeOf({ properties }: PlaceFeature): string {
  return properties.code;
}

function placesIn(topology: unknown, name: string): ExtendedFeatureCollection<PlaceFeature> {
  const read = topology as Topology<Record<string, GeometryCollection<Place>>>;
  return feature(read, read.objects[name]!) as ExtendedFeatureCollection<PlaceFeature>;
}
