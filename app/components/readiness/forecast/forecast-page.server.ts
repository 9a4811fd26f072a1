import type { BackTested } from '#app/use-cases/readiness/forecast/back-test.server.ts';
import type { ForecastOfTheCountry } from '#app/use-cases/readiness/forecast/forecast-of-the-country.server.ts';
import type { Forecast } from '#curriculum/readiness/forecast/forecast-of.ts';
import { type Policy, versionOn } from '#curriculum/readiness/parse-policy.ts';
import { calibrationOf } from './calibration.server.ts';
import { chartOf } from './forecast-chart.server.ts';

/** Every fourth week is enough for a table. */
const weeksApart = 4;

/** What the page of the forecast shows, with its drawings; nothing without a forecast. */
export function forecastPage(policy: Policy, answer: ForecastOfTheCountry, tested: BackTested | undefined) {
  if (!answer.ok) return undefined;
  const { base, changed, rows } = answer;
  const rules = versionOn(policy, base.asOf);
  return {
    ahead: {
      chart: chartOf(base, rows.length),
      dates: base.dates
        .map((day, at) => dateOf(base, day, at))
        .filter((_, at, all) => at % weeksApart === 0 || at === all.length - 1),
    },
    base: caseOf(base),
    then: changed ? caseOf(changed) : null,
    rows: rows.map((row) => ({ ...row, oneMore: row.oneMore ?? row.chance })),
    choices: rows.map(({ serviceId, name }) => ({ serviceId, name })),
    now: {
      through: base.assumptions.through,
      renews: base.assumptions.renewals.chance,
      people: rules.staffing.peoplePerAdviser,
    },
    assumptions: base.assumptions,
    draws: base.draws,
    policyVersion: rules.version,
    tested: tested?.ok ? { ...tested, view: calibrationOf(tested.test) } : tested,
  };
}

function dateOf({ people, ready, nothingNew, reached }: Forecast, day: string, at: number) {
  const { low, middle, high } = people[at]!;
  return { day, low, middle, high, ready: ready[at]!.middle, nothingNew: nothingNew[at]!, reached: reached[at]! };
}

function caseOf({ people, ready, reached, newCertificates }: Forecast) {
  const { low, middle, high } = people.at(-1)!;
  return { low, middle, high, ready: ready.at(-1)!.middle, chance: reached.at(-1)!, newCertificates };
}
