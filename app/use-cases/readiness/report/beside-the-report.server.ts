import type { World } from '#app/platform/world.server.ts';
import { forecastOfTheCountry } from '#app/use-cases/readiness/forecast/forecast-of-the-country.server.ts';
import { targetOf } from '#app/use-cases/readiness/forecast/usual-day-of.ts';
import { rolloutDateOn } from '#app/use-cases/readiness/monday/rollout-date-on.server.ts';
import { shortage } from '#app/use-cases/readiness/questions/shortage.server.ts';
import type { Snapshot } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import type { ReportData, ReportForecast } from '#certificates/report/report-data.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listMunicipalities } from '#db/queries/place.ts';

type Beside = Pick<ReportData, 'now' | 'forecast' | 'noForecast' | 'populationDays'> & {
  /** The chance of each municipality by its code. */
  chances: Map<string, number>;
};

/** What a report says beside the figures of its snapshot: the forecast as of that day, seats, and how old the counts are. */
export async function besideTheReport(world: World, snapshot: Snapshot): Promise<Beside> {
  const { asOf, rows, policyVersion, knownAt } = snapshot;
  const [foretold, short, places] = await Promise.all([
    foretell(world, snapshot),
    shortage(world, { asOf, policyVersion, services: rows }),
    listMunicipalities(world.db, { day: asOf, known: knownAt, services: rows.map(({ serviceId }) => serviceId) }),
  ]);
  return {
    ...foretold,
    now: { training: short.totals.training, free: short.totals.free },
    populationDays: [...new Set(places.map(({ populationDate }) => populationDate))].sort(),
  };
}

async function foretell(
  world: World,
  { asOf, takenAt }: Snapshot,
): Promise<Pick<Beside, 'forecast' | 'noForecast' | 'chances'>> {
  const none = (noForecast: ReportData['noForecast']) => ({ forecast: null, noForecast, chances: new Map() });
  const takenOn = dayOf(takenAt);
  if (asOf <= takenOn) return none('has-come');
  const set = await rolloutDateOn(world.db, takenOn);
  const target = set?.target ?? targetOf.usual;
  const seed = takenOn.replaceAll('-', '');
  const answer = await forecastOfTheCountry(world, { asOf: takenOn, by: asOf, target, seed });
  if (!answer.ok) return none(answer.reason === 'too-few' ? 'too-few' : 'too-far');
  const { base, rows } = answer;
  const last = base.people.at(-1)!;
  const forecast: ReportForecast = {
    ...{ by: asOf, target, today: base.nothingNew[0]!, low: last.low, middle: last.middle, high: last.high },
    ...{ nothingNew: base.nothingNew.at(-1)!, chance: base.reached.at(-1)!, draws: base.draws, seed },
  };
  return { forecast, noForecast: 'too-few', chances: new Map(rows.map(({ code, chance }) => [code, chance])) };
}
