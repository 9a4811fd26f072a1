import type { World } from '#app/platform/world.server.ts';
import { readinessOfDay } from '#app/use-cases/readiness/kept/readiness-of-day.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { DataSet, FilledSet } from './data-set.ts';

const since = '2026-11-30';
const codes = { da: 'Danmarks officielle kommunekoder', en: 'The official codes of Danish municipalities' };
const computed = { da: 'Beregnet af tjenesten hver dag', en: 'Computed by this service each day' };

const municipalities: DataSet = {
  key: 'kommuner',
  title: {
    da: 'Hver kommune: klar eller endnu ikke, og trin i udrulningen',
    en: 'Each municipality: ready or not yet, and its stage',
  },
  fields: [
    {
      ...{ name: 'kommunekode', type: 'code', since, source: codes },
      meaning: { da: 'Kommunens kode', en: 'The code of the municipality' },
    },
    {
      ...{ name: 'kommune', type: 'text', since, source: codes },
      meaning: { da: 'Kommunens navn', en: 'The name of the municipality' },
    },
    {
      ...{ name: 'klar', type: 'code', since, source: computed },
      meaning: {
        da: 'ja, når alle krav er opfyldt; ellers endnu-ikke, også når noget er ukendt',
        en: 'ja when every requirement is met; otherwise endnu-ikke, also when something is unknown',
      },
    },
    {
      ...{
        name: 'trin',
        type: 'code',
        since,
        source: { da: 'Udrulningens hændelser', en: 'The events of the rollout' },
      },
      meaning: {
        da: 'ikke-startet, inviteret, tilsagn, i-drift eller paa-pause',
        en: 'ikke-startet, inviteret, tilsagn, i-drift or paa-pause',
      },
    },
    {
      ...{ name: 'dag', type: 'day', since, source: computed },
      meaning: { da: 'Dagen, svaret gælder', en: 'The day of the answer' },
    },
  ],
};

/** Whether each municipality is ready, and nothing of why: no figure of staff leaves the service. */
export async function readinessSet(world: World): Promise<FilledSet> {
  const day = dayOf(world.now());
  const { services } = await readinessOfDay(world, day);
  const rows = services.flatMap(({ municipalities: served, verdict, stage }) =>
    served.map(({ code, name }) => [code, name, verdict === 'klar' ? 'ja' : 'endnu-ikke', stage, day]),
  );
  return { ...municipalities, rows: rows.sort((a, b) => (a[0]! < b[0]! ? -1 : 1)) };
}
