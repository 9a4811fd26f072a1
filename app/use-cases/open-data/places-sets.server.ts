import type { World } from '#app/platform/world.server.ts';
import { helpPlaces } from '#app/use-cases/help-points/help-places.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listMainLibraries } from '#db/queries/main-library.ts';
import type { DataField, DataSet, FilledSet } from './data-set.ts';

const said = { da: 'Biblioteket selv, eller styrelsen på dets vegne', en: 'The library itself, or the agency for it' };
const register = { da: 'Tjenestens egne oplysninger', en: 'The records of this service' };
const codes = { da: 'Danmarks officielle kommunekoder', en: 'The official codes of Danish municipalities' };
const since = '2026-11-30';
const field = (
  name: string,
  type: DataField['type'],
  da: string,
  en: string,
  source: DataField['source'],
): DataField => ({ name, type, meaning: { da, en }, source, since });

const helping: DataSet = {
  key: 'steder',
  title: { da: 'Biblioteker, der hjælper, med tider', en: 'Libraries that help, with times' },
  fields: [
    field(
      'kommunekode',
      'code',
      'Kommunens kode, for eksempel 0657',
      'The code of the municipality, such as 0657',
      codes,
    ),
    field(
      'biblioteksnummer',
      'code',
      '7 + kommune + filial. Et hovedbibliotek ender på 00',
      '7 + municipality + branch. A main library ends in 00',
      register,
    ),
    field('navn', 'text', 'Tjenestens navn', 'The name of the library service', register),
    field(
      'betjener',
      'list',
      'Koder på de kommuner, den hjælper',
      'The codes of the municipalities it helps',
      register,
    ),
    field(
      'tider',
      'text',
      'Faste tider, som biblioteket har skrevet dem',
      'Regular times, as the library wrote them',
      said,
    ),
    field('sted', 'text', 'Hvor i biblioteket', 'Where in the library', said),
    field(
      'adgang',
      'text',
      'Hvordan man kommer ind; tom, hvis det ikke er oplyst',
      'How one gets in; empty if not stated',
      said,
    ),
    field('bestilling', 'text', 'Om man skal bestille tid', 'Whether one has to book', said),
    field(
      'telefon',
      'text',
      'Bibliotekets telefon; tom, hvis den ikke er oplyst',
      'The telephone of the library; empty if not stated',
      said,
    ),
    field('sprog', 'text', 'Sprog, der hjælpes på', 'The languages one is helped in', said),
    field('emner', 'list', 'Emner, der hjælpes med, som nøgler', 'The topics one is helped with, as keys', said),
    field('gaelder_fra', 'day', 'Første dag, tiderne gælder', 'The first day on which the times hold', said),
    field(
      'set',
      'day',
      'Dagen, det sidst blev skrevet eller bekræftet',
      'The day it was last written or confirmed',
      register,
    ),
  ],
};

const coming: DataSet = {
  key: 'paa-vej',
  title: { da: 'Kommuner, der får hjælp senere', en: 'Municipalities that get help later' },
  fields: [
    field('kommunekode', 'code', 'Kommunens kode', 'The code of the municipality', codes),
    field('kommune', 'text', 'Kommunens navn', 'The name of the municipality', codes),
    field('navn', 'text', 'Tjenestens navn', 'The name of the library service', register),
    field('fra', 'day', 'Dagen, udrulningens bølge åbner', 'The day on which the wave of the rollout opens', register),
  ],
};

/** The places that agreed to be shown: those that help now, and those that come later. */
export async function placesSets(world: World): Promise<FilledSet[]> {
  const [places, mains] = await Promise.all([helpPlaces(world), listMainLibraries(world.db, dayOf(world.now()))]);
  const services = places.filter(({ code, serves }) => serves[0] === code);
  return [
    {
      ...helping,
      rows: services.flatMap(({ code, serviceId, service, serves, point }) =>
        point
          ? [
              [
                ...[code, mains.get(serviceId) ?? '', service, serves, point.times, point.place, point.access],
                ...[point.booking, point.phone, point.languages, point.topics, point.from, dayOf(point.recordedAt)],
              ],
            ]
          : [],
      ),
    },
    {
      ...coming,
      rows: places.flatMap(({ code, name, service, standing }) =>
        standing.is === 'from' ? [[code, name, service, standing.day]] : [],
      ),
    },
  ];
}
