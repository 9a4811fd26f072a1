import type { Obligations } from '#curriculum/obligations/parse-obligations.ts';
import type { DataField, FilledSet } from './data-set.ts';

const since = '2026-11-30';
const source = {
  da: 'Samlet af tjenesten; kilden står i rækken',
  en: 'Compiled by this service; each row names its source',
};
const field = (name: string, type: DataField['type'], da: string, en: string): DataField => ({
  ...{ name, type, source, since },
  meaning: { da, en },
});

/** What somebody must do digitally, from when, and where it is written. */
export const obligationsSet = ({ obligations }: Obligations): FilledSet => ({
  key: 'forpligtelser',
  title: { da: 'Forpligtelser: datoer, myndighed og kilde', en: 'Obligations: days, authority and source' },
  fields: [
    field('noegle', 'code', 'Forpligtelsens nøgle; den ændrer sig ikke', 'The key of the obligation; it never changes'),
    field('titel', 'text', 'Titel på dansk', 'Title in Danish'),
    field('titel_en', 'text', 'Titel på engelsk', 'Title in English'),
    field('gaelder_fra', 'day', 'Første dag; tom, hvis ingen ved det', 'The first day; empty if nobody knows it'),
    field(
      'planlagt',
      'code',
      'Året i planen fra maj 2012; tom uden plan',
      'The year in the plan of May 2012; empty without one',
    ),
    field('myndighed', 'text', 'Den, der har ansvaret', 'Who is responsible'),
    field('kilde', 'text', 'Hvor det står', 'Where it is written'),
    field(
      'sikkerhed',
      'code',
      'official, secondary, plan eller partly: hvor sikker kilden er',
      'official, secondary, plan or partly: how sure the source is',
    ),
  ],
  rows: obligations.map(({ key, title, starts, planned, authority, source: written, sureness }) => [
    ...[key, title.da, title.en, starts ?? '', planned ?? '', authority, written, sureness],
  ]),
});
