import type { World } from '#app/platform/world.server.ts';
import { readinessOfDay } from '#app/use-cases/readiness/kept/readiness-of-day.server.ts';
import type { ChangeRow } from '#app/use-cases/readiness/questions/answers.ts';
import { compareOf } from '#app/use-cases/readiness/questions/compare-of.ts';
import { expiring } from '#app/use-cases/readiness/questions/expiring.server.ts';
import { invitations } from '#app/use-cases/readiness/questions/invitations.server.ts';
import { knowledgeOf } from '#app/use-cases/readiness/questions/knowledge-of.ts';
import { placeOf } from '#app/use-cases/readiness/questions/place-of.ts';
import { shortage } from '#app/use-cases/readiness/questions/shortage.server.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { unansweredOn } from '#app/use-cases/rollout/invitations/unanswered-on.server.ts';
import { addDays, addMonths, mondayBefore } from '#curriculum/calendar/calendar-day.ts';
import { datesAhead } from '#curriculum/obligations/dates-ahead.ts';
import { paperWaits } from '#curriculum/readiness/paper.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { type Urgent, urgentOf } from '#curriculum/readiness/urgent.ts';
import { listUndecided } from '#db/queries/evidence.ts';
import { listOverridesInForce } from '#db/queries/override.ts';
import { countParts } from './count-parts.ts';
import { forecastAtHand, type MondayForecast } from './forecast-at-hand.server.ts';
import { guidanceAtHand } from './guidance-at-hand.server.ts';
import { type MondayDays, mondayDays } from './monday-days.server.ts';
import type { Part } from './part-of.ts';
import type { MondayGuidance } from './short-answers.ts';
import { type TrendDay, trendAtHand } from './trend-at-hand.server.ts';
import { urgentFactsOf } from './urgent-facts-of.ts';
import { wavesToSign } from './waves-to-sign.server.ts';

/** An action with the places it is about, by the names of their municipalities. */
export type UrgentAction = Urgent & { places: { name: string; code: string }[] };

export type CountryMonday = MondayDays & {
  policyVersion: string;
  of: number;
  parts: Record<Part, number>;
  readyToday: number;
  /** For how many days after the day a certificate must hold; so long a renewal may take. */
  marginDays: number;
  urgent: UrgentAction[];
  since: string;
  changes: { rows: ChangeRow[]; totals: { up: number; down: number; aside: number; same: number } };
  trend: TrendDay[] | undefined;
  forecast: MondayForecast | undefined;
  overrides: { serviceId: string; service: string; decidedBy: string; reason: string; lastDay: string }[];
  answers: {
    missing: number;
    training: number;
    free: number;
    certificates: number;
    expiringServices: number;
    expiringUntil: string;
    old: number;
    neverSeen: number;
    knowledgeServices: number;
    unanswered: number;
    obligation: { title: { da: string; en: string }; day: string } | null;
    /** Null while it is worked out for the first time. */
    guidance: (MondayGuidance & { solution: { da: string; en: string } | null }) | null;
  };
};

/**
 * The Monday page of the country, without a permission check: the answer for the day of the rollout, what is urgent, what has
 * changed, and what is expected. With `wait` also what is not at hand is worked out.
 */
export async function mondayOfTheCountry(
  world: World,
  { wait = false }: { wait?: boolean } = {},
): Promise<CountryMonday> {
  const days = await mondayDays(world);
  const since = mondayBefore(days.today);
  const [today, onDay, before] = await Promise.all([
    readinessOfDay(world, days.today),
    readinessOfDay(world, days.day),
    readinessOfDay(world, since),
  ]);
  const [short, ends, silent, answers, waves, waiting, given, trend, forecast, guidance] = await Promise.all([
    shortage(world, onDay),
    expiring(world, onDay),
    invitations(world, today),
    unansweredOn(world, days.today),
    wavesToSign(world.db),
    waitingPapers(world, days.today),
    listOverridesInForce(world.db, days.today),
    trendAtHand(world, days.today, { wait }),
    forecastAtHand(world, days, { wait }),
    guidanceAtHand(world, days.today, { wait }),
  ]);
  const known = knowledgeOf(today).totals;
  const facts = {
    ...{ policy: world.policy, today, onDay, shortage: short, expiring: ends, invitations: silent },
    ...{ answers, waves, waiting },
  };
  const { rows, totals } = compareOf(before, today);
  return {
    ...days,
    policyVersion: onDay.policyVersion,
    of: onDay.services.reduce((sum, { municipalities }) => sum + municipalities.length, 0),
    parts: countParts(onDay.services),
    readyToday: countParts(today.services).ready,
    marginDays: versionOn(world.policy, days.day).staffing.marginDays,
    urgent: urgentOf(urgentFactsOf(facts)).map(withPlaces(onDay)),
    since,
    changes: { rows, totals },
    trend,
    forecast: forecast?.ok ? forecast.forecast : undefined,
    overrides: given.map(({ serviceId, service, decidedBy, reason, until }) => ({
      ...{ serviceId, service, decidedBy, reason },
      lastDay: addDays(until, -1),
    })),
    answers: {
      ...{ missing: short.totals.missing, training: short.totals.training, free: short.totals.free },
      ...{ certificates: ends.totals.certificates, expiringServices: ends.totals.services, expiringUntil: ends.until },
      ...{ old: known.old, neverSeen: known.missing, knowledgeServices: known.services },
      unanswered: silent.totals.unanswered,
      obligation: nextObligation(world, days.today),
      guidance: guidance ? { ...guidance, solution: titleOf(world, guidance.trouble?.solution) } : null,
    },
  };
}

/** What contact persons have said of their places and the policy wants confirmed. */
async function waitingPapers(world: World, today: string) {
  const rules = versionOn(world.policy, today);
  const rows = await listUndecided(world.db, today);
  return rows.filter((row) => paperWaits(rules, { ...row, stated: { decision: null } }, today));
}

/** The next day that some area of the courses is about. */
function nextObligation({ obligations }: World, today: string): CountryMonday['answers']['obligation'] {
  const about = new Map([...obligations.obligations, ...obligations.deadlines].map((each) => [each.key, each]));
  const next = datesAhead(obligations, today, addMonths(today, 6)).find(
    ({ key }) => about.get(key)?.area !== undefined,
  );
  return next ? { title: about.get(next.key)!.title, day: next.day } : null;
}

const titleOf = ({ topics }: World, solution: string | undefined) =>
  topics.solutions.find(({ key }) => key === solution)?.title ?? null;

function withPlaces({ services }: Readiness): (action: Urgent) => UrgentAction {
  const places = new Map(services.map((service) => [service.serviceId, placeOf(service)]));
  return (action) => ({
    ...action,
    places: action.services.map((serviceId) => ({
      name: places.get(serviceId)?.name ?? serviceId,
      code: places.get(serviceId)?.codes[0] ?? '',
    })),
  });
}
