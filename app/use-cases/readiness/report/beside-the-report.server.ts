import type { World } from '#app/platform/world.server.ts';
import { guidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { forecastOfTheCountry } from '#app/use-cases/readiness/forecast/forecast-of-the-country.server.ts';
import { targetOf } from '#app/use-cases/readiness/forecast/usual-day-of.ts';
import { readinessOfDay } from '#app/use-cases/readiness/kept/readiness-of-day.server.ts';
import { countParts } from '#app/use-cases/readiness/monday/count-parts.ts';
import { rolloutDateOn } from '#app/use-cases/readiness/monday/rollout-date-on.server.ts';
import { trendAtHand } from '#app/use-cases/readiness/monday/trend-at-hand.server.ts';
import { shortage } from '#app/use-cases/readiness/questions/shortage.server.ts';
import type { Snapshot } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import { wavesOn } from '#app/use-cases/rollout/waves/waves-on.server.ts';
import type { ReportData, ReportForecast, ReportTrend } from '#certificates/report/report-data.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listMunicipalities } from '#db/queries/place.ts';

type Beside = Pick<ReportData, 'now' | 'forecast' | 'noForecast' | 'populationDays' | 'trend' | 'guidance' | 'wave'> & {
  /** The chance of each municipality by its code. */
  chances: Map<string, number>;
};

/** What a report says beside the figures of its snapshot: the forecast as of that day, seats, and how old the counts are. */
export async function besideTheReport(world: World, snapshot: Snapshot): Promise<Beside> {
  const { asOf, rows, policyVersion, knownAt, takenAt } = snapshot;
  const takenOn = dayOf(takenAt);
  const until = [asOf, takenOn].sort()[0]!;
  const [{ ahead, ...foretold }, past, short, places, figures, { waves }] = await Promise.all([
    foretell(world, snapshot),
    readyUntil(world, until),
    shortage(world, { asOf, policyVersion, services: rows }),
    listMunicipalities(world.db, { day: asOf, known: knownAt, services: rows.map(({ serviceId }) => serviceId) }),
    guidanceFigures(world, until),
    wavesOn(world, until),
  ]);
  const wave = waves.find(({ opensOn, services }) => opensOn > until && services.length > 0);
  const { from, sessions, trouble } = figures;
  return {
    ...foretold,
    trend: { past, ahead },
    guidance: { from, until, sessions, troubled: trouble.total },
    wave: wave ? { name: wave.name, opensOn: wave.opensOn, services: wave.services.length } : null,
    now: { training: short.totals.training, free: short.totals.free },
    populationDays: [...new Set(places.map(({ populationDate }) => populationDate))].sort(),
  };
}

async function foretell(
  world: World,
  { asOf, takenAt }: Snapshot,
): Promise<Pick<Beside, 'forecast' | 'noForecast' | 'chances'> & Pick<ReportTrend, 'ahead'>> {
  const none = (noForecast: ReportData['noForecast']) => ({
    forecast: null,
    noForecast,
    chances: new Map(),
    ahead: [],
  });
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
  const ahead = base.dates.map((day, at) => {
    const { low, middle, high } = base.ready[at]!;
    return { day, low, middle, high };
  });
  return { forecast, noForecast: 'too-few', chances: new Map(rows.map(({ code, chance }) => [code, chance])), ahead };
}

/** The first days of months until a day, and the day itself: what is known of them now. */
async function readyUntil(world: World, day: string): Promise<ReportTrend['past']> {
  const [trend, { services }] = [await trendAtHand(world, day, { wait: true }), await readinessOfDay(world, day)];
  return [...(trend ?? []), { day, ready: countParts(services).ready }];
}
